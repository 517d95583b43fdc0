import { openChoice } from '../intake/choice.ts';
import { choosesSame, noneFromUs } from '../intake/wish.ts';
import { changedMusic } from './evolve-music.ts';
import type { Folds, Moment } from './fold.ts';
import type { Session } from './state.ts';

/** Fades in ms, each slow enough not to startle. */
const FADE = { volume: 1_500, out: 10_000, away: 3_000, back: 10_000 } as const;

/** The patient window is closed, whatever it showed; what was chosen stays. */
export function intakeOver(session: Session): Session {
  return { ...session, intake: { ...session.intake, screen: 'none', helpAskedAt: null } };
}

/** A set that is chosen after all takes the place of "quiet" and of the own phone: the patient changed their mind. */
export function setInstead(session: Session): Session {
  const { musicHash, intake } = session;
  if (musicHash === null || intake.choice === null || !noneFromUs(intake.choice.music)) return session;
  return withIntake(session, { choice: { ...intake.choice, music: { kind: 'set', musicHash } } });
}

function withIntake(session: Session, change: Partial<Session['intake']>): Session {
  return { ...session, intake: { ...session.intake, ...change } };
}

type Kept = NonNullable<Session['intake']['choice']>;

/** The volume found "just right" is the one the session begins with; what is set later by hand stays. */
function heardRight(session: Session, before: Kept | null, { loudness }: Kept, moment: Moment): Session {
  if (loudness === null || loudness === before?.loudness) return session;
  return changedMusic(session, { volume: loudness }, moment, FADE.volume);
}

/** "Quiet, please" and the patient's own phone: what sounds fades out, and no music begins by itself. */
function withoutOurs(session: Session, moment: Moment): Session {
  const without = withIntake({ ...session, musicHash: null, musicTitle: null }, { withoutLifeMs: moment.lifeMs });
  return changedMusic(without, { turn: null, underVoice: false }, moment, FADE.out);
}

/** The patient's choice, and the screen on which they make it. */
export const intakeFolds: Folds<
  | 'intakeOpened'
  | 'intakeKept'
  | 'noMusicChosen'
  | 'intakeHelpAsked'
  | 'intakeHelpAnswered'
  | 'intakeRested'
  | 'intakeClosed'
> = {
  intakeOpened: (session, { language, ownFiles }, moment) => {
    const handedBy = moment.author;
    const opened = { screen: 'asking', handedBy, language, ownFiles, helpAskedAt: null, done: false } as const;
    return changedMusic(withIntake(session, opened), {}, moment, FADE.away);
  },
  intakeKept: (session, { by, choice }, moment) => {
    const before = session.intake.choice;
    // Who chose another language goes on in it.
    const language = by === 'patient' ? choice.language : session.intake.language;
    const heard = heardRight(withIntake(session, { choice, language }), before, choice, moment);
    if (!noneFromUs(choice.music) || (before !== null && choosesSame(before, choice))) return heard;
    return withoutOurs(heard, moment);
  },
  noMusicChosen: (session, { wish }, moment) => {
    const said = session.intake.choice ?? openChoice(session.intake.language ?? 'en');
    // A word to the nurse is about this hour: what was chosen for the whole course is offered again the next time.
    const choice: Kept = { ...said, music: { kind: wish }, scope: 'session' };
    return withoutOurs(withIntake(session, { choice }), moment);
  },
  intakeHelpAsked: (session, _body, { at }) => withIntake(session, { helpAskedAt: at }),
  intakeHelpAnswered: (session) => withIntake(session, { helpAskedAt: null }),
  intakeRested: (session, _body, moment) =>
    changedMusic(withIntake(session, { screen: 'resting', done: true }), {}, moment, FADE.back),
  intakeClosed: (session, _body, moment) =>
    session.intake.screen === 'asking' ? changedMusic(intakeOver(session), {}, moment, FADE.back) : intakeOver(session),
};
