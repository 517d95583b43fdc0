import type { CheckItem } from '../protocol/check-item.ts';
import { allStartBlockers } from './blockers.ts';
import type { SessionCommand } from './command.ts';
import { badTime, by, invalid, refused, type Rules } from './rule.ts';
import type { Session } from './state.ts';

type Command<T extends SessionCommand['type']> = Extract<SessionCommand, { type: T }>;

const takes: Readonly<Record<CheckItem['answer'], readonly NonNullable<Command<'answerCheck'>['answer']>[]>> = {
  done: ['done', 'notApplicable'],
  yesNo: ['yes', 'no', 'notApplicable'],
  offered: ['accepted', 'declined', 'notApplicable'],
  value: ['value', 'notApplicable'],
};

function answerProblem(session: Session, item: CheckItem | undefined, command: Command<'answerCheck'>) {
  if (item === undefined) return invalid('check.unknown', 'itemId');
  if (command.list === 'recovery' && session.phase !== 'recovery') {
    return refused('session.notNow', { command: command.type, phase: session.phase });
  }
  if (command.answer === null) return null;
  if (!takes[item.answer].includes(command.answer)) return invalid('check.answer', 'answer', { itemId: item.id });
  const empty = command.value === null || command.value.trim() === '';
  return command.answer === 'value' && empty ? invalid('check.value', 'value', { itemId: item.id }) : null;
}

/** Commands of the pre-checks: list, order, baseline, override. */
export const preparationRules: Rules<
  | 'beginPreChecks'
  | 'answerCheck'
  | 'noteWishes'
  | 'chooseMusic'
  | 'enterOrder'
  | 'checkOrder'
  | 'acceptBaseline'
  | 'override'
  | 'signTelephoneOrder'
  | 'settleIn'
> = {
  beginPreChecks: (session, _command, context) => [by(session, context, { type: 'preChecksBegun' })],
  answerCheck: (session, command, context) => {
    const { list, itemId, answer, value } = command;
    const items = list === 'preChecks' ? context.protocol.preChecks : context.protocol.recoveryChecks;
    const problem = answerProblem(
      session,
      items.find((item) => item.id === itemId),
      command,
    );
    return problem ?? [by(session, context, { type: 'checkAnswered', list, itemId, answer, value })];
  },
  noteWishes: (session, { intention, wishes }, context) => [
    by(session, context, { type: 'wishesNoted', intention, wishes }),
  ],
  chooseMusic: (session, { musicHash, title }, context) => [
    by(session, context, { type: 'musicChosen', musicHash, title }),
  ],
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
    const keys = allStartBlockers(session, context.protocol)
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
  signTelephoneOrder: (session, { staffId }, context) => [
    by(session, context, { type: 'telephoneOrderSigned', staffId }),
  ],
  settleIn: (session, _command, context) => [by(session, context, { type: 'settledIn' })],
};
