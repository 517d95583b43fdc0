import type { TFunction } from 'i18next';
import type { Protocol } from '../../../shared/protocol/schema.ts';
import type { SessionBody, SessionBodyOf } from '../../../shared/session/event-bodies.ts';
import type { Session } from '../../../shared/session/state.ts';
import { formatElapsed } from '../../../shared/time/format.ts';
import { timeOfDay } from '../../i18n/format.ts';
import { lookUp } from '../../i18n/i18n.ts';

/** What a sentence may look at besides its event. */
export interface SentenceContext {
  readonly t: TFunction;
  readonly session: Session;
  readonly protocol: Protocol;
  /** Name of a staff member by id; the id where nobody knows them. */
  readonly nameOf: (staffId: string) => string;
}

/** A sentence for each kind of event it names. */
export type Sentences<T extends SessionBody['type']> = {
  readonly [K in T]: (body: SessionBodyOf<K>, context: SentenceContext) => string;
};

/** Time of day where the session was. */
export function timeIn({ session }: SentenceContext, atMs: number): string {
  return timeOfDay(atMs, session.created.timeZone);
}

export function minutes(ms: number): number {
  return Math.round(ms / 60_000);
}

/** A span as `mm:ss`. */
export function span(ms: number): string {
  return formatElapsed(Math.abs(ms));
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** The parts that are there, with commas between. */
export function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

/** The text of a checklist item: a clinic's own label, or the catalogue's. */
export function checkLabel(context: SentenceContext, itemId: string): string {
  const { preChecks, recoveryChecks } = context.protocol;
  const item = [...preChecks, ...recoveryChecks].find((candidate) => candidate.id === itemId);
  return item?.label ?? lookUp(`check.${item?.textKey ?? itemId}`, {}) ?? itemId;
}
