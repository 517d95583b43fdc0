import * as z from 'zod/mini';

/** One session that is over, as the statistics count it; times epoch ms. */
export interface CountedSession {
  /** Null: not given. */
  readonly startedAt: number | null;
  readonly overAt: number;
  readonly signedAt: number | null;
  readonly early: boolean;
  readonly adverse: number;
  readonly due: number;
  readonly onTime: number;
}

/** What one week adds up to. Every figure but `notGiven`, `late` and `signable` is of infusions that were given. */
export const weekFiguresSchema = z.object({
  /** Its first moment, epoch ms. */
  from: z.number(),
  sessions: z.int(),
  notGiven: z.int(),
  early: z.int(),
  /** Adverse events that stand. */
  adverse: z.int(),
  /** Readings of the schedule whose turn had come, and those within their window. */
  due: z.int(),
  onTime: z.int(),
  /** Signed after the clinic's limit, or not yet and beyond it; of how many, those not given too. */
  late: z.int(),
  signable: z.int(),
});
export type WeekFigures = z.infer<typeof weekFiguresSchema>;

const DAY_MS = 86_400_000;

/**
 * The weeks that begin at these moments, each to the next one and the last to `to`; a session belongs to the week of its start, or
 * of when it was called off.
 * @param weeks rising, epoch ms
 * @param signDays the clinic's own limit for a signature
 */
export function weekFigures(
  sessions: readonly CountedSession[],
  {
    weeks,
    to,
    signDays,
    now,
  }: { readonly weeks: readonly number[]; readonly to: number; readonly signDays: number; readonly now: number },
): WeekFigures[] {
  const none = { sessions: 0, notGiven: 0, early: 0, adverse: 0, due: 0, onTime: 0, late: 0, signable: 0 };
  const found = weeks.map((from) => ({ from, ...none }));
  for (const session of sessions) {
    const at = session.startedAt ?? session.overAt;
    const week = at >= to ? undefined : found.findLast(({ from }) => from <= at);
    if (week === undefined) continue;
    week.signable += 1;
    if (isLate(session, signDays, now)) week.late += 1;
    if (session.startedAt === null) {
      week.notGiven += 1;
      continue;
    }
    week.sessions += 1;
    week.early += session.early ? 1 : 0;
    week.adverse += session.adverse;
    week.due += session.due;
    week.onTime += session.onTime;
  }
  return found;
}

/** Whether it was signed too late, or is not signed and should be. */
function isLate({ overAt, signedAt }: CountedSession, signDays: number, now: number): boolean {
  return (signedAt ?? now) - overAt > signDays * DAY_MS;
}

/** All weeks together. */
export function totalOf(weeks: readonly WeekFigures[]): Omit<WeekFigures, 'from'> {
  const sum = (of: (week: WeekFigures) => number): number => weeks.reduce((all, week) => all + of(week), 0);
  return {
    sessions: sum((week) => week.sessions),
    notGiven: sum((week) => week.notGiven),
    early: sum((week) => week.early),
    adverse: sum((week) => week.adverse),
    due: sum((week) => week.due),
    onTime: sum((week) => week.onTime),
    late: sum((week) => week.late),
    signable: sum((week) => week.signable),
  };
}

/** A share in whole percent; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((100 * part) / whole);
}
