import type { Folds } from './fold.ts';
import type { MarkState } from './care-state.ts';
import type { Session } from './state.ts';

function changedMark(session: Session, markId: string, change: Partial<MarkState>): Session {
  return { ...session, marks: session.marks.map((mark) => (mark.markId === markId ? { ...mark, ...change } : mark)) };
}

/** What happened to the patient. */
export const careFolds: Folds<'marked' | 'markTakenBack' | 'markDetailed' | 'noted'> = {
  marked: (session, { markId, kind, note }, moment) => {
    const { seq, at, lifeMs, author } = moment;
    const mark: MarkState = {
      markId,
      seq,
      kind,
      at,
      lifeMs,
      note,
      severity: null,
      settled: false,
      settledAt: null,
      takenBack: false,
      author,
    };
    return { ...session, marks: [...session.marks, mark] };
  },
  markTakenBack: (session, { markId }) => changedMark(session, markId, { takenBack: true }),
  markDetailed: (session, { markId, severity, settled, note }, moment) => {
    const before = session.marks.find((mark) => mark.markId === markId);
    const settledAt = settled ? (before?.settledAt ?? moment.at) : null;
    return changedMark(session, markId, { severity, settled, settledAt, note: note ?? before?.note ?? null });
  },
  noted: (session) => session,
};
