import type { Sitting } from '../archive/sitting.ts';
import { MINUTE_MS } from './calendar.ts';
import type { VisitCast } from './cast.ts';

/** Nausea: graded, a medicine offered and mostly taken, settled some minutes later. */
export function feltIll(sitting: Sitting, cast: VisitCast): void {
  const { random } = sitting;
  const markId = random.id();
  sitting.press({ type: 'mark', markId, kind: 'nausea', note: null, agoMs: 0 });
  const severity = random.pick(['mild', 'mild', 'moderate', 'moderate', 'severe'] as const);
  sitting.pass(25_000).press({ type: 'gradeMark', markId, severity });
  const medicine = { drug: 'Ondansetron', dose: '4 mg', route: 'IV' };
  const medicationId = random.id();
  if (severity === 'mild') {
    sitting.pass(MINUTE_MS).press({ type: 'declineMedication', medicationId, ...medicine, agoMs: 0 });
  } else {
    const who = { checkedBy: null, orderedBy: cast.prescriber.name };
    sitting.pass(MINUTE_MS).press({ type: 'giveMedication', medicationId, ...medicine, ...who, agoMs: 0 });
    sitting.pass(20_000);
    sitting.press({ type: 'checkMedication', medicationId, checkerId: cast.checker.staffId, pin: '0000' });
  }
  if (random.chance(0.85))
    sitting.pass(random.whole(3, 6) * MINUTE_MS).press({ type: 'settleMark', markId, settled: true });
}

/** Fear in the first third: a voice, softer music, and it goes over. */
export function grewAfraid(sitting: Sitting): void {
  const { random } = sitting;
  const markId = random.id();
  sitting.press({ type: 'mark', markId, kind: 'anxiety', note: null, agoMs: 0 });
  sitting.pass(15_000).attempt({ type: 'soften' });
  sitting.pass(20_000).press({ type: 'gradeMark', markId, severity: random.pick(['mild', 'moderate'] as const) });
  sitting
    .pass(MINUTE_MS)
    .press({ type: 'note', text: 'Hand held, told where they are and that I stay. Breathing slows.' });
  sitting.pass(2 * MINUTE_MS).press({ type: 'settleMark', markId, settled: true });
  sitting.attempt({ type: 'softenBack' });
}
