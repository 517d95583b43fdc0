import type { TFunction } from 'i18next';
import type { SessionSummary } from '../../shared/review/summary.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { Session } from '../../shared/session/state.ts';
import { timeOfDay } from '../i18n/format.ts';

/** One cell of what is to be seen at a glance: a name, a figure, a word on it. */
export interface Fact {
  readonly name: string;
  readonly figure: string;
  readonly detail: string;
  /** What it asks of the reader's eye; with a sign in the words as well. */
  readonly tone?: 'amber' | 'red';
}

/** What the words of a fact may look at. */
export interface FactContext {
  readonly t: TFunction;
  readonly session: Session;
  readonly protocol: Protocol;
  readonly summary: SessionSummary;
  /** The set that was chosen, by name; null: none, or nobody knows it. */
  readonly musicTitle: string | null;
}

/** Stands where there is no figure. */
export const NONE = '–';

/** The time of day where the session was. */
export function timeIn(session: Session, atMs: number): string {
  return timeOfDay(atMs, session.created.timeZone);
}
