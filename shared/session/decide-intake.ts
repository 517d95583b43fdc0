import { sameChoice } from '../intake/choice.ts';
import { choosesSame } from '../intake/wish.ts';
import { by, refused, type Rules } from './rule.ts';

/** Commands of the patient's choice, and of the screen on which they make it. */
export const intakeRules: Rules<
  'openIntake' | 'keepIntake' | 'askIntakeHelp' | 'answerIntakeHelp' | 'restIntake' | 'closeIntake'
> = {
  openIntake: (session, { language, ownFiles }, context) => [
    by(session, context, { type: 'intakeOpened', language, ownFiles }),
  ],
  keepIntake: (session, command, context) => {
    const before = session.intake.choice;
    const asking = session.intake.screen === 'asking';
    if (command.by === 'patient' && !asking)
      return refused('session.notNow', { command: command.type, phase: session.phase });
    // An intention is the patient's own: staff, who may not even read it, leave it as it is.
    const choice =
      command.by === 'patient' ? command.choice : { ...command.choice, intention: before?.intention ?? null };
    if (before !== null && sameChoice(before, choice)) return [];
    const kept = by(session, context, { type: 'intakeKept', by: command.by, choice });
    const { music } = command;
    const same = before !== null && choosesSame(before, choice);
    if (music === null || same || music.musicHash === session.musicHash) return [kept];
    return [kept, by(session, context, { type: 'musicChosen', ...music })];
  },
  askIntakeHelp: (session, _command, context) => [by(session, context, { type: 'intakeHelpAsked' })],
  answerIntakeHelp: (session, _command, context) => [by(session, context, { type: 'intakeHelpAnswered' })],
  restIntake: (session, _command, context) => [by(session, context, { type: 'intakeRested' })],
  closeIntake: (session, _command, context) => [by(session, context, { type: 'intakeClosed' })],
};
