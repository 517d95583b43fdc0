import { roomScene } from '../../shared/lights/scene.ts';
import { markKinds, severities } from '../../shared/session/care-bodies.ts';
import { pauseReasons, stopReasons } from '../../shared/session/event-bodies.ts';
import { elapsed } from '../../shared/session/life.ts';
import type { Author } from '../../shared/session/event.ts';
import type { Cast } from './before.ts';
import type { Sitting } from './sitting.ts';
import { correctReading, takeReading } from './readings.ts';
import { partly, readingAt } from './vitals.ts';
import { noteText } from './words.ts';

const MINUTE_MS = 60_000;
const unsigned: Author = { kind: 'unsigned' };

/** Something that happens at a minute of the infusion. */
interface Act {
  readonly minute: number;
  readonly act: () => void;
}

/** From the start to the pump's stop. */
export function infuse(sitting: Sitting, cast: Cast): void {
  const { random } = sitting;
  const { story } = cast.planned;
  sitting.press({ type: 'start', agoMs: random.chance(0.2) ? MINUTE_MS : 0 });
  const planned = sitting.session.plannedMs / MINUTE_MS;
  const end = story === 'early' ? random.whole(8, planned - 5) : Infinity;
  for (const { minute, act } of agenda(sitting, cast)) {
    if (minute >= Math.min(end, planned)) break;
    passTo(sitting, minute);
    act();
  }
  passTo(sitting, Math.min(end, planned));
  if (sitting.session.emergency !== null) sitting.press({ type: 'endEmergency' });
  if (story === 'early') {
    sitting.press({ type: 'stopPump', reason: random.pick(stopReasons.slice(1)), note: noteText(random), agoMs: 0 });
    return;
  }
  sitting.pass(random.whole(5, 150) * 1000);
  sitting.press({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 });
}

/** Lets time pass until session time has come to a minute. */
function passTo(sitting: Sitting, minute: number): void {
  const left = minute * MINUTE_MS - elapsed(sitting.session, sitting.now());
  if (left > 0) sitting.pass(left);
}

function agenda(sitting: Sitting, cast: Cast): Act[] {
  const { random } = sitting;
  const { story } = cast.planned;
  const acts: Act[] = [5, 15, 30, 40].map((minute) => ({
    minute: minute + random.whole(-2, 2),
    act: () => dueReading(sitting, cast, minute),
  }));
  const sometimes = (share: number, most: number, act: () => void): void => {
    for (let time = 0; time < most; time += 1)
      if (random.chance(share)) acts.push({ minute: random.whole(2, 48), act });
  };
  sometimes(0.5, 6, () => sitting.press({ type: 'note', text: noteText(random) }));
  sometimes(0.4, 4, () => mark(sitting));
  sometimes(0.4, 2, () => takeReading(sitting, partly(readingAt(cast.baseline, 0.6, random), random), 0));
  sometimes(0.4, 3, () => sitting.attempt({ type: 'setVolume', level: random.whole(2, 9) / 10 }));
  sometimes(0.2, 2, () => sitting.attempt({ type: 'nextTrack' }));
  sometimes(0.1, 1, () =>
    sitting.press({ type: 'setLights', scene: roomScene(random.whole(1, 5) / 10, 2200), fadeMs: 10_000 }),
  );
  sometimes(0.1, 1, () => lengthen(sitting));
  sometimes(0.01, 1, () => sitting.restart(random.whole(4, 90) * 1000));
  sometimes(0.08, 1, () => medicine(sitting, cast));
  if (story === 'paused') acts.push({ minute: random.whole(6, 44), act: () => pause(sitting) });
  if (story === 'emergency') acts.push({ minute: random.whole(10, 40), act: () => emergency(sitting) });
  return acts.toSorted((a, b) => a.minute - b.minute);
}

function dueReading(sitting: Sitting, cast: Cast, minute: number): void {
  const { random } = sitting;
  if (random.chance(0.03)) {
    const readingId = random.id();
    const takenAt = sitting.now().wallMs;
    sitting.attempt({ type: 'readingNotObtained', readingId, dueId: null, reason: 'Asleep, not to be woken', takenAt });
    return;
  }
  const rise = minute < 10 ? 0.4 : 1;
  const readingId = takeReading(
    sitting,
    partly(readingAt(cast.baseline, rise, random), random),
    random.whole(0, 40) * 1000,
  );
  if (!random.chance(0.06)) return;
  sitting.pass(random.whole(20, 80) * 1000);
  correctReading(sitting, readingId);
}

function mark(sitting: Sitting): void {
  const { random } = sitting;
  const markId = random.id();
  const locked = random.chance(0.15);
  sitting.press(
    { type: 'mark', markId, kind: random.pick(markKinds), note: null, agoMs: 0 },
    locked ? unsigned : sitting.author,
  );
  if (random.chance(0.1)) sitting.press({ type: 'takeBackMark', markId });
  else if (random.chance(0.5)) {
    const severity = random.pick(severities);
    sitting.pass(30_000).attempt({ type: 'gradeMark', markId, severity });
    sitting.attempt({ type: 'settleMark', markId, settled: true });
    sitting.attempt({ type: 'note', text: noteText(random) });
  }
  const { unsigned: seqs } = sitting.session;
  if (locked) sitting.pass(60_000).press({ type: 'claim', seqs: [...seqs] });
}

function medicine(sitting: Sitting, { checker, prescriber }: Cast): void {
  const { random } = sitting;
  const given = {
    drug: random.pick(['Ondansetron', 'Midazolam', 'Labetalol']),
    dose: random.pick(['4 mg', '1 mg', '10 mg']),
  };
  const who = { checkedBy: checker.name, orderedBy: prescriber.name };
  sitting.press({ type: 'giveMedication', medicationId: random.id(), ...given, route: 'iv', ...who, agoMs: 0 });
}

function lengthen(sitting: Sitting): void {
  const plannedMs = sitting.session.plannedMs + 10 * MINUTE_MS;
  sitting.attempt({ type: 'changeLength', plannedMs, reason: 'Line had stood' });
}

function pause(sitting: Sitting): void {
  const { random } = sitting;
  const pumpStands = random.chance(0.85);
  sitting.press({ type: 'pausePump', reason: random.pick(pauseReasons), pumpStands, note: null, agoMs: 0 });
  sitting.pass(random.whole(40, 420) * 1000);
  sitting.attempt({ type: 'resumePump', agoMs: 0 });
}

function emergency(sitting: Sitting): void {
  const { random } = sitting;
  sitting.press({ type: 'beginEmergency' }, random.chance(0.3) ? unsigned : sitting.author);
  for (const step of ['oxygen', 'doctor'] as const)
    sitting.pass(random.whole(10, 60) * 1000).press({ type: 'emergencyStep', step, note: null });
  sitting.pass(random.whole(60, 300) * 1000).press({ type: 'endEmergency' });
  const { unsigned: seqs } = sitting.session;
  if (seqs.length > 0) sitting.press({ type: 'claim', seqs: [...seqs] });
}
