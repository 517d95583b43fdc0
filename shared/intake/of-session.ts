import type { Author } from '../session/event.ts';
import type { Choice, IntakeLanguage } from './choice.ts';

/** What a session knows of the patient's own choice, and of the screen on which they make it. */
export interface IntakeOfSession {
  readonly screen: 'none' | 'asking' | 'resting';
  /** Who handed the screen over last. */
  readonly handedBy: Author | null;
  readonly language: IntakeLanguage | null;
  /** The set of the patient's own files, by hash. */
  readonly ownFiles: string | null;
  /** Epoch ms; null where nobody waits for staff. */
  readonly helpAskedAt: number | null;
  readonly choice: Choice | null;
  /** Life time at which quiet, or their own phone, was last asked for in place of ours; null: never. */
  readonly withoutLifeMs: number | null;
  /** The patient said that they are done. */
  readonly done: boolean;
}
