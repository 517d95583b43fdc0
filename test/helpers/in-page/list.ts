import { success } from '../../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import { sessionFlags, type SessionFlag, type SessionRow } from '../../../shared/people/people.ts';
import { searchKey } from '../../../shared/people/search-key.ts';
import type { SavedFilter } from '../../../shared/review/saved-filter.ts';

/** The list of sessions in memory: words of the name, marks and days; the rest narrows nothing. */
export function pageList(rows: () => readonly SessionRow[]) {
  let filters: readonly SavedFilter[] = [];
  const found = (search: Omit<RequestArgs<'sessions.page'>, 'sort' | 'offset' | 'limit'>): SessionRow[] => {
    const words = searchKey(search.text).split(' ');
    return rows().filter((row) => {
      const name = searchKey(row.patientName ?? '').split(' ');
      const named = words.every((word) => name.some((part) => part.startsWith(word)));
      const { from = null, to = null } = search;
      const held = row.createdAt >= (from ?? 0) && row.createdAt < (to ?? Infinity);
      return (
        row.practice === search.practice && named && held && search.flags.every((flag) => row.flags.includes(flag))
      );
    });
  };
  return {
    'sessions.page': ({ sort, offset, limit, ...search }: RequestArgs<'sessions.page'>) => {
      const all = found(search);
      const ordered = sort === 'newest' ? all : sort === 'oldest' ? all.toReversed() : all.toSorted(byName);
      const count = (flag: SessionFlag): [SessionFlag, number] => [
        flag,
        all.filter(({ flags }) => flags.includes(flag)).length,
      ];
      return success({
        sessions: ordered.slice(offset, offset + limit),
        ...{ offset, total: all.length, behind: { left: 0, total: 0 } },
        flags: Object.fromEntries(sessionFlags.map(count)) as Record<SessionFlag, number>,
      });
    },
    'sessions.protocols': () =>
      success({ protocols: [{ title: 'Ketamine infusion, 50 minutes', version: 1, protocolHashes: ['preview'] }] }),
    'review.filters': () => success({ filters: [...filters] }),
    'review.keepFilters': ({ filters: kept }: RequestArgs<'review.keepFilters'>) => {
      filters = kept;
      return success({});
    },
  };
}

function byName(a: SessionRow, b: SessionRow): number {
  return (a.patientName ?? '').localeCompare(b.patientName ?? '');
}

const people = [
  ['Jordan Miller', '1988-04-12'],
  ['Priya Sharma', '1979-11-02'],
  ['Tomáš Novák', '1965-06-30'],
  ['Amara Diallo', '1994-01-19'],
] as const;

/** All that a row can be marked with, of a session that is over and of one that is not. */
const everything = {
  ...{ flags: [...sessionFlags], early: true, adverseEvents: 12, unwell: 'emergency', signedAt: null },
} as const satisfies Partial<SessionRow>;
const marked: Readonly<Record<number, Partial<SessionRow>>> = {
  0: everything,
  1: { ...everything, phase: 'recovery' },
};

/**
 * The rows there are, and made-up ones below them until there are so many; each fifth has a red reading, each fiftieth and the
 * fifth after it every mark.
 */
export function longList(rows: readonly SessionRow[], count: number): readonly SessionRow[] {
  const [model] = rows;
  if (model === undefined) return rows;
  return Array.from({ length: count }, (_, place) => {
    const [patientName, birthDate] = people[place % people.length] ?? people[0];
    const at = model.createdAt - place * 4 * 3_600_000;
    return {
      ...(rows[place] ?? { ...model, sessionId: `made-up-${place}`, createdAt: at, startedAt: at, finishedAt: at }),
      ...{ patientName, birthDate, flags: place % 5 === 0 ? ['red'] : [] },
      ...marked[(place % 50) / 5],
    };
  });
}
