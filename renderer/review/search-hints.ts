import type { Staff } from '../../shared/people/people.ts';
import { searchKey } from '../../shared/people/search-key.ts';
import type { UsedProtocols } from '../../shared/ipc/session-search.ts';
import { monthNames } from '../i18n/format.ts';
import type { SessionSearch } from './use-session-pages.ts';

/** Hints shown at once at most: of what was typed so far one word more finds the right one. */
const MOST = 3;
/** Letters of a name from which on it is guessed. */
const LEAST = 3;

/** What may be meant by the words that were typed, beside a patient or a word of the notes. */
export type SearchHint =
  | { readonly kind: 'staff'; readonly name: string; readonly part: Pick<SessionSearch, 'staffId'> }
  | {
      readonly kind: 'protocol';
      readonly name: string;
      readonly version: number;
      readonly part: Pick<SessionSearch, 'protocolHashes'>;
    }
  /** Calendar days here in [from, to), epoch ms. */
  | { readonly kind: 'days'; readonly part: { readonly from: number; readonly to: number } };

/** Staff, protocols and days that the whole of a text may mean; nothing for a text that is too short. `now`: epoch ms. */
export function searchHints(
  text: string,
  staff: readonly Staff[],
  protocols: UsedProtocols,
  now: number,
): readonly SearchHint[] {
  const words = searchKey(text).split(' ');
  if (words.join('').length < LEAST) return [];
  const days = daysOf(words, now);
  return [
    ...(days === null ? [] : [{ kind: 'days' as const, part: days }]),
    ...staff
      .filter(({ name }) => begins(name, words))
      .map(({ staffId, name }) => ({ kind: 'staff' as const, name, part: { staffId } })),
    ...protocols
      .filter(({ title }) => begins(title, words))
      .map(({ title: name, version, protocolHashes }) => ({
        ...{ kind: 'protocol' as const, name, version },
        part: { protocolHashes: [...protocolHashes] },
      })),
  ].slice(0, MOST);
}

/** Whether every word begins one of the name's. */
function begins(name: string, words: readonly string[]): boolean {
  const parts = searchKey(name).split(' ');
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

/** A day or a month by its name: `21 nov`, `21 nov 2026`, `nov 2026`, `november`; the last one that has begun where no year is given. */
function daysOf(words: readonly string[], now: number): { from: number; to: number } | null {
  const [month, ...others] = words.flatMap((word) => (/^\p{L}+$/u.test(word) ? [monthOf(word)] : []));
  if (month === undefined || month === null || others.length > 0) return null;
  const numbers = words.filter((word) => /^\d+$/u.test(word));
  if (numbers.length + 1 !== words.length) return null;
  const years = numbers.filter((number) => /^(19|20)\d\d$/u.test(number)).map(Number);
  const dates = numbers.filter((number) => /^\d\d?$/u.test(number)).map(Number);
  const [date = null] = dates;
  if (years.length > 1 || dates.length > 1 || years.length + dates.length !== numbers.length) return null;
  const of = (year: number) => ({
    from: new Date(year, month, date ?? 1).getTime(),
    to: (date === null ? new Date(year, month + 1, 1) : new Date(year, month, date + 1)).getTime(),
  });
  const thisYear = new Date(now).getFullYear();
  const [year = of(thisYear).from > now ? thisYear - 1 : thisYear] = years;
  // The 31st of a month of 30 days is none.
  return date !== null && new Date(year, month, date).getDate() !== date ? null : of(year);
}

function monthOf(word: string): number | null {
  if (word.length < LEAST) return null;
  const found = monthNames().findIndex((name) => searchKey(name).startsWith(word));
  return found < 0 ? null : found;
}
