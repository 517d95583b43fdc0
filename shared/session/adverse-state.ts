import type { SessionBodyOf } from './event-bodies.ts';
import type { Author } from './event.ts';

/** An adverse event, what became of it and who was told. */
export interface AdverseState {
  readonly adverseId: string;
  readonly seq: number;
  readonly at: number;
  readonly lifeMs: number;
  readonly author: Author;
  readonly severity: SessionBodyOf<'adverseEventNoted'>['severity'];
  readonly what: string;
  readonly markId: string | null;
  /** Null: nobody has said yet. */
  readonly outcome: SessionBodyOf<'adverseOutcomeNoted'>['outcome'] | null;
  readonly outcomeNote: string | null;
  readonly told: readonly { readonly who: string; readonly at: number }[];
  /** Why it was withdrawn; null: it stands. */
  readonly withdrawn: string | null;
}

/** Adverse events, oldest first; what was withdrawn too. */
export interface AdverseOfSession {
  readonly adverse: readonly AdverseState[];
}

export const noAdverse: AdverseOfSession = { adverse: [] };

/** Those that stand, oldest first. */
export function standingAdverse({ adverse }: AdverseOfSession): readonly AdverseState[] {
  return adverse.filter(({ withdrawn }) => withdrawn === null);
}
