import type { Author } from './event.ts';
import type { Order } from './preparation-bodies.ts';
import type { SessionBodyOf } from './event-bodies.ts';
import type { TelephoneDecision } from './telephone-state.ts';
import type { Watch } from './watch.ts';

export interface CheckState {
  readonly answer: NonNullable<SessionBodyOf<'checkAnswered'>['answer']>;
  readonly value: string | null;
  readonly at: number;
  readonly author: Author;
  /** Who signed for it as well, where the clinic wants a second person. */
  readonly checkerId: string | null;
}

/** What a session knows of its preparation, and of the lists that are gone through. */
export interface PreparationOfSession {
  readonly checks: Readonly<Record<'preChecks' | 'recovery', Readonly<Record<string, CheckState>>>>;
  readonly order: { readonly order: Order; readonly enteredBy: Author; readonly checkerId: string | null } | null;
  /** Who had the room, oldest first: whoever made the session, then whoever took over. */
  readonly watch: readonly Watch[];
  /** Sheets that were printed to take home, oldest first. */
  readonly printed: readonly (Pick<SessionBodyOf<'sheetsPrinted'>, 'sheets' | 'language'> & { readonly at: number })[];
  /** What the app found of its own computer; `seq` of the event, which follows the start's. */
  readonly pcChecked: { readonly seq: number; readonly results: SessionBodyOf<'pcChecked'>['results'] } | null;
  /** What was decided by telephone before the start, oldest first. */
  readonly telephoned: readonly TelephoneDecision[];
  readonly override: {
    readonly blockers: readonly string[];
    readonly reason: string;
    readonly by: SessionBodyOf<'overridden'>['by'];
    readonly at: number;
    readonly signedBy: string | null;
  } | null;
}

export const noPreparation: PreparationOfSession = {
  checks: { preChecks: {}, recovery: {} },
  order: null,
  printed: [],
  watch: [],
  pcChecked: null,
  telephoned: [],
  override: null,
};
