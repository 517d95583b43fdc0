import { sameChoice, type Choice } from '../intake/choice.ts';
import { choosesSame } from '../intake/wish.ts';
import { notDarkerThan } from '../lights/floor.ts';
import type { NewSessionEvent } from './event.ts';
import { by, byApp, refused, type RuleContext, type Rules } from './rule.ts';
import type { Session } from './state.ts';

/** A room that turns out darker than the patient accepts comes up over this long, ms. */
const UP_TO_WISH_MS = 20_000;

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
    const kept = [
      by(session, context, { type: 'intakeKept', by: command.by, choice }),
      ...lighter(session, choice, context),
    ];
    const { music } = command;
    const same = before !== null && choosesSame(before, choice);
    if (music === null || same || music.musicHash === session.musicHash) return kept;
    return [...kept, by(session, context, { type: 'musicChosen', ...music })];
  },
  askIntakeHelp: (session, _command, context) => [by(session, context, { type: 'intakeHelpAsked' })],
  answerIntakeHelp: (session, _command, context) => [by(session, context, { type: 'intakeHelpAnswered' })],
  restIntake: (session, _command, context) => [by(session, context, { type: 'intakeRested' })],
  closeIntake: (session, _command, context) => [by(session, context, { type: 'intakeClosed' })],
};

/** The light comes up at once where the room is darker than is accepted from now on; an emergency is bright by itself. */
function lighter(session: Session, { comfort }: Choice, context: RuleContext): NewSessionEvent[] {
  const { lights, emergency } = session;
  if (lights === null || emergency !== null) return [];
  const scene = notDarkerThan(lights.scene, comfort.darkest ?? 0);
  if (scene === lights.scene) return [];
  return [byApp(session, context, { type: 'lightsSet', scene, fadeMs: UP_TO_WISH_MS, why: 'wish' })];
}
