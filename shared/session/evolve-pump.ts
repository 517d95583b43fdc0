import type { Author } from './event.ts';
import type { Folds, Moment } from './fold.ts';
import type { PumpNote } from './pump-state.ts';
import type { Session } from './state.ts';

function entered({ seq, at, lifeMs, nowLifeMs, author }: Moment) {
  return { seq, at, lifeMs, pressedLifeMs: nowLifeMs, author, withdrawn: null };
}

function changed(session: Session, change: (note: PumpNote) => PumpNote): Session {
  return { ...session, pumpNotes: session.pumpNotes.map(change) };
}

/** Refused entries of the locked screen count for nothing; what such an entry had taken back counts again. */
export function disownedNotes(session: Session, seqs: readonly number[], reason: string): Session {
  return changed(session, (note) => {
    const { withdrawn } = note;
    if (seqs.includes(note.seq)) return { ...note, withdrawn: withdrawn ?? { reason, seq: note.seq } };
    return withdrawn !== null && seqs.includes(withdrawn.seq) ? { ...note, withdrawn: null } : note;
  });
}

/** Notes that somebody has signed for by now. */
export function claimedNotes(session: Session, seqs: readonly number[], author: Author): Session {
  return changed(session, (note) => (seqs.includes(note.seq) ? { ...note, author } : note));
}

/** What was read off the pump. */
export const pumpFolds: Folds<'pumpRateNoted' | 'pumpTotalRead' | 'pumpNoteWithdrawn'> = {
  pumpRateNoted: (session, { noteId, rate }, moment) => ({
    ...session,
    pumpNotes: [...session.pumpNotes, { kind: 'rate', noteId, rate, ...entered(moment) }],
  }),
  pumpTotalRead: (session, { noteId, total }, moment) => ({
    ...session,
    pumpNotes: [...session.pumpNotes, { kind: 'total', noteId, total, ...entered(moment) }],
  }),
  pumpNoteWithdrawn: (session, { noteId, reason }, { seq }) =>
    changed(session, (note) => (note.noteId === noteId ? { ...note, withdrawn: { reason, seq } } : note)),
};
