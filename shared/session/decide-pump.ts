import type { Failure } from '../ipc/answer.ts';
import { rateDoubt, totalDoubt } from './pump-doubts.ts';
import type { PumpNote } from './pump-state.ts';
import { by, refused, type RuleContext, type Rules } from './rule.ts';
import { SLIP_MS } from './slip.ts';
import type { Session } from './state.ts';

/** A moment at which the pump cannot have shown it, or an id that is known already; null where it can stand. */
function badNote(session: Session, noteId: string, agoMs: number, context: RuleContext): Failure | null {
  if (session.pumpNotes.some((note) => note.noteId === noteId)) return refused('pump.known', {}, 'noteId');
  const isBefore = context.lifeMs - agoMs < (session.started?.lifeMs ?? 0);
  return isBefore ? refused('pump.beforeStart', {}, 'agoMs') : null;
}

function standing(session: Session, noteId: string): PumpNote | Failure {
  const note = session.pumpNotes.find((candidate) => candidate.noteId === noteId);
  if (note === undefined) return refused('pump.unknown', {}, 'noteId');
  return note.withdrawn === null ? note : refused('pump.withdrawn', {}, 'noteId');
}

/** Commands about what stands on the pump. */
export const pumpRules: Rules<'notePumpRate' | 'readPumpTotal' | 'takeBackPumpNote' | 'withdrawPumpNote'> = {
  notePumpRate: (session, { noteId, rate, confirmed, agoMs }, context) => {
    const problem = badNote(session, noteId, agoMs, context);
    if (problem !== null) return problem;
    const isOver = session.stopped !== null && context.lifeMs - agoMs > session.stopped.lifeMs;
    if (isOver) return refused('pump.afterStop', {}, 'agoMs');
    const doubt = rateDoubt(session, rate);
    if (doubt !== null && !confirmed) return refused('pump.unlikely', { doubt }, 'rate');
    return [by(session, context, { type: 'pumpRateNoted', noteId, rate }, agoMs)];
  },
  readPumpTotal: (session, { noteId, total, confirmed, agoMs }, context) => {
    const problem = badNote(session, noteId, agoMs, context);
    if (problem !== null) return problem;
    const doubt = totalDoubt(session, total, context.lifeMs - agoMs);
    if (doubt !== null && !confirmed) return refused('pump.unlikely', { doubt }, 'total');
    return [by(session, context, { type: 'pumpTotalRead', noteId, total }, agoMs)];
  },
  takeBackPumpNote: (session, { noteId }, context) => {
    const note = standing(session, noteId);
    if ('ok' in note) return note;
    if (context.lifeMs - note.pressedLifeMs > SLIP_MS) return refused('pump.tooLate', {}, 'noteId');
    return [by(session, context, { type: 'pumpNoteWithdrawn', noteId, reason: null })];
  },
  withdrawPumpNote: (session, { noteId, reason }, context) => {
    const note = standing(session, noteId);
    return 'ok' in note ? note : [by(session, context, { type: 'pumpNoteWithdrawn', noteId, reason })];
  },
};
