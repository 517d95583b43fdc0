import { leavingWays } from '../../shared/session/event-bodies.ts';
import { answerAll, type Cast } from './before.ts';
import { correctReading, takeReading } from './readings.ts';
import type { Sitting } from './sitting.ts';
import { readingAt } from './vitals.ts';
import { noteText, ownWords, reason } from './words.ts';

const MINUTE_MS = 60_000;

/** From the pump's stop until the patient has left. */
export function recover(sitting: Sitting, cast: Cast): void {
  const { random } = sitting;
  const { author } = sitting;
  takeReading(sitting, readingAt(cast.baseline, 0.7, random), 0);
  recordDose(sitting, cast);
  sitting.press({ type: 'beginRest' });
  sitting.pass(random.whole(13, 17) * MINUTE_MS);
  const readingId = takeReading(sitting, readingAt(cast.baseline, 0.4, random), 0);
  sitting.pass(random.whole(10, 13) * MINUTE_MS).press({ type: 'endRest' });
  takeReading(sitting, readingAt(cast.baseline, 0.2, random), 0);
  if (random.chance(0.04)) correctReading(sitting, readingId);
  answerAll(sitting, 'recovery', sitting.protocol.recoveryChecks);
  if (random.chance(0.5)) sitting.press({ type: 'keepOwnWords', text: ownWords(random) });
  if (random.chance(0.3)) sitting.press({ type: 'note', text: noteText(random) });
  if (random.chance(0.03)) amendStart(sitting);
  const stopped = sitting.session.stopped?.at ?? sitting.now().wallMs;
  sitting.pass(Math.max(0, stopped + (61 + random.whole(0, 25)) * MINUTE_MS - sitting.now().wallMs));
  takeReading(sitting, readingAt(cast.baseline, 0, random), 0);
  leave(sitting, cast);
  if (random.chance(0.05)) sitting.pass(5 * MINUTE_MS).press({ type: 'note', text: noteText(random) }, author);
}

function recordDose(sitting: Sitting, { checker }: Cast): void {
  const { order, plannedMs, stopped } = sitting.session;
  const mg = order?.order.mg ?? 0;
  const share = Math.min(1, (stopped?.sessionMs ?? plannedMs) / plannedMs);
  const mgGiven = Math.round(mg * share * 10) / 10;
  const mgDiscarded = Math.round((mg - mgGiven) * 10) / 10;
  const witness = mgDiscarded > 0 ? { staffId: checker.staffId, pin: '0000' } : null;
  sitting.press({ type: 'recordDose', mgGiven, mgDiscarded, witness, note: null });
}

function amendStart(sitting: Sitting): void {
  const { started } = sitting.session;
  if (started === null) return;
  sitting.attempt({ type: 'amendTime', what: 'started', at: started.at - 30_000, reason: reason(sitting.random) });
}

function leave(sitting: Sitting, cast: Cast): void {
  const { random } = sitting;
  const two = { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 };
  const items = random.chance(0.3) ? { ...two, circulation: 1 } : two;
  sitting.press({ type: 'score', scale: 'aldrete', items, judgement: 'fit' });
  sitting.pass(random.whole(1, 8) * MINUTE_MS);
  const how = random.chance(0.02) ? random.pick(leavingWays.slice(1)) : 'fit';
  const otherwise = how === 'fit' ? { note: null } : { note: 'wants to go', told: cast.prescriber.name };
  const escort = random.pick(['sister', 'husband', 'friend']);
  sitting.press({ type: 'finish', how, escort, ...otherwise, agoMs: 0 });
}
