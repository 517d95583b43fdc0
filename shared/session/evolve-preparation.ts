import type { Folds } from './fold.ts';
import type { Session } from './state.ts';
import { withDecision, type TelephoneDecision } from './telephone-state.ts';

function withoutOrderKeys(override: Session['override']): Session['override'] {
  return override === null
    ? null
    : { ...override, blockers: override.blockers.filter((key) => !key.startsWith('order')) };
}

/** Whether it is this decision that lets the start go now. */
function isOf({ by, reason }: NonNullable<Session['override']>, decision: TelephoneDecision): boolean {
  return by.kind === 'telephone' && by.at === decision.at && reason === decision.reason;
}

/** What preparation does to a session: lists, order, baseline, override. */
export const preparationFolds: Folds<
  | 'checkAnswered'
  | 'checkSigned'
  | 'sheetsPrinted'
  | 'roomTaken'
  | 'pcChecked'
  | 'wishesNoted'
  | 'orderEntered'
  | 'orderChecked'
  | 'baselineAccepted'
  | 'overridden'
  | 'telephoneOrderSigned'
> = {
  checkAnswered: (session, { list, itemId, answer, value }, moment) => {
    const { [itemId]: _before, ...others } = session.checks[list];
    const entry =
      answer === null ? {} : { [itemId]: { answer, value, at: moment.at, author: moment.author, checkerId: null } };
    return { ...session, checks: { ...session.checks, [list]: { ...others, ...entry } } };
  },
  checkSigned: (session, { list, itemId, checkerId }) => {
    const found = session.checks[list][itemId];
    if (found === undefined) return session;
    const answers = { ...session.checks[list], [itemId]: { ...found, checkerId } };
    return { ...session, checks: { ...session.checks, [list]: answers } };
  },
  sheetsPrinted: (session, { sheets, language }, moment) => ({
    ...session,
    printed: [...session.printed, { sheets, language, at: moment.at }],
  }),
  roomTaken: (session, _body, { author, lifeMs, at }) =>
    author.kind === 'staff'
      ? { ...session, watch: [...session.watch, { staffId: author.staffId, lifeMs, at }] }
      : session,
  pcChecked: (session, { results }, { seq }) => ({ ...session, pcChecked: { seq, results } }),
  wishesNoted: (session, { intention, wishes }) => ({ ...session, intention, wishes }),
  orderEntered: (session, { order }, moment) => ({
    ...session,
    order: { order, enteredBy: moment.author, checkerId: null },
    override: withoutOrderKeys(session.override),
  }),
  orderChecked: (session, { checkerId }) => ({
    ...session,
    order: session.order === null ? null : { ...session.order, checkerId },
  }),
  baselineAccepted: (session, { readingId }) => ({ ...session, baselineId: readingId }),
  overridden: (session, { blockers, reason, by }, moment) => ({
    ...session,
    telephoned: withDecision(session.telephoned, { what: 'override', seq: moment.seq, by, reason }),
    override: { blockers, reason, by, at: moment.at, signedBy: by.kind === 'prescriber' ? by.staffId : null },
  }),
  telephoneOrderSigned: (session, { staffId, decisionSeq }) => {
    const signed = session.telephoned.findLast(({ seq }) => decisionSeq === undefined || seq === decisionSeq);
    if (signed === undefined) return session;
    const { override } = session;
    return {
      ...session,
      telephoned: session.telephoned.map((one) => (one === signed ? { ...one, signedBy: staffId } : one)),
      override: override !== null && isOf(override, signed) ? { ...override, signedBy: staffId } : override,
    };
  },
};
