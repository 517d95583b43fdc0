import type { ReadingParts } from '../../shared/vitals/reading.ts';
import { takeReading } from '../archive/readings.ts';
import type { Sitting } from '../archive/sitting.ts';
import { readingOf } from './body.ts';
import { MINUTE_MS } from './calendar.ts';
import type { VisitCast } from './cast.ts';

function read(sitting: Sitting, cast: VisitCast, share: number, other: Partial<ReadingParts>): string {
  return takeReading(sitting, { ...readingOf(cast.body, share, sitting.random), ...other }, 0);
}

function act(sitting: Sitting, readingId: string, who: string, action: string): void {
  sitting.pass(sitting.random.whole(20, 60) * 1000).press({ type: 'actOnBand', readingId, who, action });
}

/** Over the clinic's amber limit, nothing felt: looked at again ten minutes later. */
export function highReading(sitting: Sitting, cast: VisitCast): void {
  const { random } = sitting;
  const readingId = read(sitting, cast, 1, { systolic: random.whole(161, 170), diastolic: random.whole(92, 98) });
  sitting.pass(30_000).press({ type: 'seeBand', readingId });
  sitting.press({ type: 'note', text: 'No headache, no chest pain, sees well. Cuff straight, arm at heart level.' });
}

/** A red one: the doctor is called, orders by telephone, the medicine is given, and it is taken again. */
export function redReading(sitting: Sitting, cast: VisitCast): void {
  const { random } = sitting;
  const { prescriber, checker, nurse } = cast;
  const systolic = random.whole(181, 189);
  const readingId = read(sitting, cast, 1, { systolic, diastolic: random.whole(102, 109) });
  const callId = random.id();
  sitting.pass(25_000).press({ type: 'callDoctor', callId, agoMs: 0 });
  const order = { text: 'Labetalol 10 mg IV slowly, reading again in 5 min', readBack: true as const };
  sitting.pass(70_000).press({
    ...{ type: 'answerCall', callId, said: 'No symptoms: wait for the effect', order, agoMs: 0 },
    who: { staffId: prescriber.staffId, name: prescriber.name },
  });
  const medicationId = random.id();
  const given = { drug: 'Labetalol', dose: '10 mg', route: 'IV', checkedBy: null, orderedBy: prescriber.name };
  sitting.pass(80_000).press({ type: 'giveMedication', medicationId, ...given, agoMs: 0 });
  sitting.pass(15_000).press({ type: 'checkMedication', medicationId, checkerId: checker.staffId, pin: '0000' });
  // The last weeks keep one that nobody has written an action beside: it waits for whoever signs.
  if (random.chance(0.8)) act(sitting, readingId, nurse.name, 'Prescriber called, labetalol 10 mg IV given');
  sitting.pass(5 * MINUTE_MS);
  const again = read(sitting, cast, 1, { systolic: systolic - random.whole(24, 32), diastolic: random.whole(88, 95) });
  sitting.pass(20_000).attempt({ type: 'seeBand', readingId: again });
}

/** The saturation sinks: chin, oxygen, and up again. */
export function lowSaturation(sitting: Sitting, cast: VisitCast): void {
  const { random } = sitting;
  const isRed = random.chance(0.3);
  const readingId = read(sitting, cast, 0.9, { spo2: isRed ? random.whole(87, 89) : random.whole(92, 94) });
  if (isRed) act(sitting, readingId, cast.nurse.name, 'Chin lifted, spoken to, oxygen 2 l/min');
  else sitting.pass(20_000).press({ type: 'seeBand', readingId });
  sitting.pass(3 * MINUTE_MS);
  const { spo2 } = cast.body.baseline;
  read(sitting, cast, 0.95, { spo2: Math.min(98, spo2), oxygenTenths: isRed ? 20 : 0 });
}

/** The pump stands for some minutes. */
export function pauseIn(sitting: Sitting): void {
  const { random } = sitting;
  const reason = random.pick(['occlusion', 'air', 'bathroom', 'patientAsks'] as const);
  const notes = {
    ...{ occlusion: 'Arm was bent; line flushed, runs again.', air: 'Air bubble drawn out.', bathroom: null },
    patientAsks: 'Wants to come up for a moment. Water given.',
  };
  sitting.press({ type: 'pausePump', reason, pumpStands: true, note: notes[reason], agoMs: 0 });
  if (reason === 'bathroom') {
    sitting.pass(20_000).press({ type: 'patientUp', upId: random.id() });
    sitting.pass(10_000).press({ type: 'patientWalks', walker: 'nurse' });
    sitting.pass(random.whole(180, 260) * 1000).press({ type: 'patientBack' });
  } else sitting.pass(random.whole(60, 240) * 1000);
  sitting.pass(20_000).press({ type: 'resumePump', agoMs: 0 });
}

/** Breathing is shallow and the saturation falls: emergency, the pump stops for good, and it comes right. */
export function emergencyIn(sitting: Sitting, cast: VisitCast): true {
  const { random } = sitting;
  const spo2 = random.whole(82, 86);
  const deep = { kind: 'rass' as const, value: -4 };
  const readingId = read(sitting, cast, 1, { spo2, respirations: 7, sedation: deep });
  sitting.pass(8000).press({ type: 'beginEmergency' });
  sitting
    .pass(15_000)
    .press({ type: 'stopPump', reason: 'emergency', note: 'Breathing shallow, not to be roused by voice.', agoMs: 0 });
  sitting.pass(10_000).press({ type: 'emergencyStep', step: 'oxygen', note: '6 l/min by mask, airway opened' });
  sitting.pass(20_000).press({ type: 'emergencyStep', step: 'doctor', note: `${cast.prescriber.name} in the room` });
  act(sitting, readingId, cast.nurse.name, 'Pump stopped, airway opened, oxygen 6 l/min, doctor in the room');
  sitting.pass(3 * MINUTE_MS);
  read(sitting, cast, 0.8, { spo2: 95, oxygenTenths: 60, respirations: 12, sedation: { kind: 'rass', value: -2 } });
  sitting.pass(2 * MINUTE_MS).press({ type: 'endEmergency' });
  const adverseId = random.id();
  const what = `Saturation ${spo2} % with shallow breathing, six litres of oxygen, awake after four minutes`;
  sitting
    .pass(4 * MINUTE_MS)
    .press({ type: 'noteAdverseEvent', adverseId, severity: 'severe', what, markId: null, agoMs: 0 });
  sitting.press({ type: 'tellAdverseEvent', adverseId, who: cast.prescriber.name, agoMs: 0 });
  return true;
}
