import type { Failure } from '../ipc/answer.ts';
import type { MarkState } from './care-state.ts';
import { isComplaint, lasts } from './mark-kinds.ts';
import { by, refused, type RuleContext, type Rules, type Ruling } from './rule.ts';
import type { Session } from './state.ts';

function standing(session: Session, markId: string): MarkState | Failure {
  const mark = session.marks.find((candidate) => candidate.markId === markId);
  if (mark === undefined) return refused('mark.unknown', {}, 'markId');
  return mark.takenBack ? refused('mark.takenBack', {}, 'markId') : mark;
}

/** One detail more of an event; what was said of it before stays as it stands now, whatever the sender's screen showed. */
function detailed(
  session: Session,
  markId: string,
  { may, change }: { readonly may: (kind: MarkState['kind']) => boolean; readonly change: Partial<MarkState> },
  context: RuleContext,
): Ruling {
  const mark = standing(session, markId);
  if ('ok' in mark) return mark;
  if (!may(mark.kind)) return refused('mark.plain', {}, 'markId');
  const { severity, settled } = { ...mark, ...change };
  return [by(session, context, { type: 'markDetailed', markId, severity, settled, note: null })];
}

function notUnsigned(session: Session, seqs: readonly number[]): Failure | null {
  const all = seqs.length > 0 && seqs.every((seq) => session.unsigned.includes(seq));
  return all ? null : refused('claim.unknown', {}, 'seqs');
}

/** Commands about events, notes, and entries of the locked screen. */
export const entryRules: Rules<'mark' | 'takeBackMark' | 'gradeMark' | 'settleMark' | 'note' | 'claim' | 'disown'> = {
  mark: (session, { markId, kind, note, agoMs }, context) => {
    if (session.marks.some((mark) => mark.markId === markId)) return refused('mark.known', {}, 'markId');
    return [by(session, context, { type: 'marked', markId, kind, note }, agoMs)];
  },
  takeBackMark: (session, { markId }, context) => {
    const mark = standing(session, markId);
    return 'ok' in mark ? mark : [by(session, context, { type: 'markTakenBack', markId })];
  },
  gradeMark: (session, { markId, severity }, context) =>
    detailed(session, markId, { may: isComplaint, change: { severity } }, context),
  settleMark: (session, { markId, settled }, context) =>
    detailed(session, markId, { may: lasts, change: { settled } }, context),
  note: (session, { text }, context) => [by(session, context, { type: 'noted', text })],
  claim: (session, { seqs }, context) =>
    notUnsigned(session, seqs) ?? [by(session, context, { type: 'claimed', seqs })],
  disown: (session, { seqs, reason }, context) =>
    notUnsigned(session, seqs) ?? [by(session, context, { type: 'disowned', seqs, reason })],
};
