import type { TFunction } from 'i18next';
import type { CheckItem } from '../../../shared/protocol/check-item.ts';
import { momentOf } from '../../../shared/protocol/check-value.ts';
import type { Protocol } from '../../../shared/protocol/schema.ts';
import type { SessionBody, SessionBodyOf } from '../../../shared/session/event-bodies.ts';
import type { Session } from '../../../shared/session/state.ts';
import { formatElapsed } from '../../../shared/time/format.ts';
import { dayOf, timeOfDay } from '../../i18n/format.ts';
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

function checkItem({ protocol }: SentenceContext, itemId: string): CheckItem | undefined {
  return [...protocol.preChecks, ...protocol.recoveryChecks].find((candidate) => candidate.id === itemId);
}

/** The text of a checklist item: a clinic's own label, or the catalogue's. */
export function checkLabel(context: SentenceContext, itemId: string): string {
  const item = checkItem(context, itemId);
  return item?.label ?? lookUp(`check.${item?.textKey ?? itemId}`, {}) ?? itemId;
}

/** What was typed into a checklist item; a moment with its day where that was not the day of the session. */
export function checkValue(context: SentenceContext, body: SessionBodyOf<'checkAnswered'>): string {
  const { timeZone } = context.session.created;
  const value = body.value ?? '';
  const at = momentOf(checkItem(context, body.itemId)?.value ?? null, value);
  if (at === null) return value;
  const day = dayOf(at, timeZone);
  const time = timeOfDay(at, timeZone);
  return day === dayOf(context.session.createdAt, timeZone) ? time : `${time}, ${day}`;
}
