/** The copies that are kept whatever their age below `MAX_AGE_DAYS`: the newest so many. */
const KEEP_NEWEST = 10;
/** The newest copy of each of so many days up to today. */
const KEEP_DAYS = 14;
/** The newest copy of each of so many months up to this one. */
const KEEP_MONTHS = 12;
/** No copy outlives this: what was erased from the record is gone from every copy by then. */
export const MAX_AGE_DAYS = 400;

const DAY_MS = 86_400_000;

/** What rotation looks at: when a copy was made, epoch ms. Days and months are those of UTC. */
export interface Aged {
  readonly createdAt: number;
}

/**
 * The copies that rotation keeps, of one record in one folder. The newest is kept always, so that the rule alone never
 * leaves a clinic without one; everything else goes after `MAX_AGE_DAYS` at the latest.
 */
export function kept<T extends Aged>(copies: readonly T[], now: number): ReadonlySet<T> {
  const newestFirst = copies.toSorted((one, other) => other.createdAt - one.createdAt);
  const young = newestFirst.filter(({ createdAt }) => createdAt > now - MAX_AGE_DAYS * DAY_MS);
  const days = lastDays(now);
  const months = lastMonths(now);
  return new Set([
    ...newestFirst.slice(0, 1),
    ...young.slice(0, KEEP_NEWEST),
    ...newestOfEach(young, dayOf).filter((copy) => days.has(dayOf(copy.createdAt))),
    ...newestOfEach(young, monthOf).filter((copy) => months.has(monthOf(copy.createdAt))),
  ]);
}

/**
 * By when the last of the copies made up to `at` (an erasure, epoch ms) has been rotated out, epoch ms; null where there is
 * none. It holds for folders that are connected while newer copies are made.
 */
export function lastExpiry(copies: readonly Aged[], at: number): number | null {
  const holding = copies.filter(({ createdAt }) => createdAt <= at);
  if (holding.length === 0) return null;
  return Math.max(...holding.map(({ createdAt }) => createdAt)) + MAX_AGE_DAYS * DAY_MS;
}

/**
 * The newest of copies that come newest first. One from the future was made while the clock ran ahead: it counts only where
 * there is no other, or nothing would be made and sent until that day.
 */
export function newestUpTo<T extends Aged>(newestFirst: readonly T[], now: number): T | undefined {
  return newestFirst.find(({ createdAt }) => createdAt <= now) ?? newestFirst[0];
}

function newestOfEach<T extends Aged>(newestFirst: readonly T[], span: (at: number) => string): T[] {
  const seen = new Map<string, T>();
  for (const copy of newestFirst) if (!seen.has(span(copy.createdAt))) seen.set(span(copy.createdAt), copy);
  return [...seen.values()];
}

function lastDays(now: number): ReadonlySet<string> {
  return new Set(Array.from({ length: KEEP_DAYS }, (_, back) => dayOf(now - back * DAY_MS)));
}

function lastMonths(now: number): ReadonlySet<string> {
  const today = new Date(now);
  return new Set(
    Array.from({ length: KEEP_MONTHS }, (_, back) =>
      monthOf(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1)),
    ),
  );
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}
