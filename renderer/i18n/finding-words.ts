import { findingText } from './failure.ts';
import { dayOf, timeOfDay } from './format.ts';
import { lookUp } from './i18n.ts';

/** Something a check found, as main tells it. */
export interface FoundCode {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Members that are moments, epoch ms. */
const moments: ReadonlySet<string> = new Set(['from', 'until', 'at', 'goodAt']);

/** A finding in plain words, with the times and numbers that belong to it. */
export function findingWords({ code, params }: FoundCode): string {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    moments.has(name) && typeof value === 'number' ? momentWords(value) : value,
  ]);
  const more = lookUp(`record.health.detail.${code.replace(/^record\./, '')}`, Object.fromEntries(said));
  return more === null ? findingText(code) : `${findingText(code)} ${more}`;
}

/** `Sat 21 Nov 2026, 14:03`; the beginning of time is the beginning of the record. */
export function momentWords(atMs: number): string {
  return atMs === 0 ? (lookUp('record.health.beginning', {}) ?? '') : `${dayOf(atMs)}, ${timeOfDay(atMs)}`;
}
