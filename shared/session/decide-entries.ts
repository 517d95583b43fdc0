import type { Failure } from '../ipc/answer.ts';
import { by, refused, type Rules } from './rule.ts';
import type { Session } from './state.ts';

function unknownMark(session: Session, markId: string): Failure | null {
  const mark = session.marks.find((candidate) => candidate.markId === markId);
  if (mark === undefined) return refused('mark.unknown', {}, 'markId');
  return mark.takenBack ? refused('mark.takenBack', {}, 'markId') : null;
}

function notUnsigned(session: Session, seqs: readonly number[]): Failure | null {
  const all = seqs.length > 0 && seqs.every((seq) => session.unsigned.includes(seq));
  return all ? null : refused('claim.unknown', {}, 'seqs');
}

/** Commands about events, medicines, notes, and entries of the locked screen. */
export const entryRules: Rules<
  'mark' | 'takeBackMark' | 'detailMark' | 'giveMedication' | 'note' | 'claim' | 'disown'
> = {
  mark: (session, { markId, kind, note, agoMs }, context) => {
    if (session.marks.some((mark) => mark.markId === markId)) return refused('mark.known', {}, 'markId');
    return [by(session, context, { type: 'marked', markId, kind, note }, agoMs)];
  },
  takeBackMark: (session, { markId }, context) =>
    unknownMark(session, markId) ?? [by(session, context, { type: 'markTakenBack', markId })],
  detailMark: (session, { markId, severity, settled, note }, context) =>
    unknownMark(session, markId) ?? [by(session, context, { type: 'markDetailed', markId, severity, settled, note })],
  giveMedication: (session, { type: _type, agoMs, ...given }, context) => {
    const isKnown = session.medications.some((medication) => medication.medicationId === given.medicationId);
    if (isKnown) return refused('medication.known', {}, 'medicationId');
    return [by(session, context, { type: 'medicationGiven', ...given }, agoMs)];
  },
  note: (session, { text }, context) => [by(session, context, { type: 'noted', text })],
  claim: (session, { seqs }, context) =>
    notUnsigned(session, seqs) ?? [by(session, context, { type: 'claimed', seqs })],
  disown: (session, { seqs, reason }, context) =>
    notUnsigned(session, seqs) ?? [by(session, context, { type: 'disowned', seqs, reason })],
};
