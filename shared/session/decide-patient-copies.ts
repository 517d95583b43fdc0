import { DISAGREE_MS } from '../time/clock.ts';
import { by, invalid, refused, type Rules } from './rule.ts';

/** Commands about the patient's copy. What is handed over was asked for, and once. */
export const patientCopyRules: Rules<'askCopy' | 'handCopy'> = {
  askCopy: (session, { copyId, askedAt, whole }, context) => {
    if (session.patientCopies.some((copy) => copy.copyId === copyId)) return refused('patientCopy.known', {}, 'copyId');
    if (askedAt > context.now.wallMs + DISAGREE_MS) return invalid('time.future', 'askedAt');
    return [by(session, context, { type: 'copyAsked', copyId, askedAt, whole })];
  },
  handCopy: (session, { copyId, form, identity }, context) => {
    const copy = session.patientCopies.find((candidate) => candidate.copyId === copyId);
    if (copy === undefined) return refused('patientCopy.unknown', {}, 'copyId');
    if (copy.handed !== null) return refused('patientCopy.handed', {}, 'copyId');
    return [by(session, context, { type: 'copyHanded', copyId, form, identity })];
  },
};
