import type { Failure } from '../ipc/answer.ts';
import { togetherItems, type CheckItem } from '../protocol/check-item.ts';
import { readValue } from '../protocol/check-value.ts';
import type { Protocol } from '../protocol/schema.ts';
import { allStartBlockers } from './blockers.ts';
import type { SessionCommand } from './command.ts';
import { badTime, by, invalid, refused, type RuleContext, type Rules, type Ruling } from './rule.ts';
import { forThem, notTheirs } from './sign-for.ts';
import type { Session } from './state.ts';
import { holderOf } from './watch.ts';

type Command<T extends SessionCommand['type']> = Extract<SessionCommand, { type: T }>;

const takes: Readonly<Record<CheckItem['answer'], readonly NonNullable<Command<'answerCheck'>['answer']>[]>> = {
  done: ['done', 'notApplicable'],
  yesNo: ['yes', 'no', 'notApplicable'],
  offered: ['accepted', 'declined', 'notApplicable'],
  value: ['value', 'notApplicable'],
};

type List = Command<'answerCheck'>['list'];

/** The lists of recovery wait for it. */
function tooEarly(session: Session, list: List, command: SessionCommand['type']): Failure | null {
  return list === 'recovery' && session.phase !== 'recovery'
    ? refused('session.notNow', { command, phase: session.phase })
    : null;
}

function itemsOf(protocol: Protocol, list: List): readonly CheckItem[] {
  return list === 'preChecks' ? protocol.preChecks : protocol.recoveryChecks;
}

function answerCheck(session: Session, command: Command<'answerCheck'>, context: RuleContext): Ruling {
  const { list, itemId, answer } = command;
  const item = itemsOf(context.protocol, list).find((candidate) => candidate.id === itemId);
  if (item === undefined) return invalid('check.unknown', 'itemId');
  const problem = tooEarly(session, list, command.type);
  if (problem !== null) return problem;
  if (answer !== null && !takes[item.answer].includes(answer)) return invalid('check.answer', 'answer', { itemId });
  let value = command.value;
  if (answer === 'value') {
    value = readValue(item.value ?? { kind: 'text' }, value ?? '', context.now.wallMs);
    if (value === null) return invalid('check.value', 'value', { itemId });
  }
  return [by(session, context, { type: 'checkAnswered', list, itemId, answer, value })];
}

function answerGroup(session: Session, { type, list, group }: Command<'answerGroup'>, context: RuleContext): Ruling {
  const problem = tooEarly(session, list, type);
  if (problem !== null) return problem;
  const open = togetherItems(itemsOf(context.protocol, list), session.checks[list], group);
  if (open.length === 0) return refused('check.nothingOpen');
  return open.map((item) =>
    by(session, context, { type: 'checkAnswered', list, itemId: item.id, answer: 'done', value: null }),
  );
}

function signCheck(session: Session, command: Command<'signCheck'>, context: RuleContext): Ruling {
  const { list, itemId, checkerId } = command;
  const given = session.checks[list][itemId];
  if (given === undefined) return refused('check.notAnswered', {}, 'itemId');
  if (given.author.kind === 'staff' && given.author.staffId === checkerId)
    return refused('check.sameChecker', {}, 'checkerId');
  return [by(session, context, { type: 'checkSigned', list, itemId, checkerId })];
}

/** Commands of the pre-checks: list, order, baseline, override. */
export const preparationRules: Rules<
  | 'beginPreChecks'
  | 'answerCheck'
  | 'answerGroup'
  | 'signCheck'
  | 'noteSheetsPrinted'
  | 'takeRoom'
  | 'noteWishes'
  | 'chooseMusic'
  | 'chooseNoMusic'
  | 'enterOrder'
  | 'checkOrder'
  | 'acceptBaseline'
  | 'override'
  | 'signTelephoneOrder'
  | 'settleIn'
> = {
  beginPreChecks: (session, _command, context) => [by(session, context, { type: 'preChecksBegun' })],
  answerCheck,
  answerGroup,
  signCheck,
  takeRoom: (session, _command, context) =>
    context.author.kind === 'staff' && context.author.staffId === holderOf(session)
      ? refused('room.held')
      : [by(session, context, { type: 'roomTaken' })],
  noteSheetsPrinted: (session, { sheets, language }, context) => [
    by(session, context, { type: 'sheetsPrinted', sheets: [...new Set(sheets)], language }),
  ],
  noteWishes: (session, { intention, wishes }, context) => [
    by(session, context, { type: 'wishesNoted', intention, wishes }),
  ],
  chooseMusic: (session, { musicHash, title }, context) => [
    by(session, context, { type: 'musicChosen', musicHash, title }),
  ],
  chooseNoMusic: (session, { wish }, context) =>
    session.musicHash === null && session.intake.choice?.music?.kind === wish
      ? []
      : [by(session, context, { type: 'noMusicChosen', wish })],
  enterOrder: (session, { order }, context) => [by(session, context, { type: 'orderEntered', order })],
  checkOrder: (session, { checkerId }, context) => {
    const enteredBy = session.order?.enteredBy;
    if (enteredBy?.kind === 'staff' && enteredBy.staffId === checkerId)
      return refused('order.sameChecker', {}, 'checkerId');
    return [by(session, context, { type: 'orderChecked', checkerId })];
  },
  acceptBaseline: (session, { readingId }, context) => {
    const reading = session.readings.find((candidate) => candidate.readingId === readingId);
    if (reading === undefined) return refused('reading.unknown', {}, 'readingId');
    if (reading.parts === null || reading.withdrawn !== null) return refused('baseline.unfit', {}, 'readingId');
    return [by(session, context, { type: 'baselineAccepted', readingId })];
  },
  override: (session, { reason, by: who }, context) => {
    const keys = allStartBlockers(session, context.protocol, context.lifeMs)
      .filter((found) => found.overridable)
      .map((found) => found.key);
    if (keys.length === 0) return refused('override.nothing');
    if (who.kind === 'prescriber') {
      return [
        by(session, context, {
          type: 'overridden',
          blockers: keys,
          reason,
          by: { kind: 'prescriber', staffId: who.staffId },
        }),
      ];
    }
    const problem = badTime(who.at, context.now, 'at');
    return problem ?? [by(session, context, { type: 'overridden', blockers: keys, reason, by: who })];
  },
  signTelephoneOrder: (session, { staffId, decisionSeq, instead }, context) => {
    const decision = session.telephoned.find(({ seq }) => seq === decisionSeq);
    if (decision === undefined) return refused('call.noOrder', {}, 'decisionSeq');
    if (decision.signedBy !== null) return refused('call.signed', {}, 'decisionSeq');
    const said = { staffId: decision.staffId, name: decision.prescriber };
    const problem = notTheirs(said, staffId, instead);
    return (
      problem ?? [
        by(session, context, {
          type: 'telephoneOrderSigned',
          staffId,
          decisionSeq,
          ...forThem(said, staffId, instead),
        }),
      ]
    );
  },
  settleIn: (session, _command, context) => [by(session, context, { type: 'settledIn' })],
};
