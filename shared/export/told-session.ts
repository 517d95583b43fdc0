import type { Patient } from '../people/people.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Sheet } from '../questionnaires/sheets.ts';
import { replay } from '../session/evolve.ts';
import type { Author, SessionEvent } from '../session/event.ts';
import type { Session } from '../session/state.ts';
import { agreedEvents } from './agreed.ts';

/** A session as it may leave the app: nothing in it that the patient did not agree to. */
export interface ToldSession {
  readonly session: Session;
  readonly events: readonly SessionEvent[];
  readonly intentionLeftOut: boolean;
  /** Null: a practice without a name. */
  readonly patient: Patient | null;
  readonly protocol: Protocol;
  /** Names of the staff, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Questionnaires of its course, filled in between the sessions, that leave beside this one; see `sheetsBeside`. */
  readonly between: readonly Sheet[];
}

/** What a session is told from; null where there is no session in the events. State is folded from what may leave, so that nothing else can. */
export function toldSession(
  events: readonly SessionEvent[],
  beside: Pick<ToldSession, 'patient' | 'protocol' | 'names' | 'between'>,
): ToldSession | null {
  const agreed = agreedEvents(events);
  const session = replay(agreed.events);
  return session === null ? null : { ...agreed, ...beside, session };
}

/** Who made an entry: their name, `''` where nobody signed for it or the app wrote it. */
export function authorName({ names }: Pick<ToldSession, 'names'>, author: Author): string {
  return author.kind === 'staff' ? (names.get(author.staffId) ?? '') : '';
}
