import { randomUUID } from 'node:crypto';
import type { Choice } from '../../shared/intake/choice.ts';
import { mayReadIntention } from '../../shared/intake/privacy.ts';
import type { IntakeState } from '../../shared/ipc/intake.ts';
import type { RequestArgs, RequestData } from '../../shared/ipc/contract.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Staff } from '../../shared/people/people.ts';
import type { QuestionnaireId } from '../../shared/scales/questionnaire.ts';
import type { SessionCommand } from '../../shared/session/command.ts';
import type { Author } from '../../shared/session/event.ts';
import type { Session } from '../../shared/session/state.ts';
import type { Room } from '../session/room.ts';
import type { SessionRunner } from '../session/runner.ts';
import type { CourseChoices } from './course-choices.ts';
import { intakeView, musicWished, patientsSheets, setsFor, type IntakeOffers } from './intake-view.ts';

/** The screen that is handed to the patient. */
export interface PatientScreen {
  readonly show: () => void;
  /** Takes it away; nothing of the patient is left on it. */
  readonly hide: () => void;
  /** Whether it lies over the nurse's own window, because there is no second display. */
  readonly covers: () => boolean;
}

type Nothing = Answer<Record<string, never>>;

/** The patient's choice: at most one session at a time is with its patient. */
export interface Intake {
  readonly open: (args: RequestArgs<'intake.open'>, by: Staff) => Promise<Nothing>;
  /** By whoever takes the screen back. */
  readonly close: (sessionId: string, by: Staff) => Promise<Nothing>;
  /** By whoever leads out of the patient window itself. */
  readonly leave: (by: Staff) => Promise<Nothing>;
  readonly intention: (sessionId: string, reader: Staff) => Promise<Answer<RequestData<'intake.intention'>>>;
  /** The set chosen for a whole course, by hash. */
  readonly setFor: (courseId: string) => Promise<string | null>;
  readonly read: () => Promise<Answer<RequestData<'intake.read'>>>;
  readonly sets: (from: number) => Promise<Answer<RequestData<'intake.sets'>>>;
  readonly keep: (choice: Choice) => Promise<Nothing>;
  readonly answer: (args: RequestArgs<'intake.answer'>) => Promise<Nothing>;
  readonly endSheet: (sheetId: string) => Promise<Nothing>;
  readonly help: () => Promise<Nothing>;
  readonly rest: () => Promise<Nothing>;
  /** A session after new events: the screen follows it. */
  readonly follow: (runner: SessionRunner) => void;
}

export interface IntakeParts {
  readonly room: Room;
  readonly offers: IntakeOffers;
  readonly choices: CourseChoices;
  readonly screen: PatientScreen;
  readonly push: (state: IntakeState) => void;
}

/** Sets of one answer: at their longest they stay under the message limit. */
const PAGE = 6;

/** Main's side of the patient window. What it shows is derived from its session's events and from nothing else. */
export function createIntake({ room, offers, choices, screen, push }: IntakeParts): Intake {
  /** The session whose patient has the screen. */
  let shown: SessionRunner | null = null;

  const notOpen = (): Answer<never> => failure('refused', 'intake.notOpen');

  /** By the patient, under the name of who handed the screen over. What the disk refuses is held, and is staff's to see. */
  const byPatient = async (command: SessionCommand): Promise<Nothing> => {
    const author = shown?.ahead.intake.handedBy ?? null;
    if (shown === null || author === null) return notOpen();
    const answer = await send(shown, command, author);
    return !answer.ok && answer.kind === 'unsaved' ? success({}) : answer;
  };

  const remember = (runner: SessionRunner): void => void choices.remember(runner.ahead);

  const follow = (runner: SessionRunner): void => {
    const state = stateOf(runner.ahead);
    if (state !== null && shown === null) shown = runner;
    if (shown !== runner) return;
    if (state !== null) {
      screen.show();
      push(state);
      return;
    }
    shown = null;
    screen.hide();
    remember(runner);
  };

  return {
    open: async ({ sessionId, language, ownFiles, questionnaires = [] }, by) => {
      const runner = await room.runner(sessionId);
      if (!runner.ok) return runner;
      const before = runner.data.ahead.phase === 'draft' || runner.data.ahead.phase === 'preChecks';
      if (!before) return failure('refused', 'intake.begun');
      const author: Author = { kind: 'staff', staffId: by.staffId };
      if (shown !== null && shown !== runner.data) await send(shown, { type: 'closeIntake' }, author);
      const given = await giveSheets(runner.data, questionnaires, author);
      return given.ok ? send(runner.data, { type: 'openIntake', language, ownFiles }, author) : given;
    },
    close: async (sessionId, by) => {
      const runner = await room.runner(sessionId);
      return runner.ok ? closed(runner.data, by) : runner;
    },
    leave: async (by) => (shown === null ? notOpen() : closed(shown, by)),
    setFor: (courseId) => choices.setFor(courseId),
    intention: async (sessionId, reader) => {
      const runner = await room.runner(sessionId);
      if (!runner.ok) return runner;
      const { choice, handedBy } = runner.data.ahead.intake;
      const intention = choice?.intention ?? null;
      const hidden = intention !== null && !mayReadIntention(intention, reader, handedBy);
      return success({ intention: hidden ? null : intention, hidden });
    },
    read: async () => {
      if (shown === null) return notOpen();
      const { ahead } = shown;
      const state = stateOf(ahead);
      return state === null ? notOpen() : intakeView(ahead, state, offers, await choices.earlier(ahead));
    },
    sets: async (from) => {
      if (shown?.ahead.intake.screen !== 'asking') return notOpen();
      const sets = await setsFor(shown.ahead, offers);
      return success({ sets: sets.slice(from, from + PAGE), total: sets.length });
    },
    keep: async (choice) => {
      if (shown === null) return notOpen();
      const music = await musicWished(shown.ahead, choice, offers);
      return music.ok ? byPatient({ type: 'keepIntake', by: 'patient', choice, music: music.data }) : music;
    },
    answer: (args) => byPatient({ type: 'answerQuestion', ...args }),
    endSheet: (sheetId) => byPatient({ type: 'endQuestionnaire', sheetId }),
    help: () => byPatient({ type: 'askIntakeHelp' }),
    rest: async () => {
      const rested = await byPatient({ type: 'restIntake' });
      if (rested.ok && shown !== null) remember(shown);
      return rested;
    },
    follow,
  };
}

function stateOf({ intake }: Session): IntakeState | null {
  const { screen, language, helpAskedAt } = intake;
  if (screen === 'none' || language === null) return null;
  return { screen, language, helpAsked: helpAskedAt !== null };
}

/** Before the screen opens, so that it finds them there. One that is with the patient already goes on where it was. */
async function giveSheets(
  runner: SessionRunner,
  questionnaires: readonly QuestionnaireId[],
  author: Author,
): Promise<Nothing> {
  for (const questionnaire of questionnaires) {
    if (patientsSheets(runner.ahead).some((sheet) => sheet.questionnaire === questionnaire)) continue;
    const begin = { type: 'beginQuestionnaire', sheetId: randomUUID(), questionnaire, by: 'patient' } as const;
    const begun = await send(runner, begin, author);
    if (!begun.ok) return begun;
  }
  return success({});
}

/** Also a screen that was lost with the app. */
function closed(runner: SessionRunner, { staffId }: Staff): Promise<Nothing> {
  return send(runner, { type: 'closeIntake' }, { kind: 'staff', staffId });
}

function send(runner: SessionRunner, command: SessionCommand, author: Author): Promise<Nothing> {
  const { sessionId, seq } = runner.ahead;
  return runner.execute({ sessionId, commandId: randomUUID(), seenSeq: seq, command }, author);
}
