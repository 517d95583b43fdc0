import { noComfort, openChoice, type Choice, type MusicWish } from '../../../shared/intake/choice.ts';
import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import type { RequestArgs, RequestData } from '../../../shared/ipc/contract.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';

/** What a made-up patient chose: their music, or how far they are. */
export const sceneChoices = ['set', 'chooseForMe', 'quiet', 'ownPhone', 'asking'] as const;
export type SceneChoice = (typeof sceneChoices)[number];

const wishes = {
  set: { kind: 'set', musicHash: 'hash-shoreline' },
  chooseForMe: { kind: 'chooseForMe' },
  quiet: { kind: 'quiet' },
  ownPhone: { kind: 'ownPhone' },
  asking: null,
} as const satisfies Readonly<Record<SceneChoice, MusicWish | null>>;

function choiceOf(scene: SceneChoice): Choice {
  return {
    ...openChoice('es'),
    ...{ music: wishes[scene], scope: 'course', noDrums: true, loudness: 0.45 },
    intention: { text: 'To be kind to myself.', readers: 'careTeam', inExport: false },
    comfort: {
      ...noComfort,
      ...{ eyes: 'mask', blanket: 'yes', darkest: 0.1, door: 'ajar', approach: 'speakFirst' },
      ...{ avoid: 'running water', stopSign: 'I lift my left hand' },
    },
  };
}

/** The commands that main gives for a patient who chooses. */
export function commandsOf(scene: SceneChoice): readonly SessionCommand[] {
  const kept: SessionCommand = { type: 'keepIntake', by: 'patient', choice: choiceOf(scene), music: null };
  const begun: readonly SessionCommand[] = [{ type: 'openIntake', language: 'es', ownFiles: null }, kept];
  return scene === 'asking'
    ? [...begun, { type: 'askIntakeHelp' }]
    : [...begun, { type: 'restIntake' }, { type: 'closeIntake' }];
}

type Opened = RequestArgs<'intake.open'>;

/** The room's requests about the patient's choice, each one command of the session. */
export function roomIntake(page: {
  readonly command: (sessionId: string, command: SessionCommand) => Answer<unknown>;
  readonly choiceOf: (sessionId: string) => Choice | null;
  readonly signedIn: () => boolean;
}) {
  const done = (answer: Answer<unknown>): Answer<Record<string, never>> => (answer.ok ? success({}) : answer);
  return {
    'intake.open': ({ sessionId, language, ownFiles }: Opened) =>
      done(page.command(sessionId, { type: 'openIntake', language, ownFiles })),
    'intake.close': ({ sessionId }: RequestArgs<'intake.close'>) =>
      done(page.command(sessionId, { type: 'closeIntake' })),
    'intake.intention': ({ sessionId }: { sessionId: string }): Answer<RequestData<'intake.intention'>> =>
      page.signedIn()
        ? success({ intention: page.choiceOf(sessionId)?.intention ?? null, hidden: false })
        : failure('refused', 'access.signInNeeded'),
  };
}
