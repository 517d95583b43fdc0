import type { Sitting } from '../archive/sitting.ts';
import { MINUTE_MS } from './calendar.ts';
import type { VisitCast } from './cast.ts';
import type { AdverseSeverity } from '../../shared/session/adverse-bodies.ts';
import type { stopReasons } from '../../shared/session/event-bodies.ts';
import { answerItems } from './before.ts';
import { passUntil, takeDue, turnsOf } from './take.ts';
import { backNotes, ownWords } from './words.ts';

type StopReason = (typeof stopReasons)[number];
type Harm = readonly [AdverseSeverity, string];

/** From the pump's stop until the patient has left. */
export function recoverVisit(sitting: Sitting, cast: VisitCast): void {
  const { random } = sitting;
  const stoppedAt = sitting.session.stopped?.at ?? sitting.now().wallMs;
  takeDue(sitting, cast, { dueId: 'recovery-0', minute: 0, kind: 'taken' });
  recordDose(sitting, cast);
  sitting.press({ type: 'beginRest' });
  const turns = turnsOf('recovery', [15, 30, 60], sitting);
  for (const turn of turns) {
    if (turn.dueId === 'recovery-60') break;
    passUntil(sitting, stoppedAt, turn.minute);
    takeDue(sitting, cast, turn);
  }
  sitting.pass(2 * MINUTE_MS).press({ type: 'endRest' });
  if (random.chance(0.45)) walk(sitting);
  if (random.chance(0.5)) sitting.press({ type: 'note', text: random.pick(backNotes) });
  if (random.chance(0.55)) sitting.pass(4 * MINUTE_MS).press({ type: 'keepOwnWords', text: random.pick(ownWords) });
  adverse(sitting, cast);
  answerItems(sitting, cast, 'recovery', sitting.protocol.recoveryChecks);
  for (const turn of turns.slice(2)) {
    passUntil(sitting, stoppedAt, Math.max(60.5, turn.minute));
    takeDue(sitting, cast, { ...turn, kind: 'taken' });
  }
  leave(sitting, cast);
}

function recordDose(sitting: Sitting, { checker }: VisitCast): void {
  const { order, plannedMs, stopped } = sitting.session;
  const mg = order?.order.mg ?? 0;
  const share = Math.min(1, (stopped?.sessionMs ?? plannedMs) / plannedMs);
  const mgGiven = Math.round(mg * share * 10) / 10;
  const mgDiscarded = Math.round((mg - mgGiven) * 10) / 10;
  const witness = mgDiscarded > 0 ? { staffId: checker.staffId, pin: '0000' } : null;
  sitting.pass(40_000).press({ type: 'recordDose', mgGiven, mgDiscarded, witness, note: null });
}

function walk(sitting: Sitting): void {
  sitting.pass(3 * MINUTE_MS).press({ type: 'patientUp', upId: sitting.random.id() });
  sitting.pass(10_000).press({ type: 'patientWalks', walker: 'nurse' });
  sitting.pass(4 * MINUTE_MS).press({ type: 'patientBack' });
}

/** What somebody judged to be harm, by how the pump stopped. */
const harm: Partial<Record<StopReason, Harm>> & { readonly complete: Harm } = {
  complete: ['mild', 'Headache since the end of the infusion, no other sign'],
  vomiting: ['moderate', 'Vomited four times over twenty minutes, fluid given'],
  distress: ['moderate', 'Fear of dying for ten minutes, had to be held, trembling afterwards'],
  patientAsks: ['moderate', 'Panic for some minutes, did not know where they were'],
  line: ['mild', 'Forearm swollen where the line had been, cooled'],
};

/** What was more than a complaint, as somebody judged it: after a bad hour, and now and then otherwise. */
function adverse(sitting: Sitting, { planned, prescriber }: VisitCast): void {
  const { random } = sitting;
  const { stopped, adverse: known } = sitting.session;
  for (const { adverseId } of known)
    sitting.press({ type: 'noteAdverseOutcome', adverseId, outcome: 'recovered', note: 'On room air since then' });
  if (planned.story === 'emergency' || !random.chance(stopped?.early === true ? 0.5 : 0.02)) return;
  const adverseId = random.id();
  const [severity, what] = harm[stopped?.reason ?? 'complete'] ?? harm.complete;
  sitting.press({ type: 'noteAdverseEvent', adverseId, severity, what, markId: null, agoMs: 5 * MINUTE_MS });
  sitting.pass(MINUTE_MS).press({ type: 'tellAdverseEvent', adverseId, who: prescriber.name, agoMs: 0 });
  if (random.chance(0.8))
    sitting.pass(2 * MINUTE_MS).press({ type: 'noteAdverseOutcome', adverseId, outcome: 'recovered', note: null });
}

function leave(sitting: Sitting, cast: VisitCast): void {
  const { random } = sitting;
  const two = { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 };
  const items = random.chance(0.15) ? { ...two, activity: 1 } : two;
  sitting.press({ type: 'score', scale: 'aldrete', items, judgement: 'fit' });
  sitting.pass(random.whole(2, 12) * MINUTE_MS);
  if (cast.planned.story === 'emergency' && random.chance(0.4)) {
    const note = 'For the night to the hospital, to be watched; well when leaving.';
    sitting.press({ type: 'finish', how: 'hospital', escort: null, note, told: cast.prescriber.name, agoMs: 0 });
    return;
  }
  if (random.chance(0.012)) {
    const note = 'The escort did not come; taxi called, walked down by us.';
    sitting.press({ type: 'finish', how: 'noEscort', escort: null, note, told: cast.prescriber.name, agoMs: 0 });
    return;
  }
  const escort = cast.planned.patient.escort.replace(/,.*/u, '');
  sitting.press({ type: 'finish', how: 'fit', escort, note: null, agoMs: 0 });
}
