import * as z from 'zod/mini';
import type { OwedPage, OwedRow } from '../../../shared/ipc/follow-up.ts';
import { noFollowUp } from '../../../shared/people/follow-up-events.ts';
import type { FollowUpRule } from '../../../shared/people/follow-up-rule.ts';
import { OWED_DAYS, owedIn, owedKinds, type DayAfter } from '../../../shared/review/owed.ts';
import { nextDecisions } from '../../../shared/session/sign-bodies.ts';
import { prepared } from '../connection.ts';
import { COPY } from '../derive/over-rows.ts';
import { rowIdFrom } from '../derive/row-id.ts';
import { courseOnDisk } from '../facts.ts';
import { sessionRow } from '../lists.ts';
import type { Sqlite } from '../sqlite.ts';

export interface OwedQuery {
  readonly rule: FollowUpRule;
  /** Epoch ms. */
  readonly now: number;
  readonly limit: number;
}

const DAY_MS = 86_400_000;
const givenSchema = z.array(
  z.object({
    row_id: z.int(),
    session_id: z.string(),
    course_id: z.string(),
    over_at: z.number(),
    next: z.nullable(z.enum([...nextDecisions, 'none'])),
  }),
);
type Given = z.infer<typeof givenSchema>[number];
const copiesSchema = z.array(z.object({ row_id: z.int(), since: z.number() }));
const answeredSchema = z.array(z.object({ answered: z.string() }));
const sheetsSchema = z.array(z.tuple([z.string(), z.number()]));
const countSchema = z.object({ count: z.int() });

/** A row still without its session: only those that are shown are read. */
type Found = Omit<OwedRow, 'session'> & { readonly rowId: number };

/** What the clinic owes its patients now, late first, then in the order of a day's work. Sessions without a course are owed no more than a copy. */
export function owedAt(reader: Sqlite, query: OwedQuery): OwedPage {
  const found = [...copiesOf(reader, query), ...followedOf(reader, query)].toSorted(
    (a, b) =>
      Number(b.late) - Number(a.late) || owedKinds.indexOf(a.kind) - owedKinds.indexOf(b.kind) || a.dueAt - b.dueAt,
  );
  const rows = found.slice(0, query.limit).flatMap(({ rowId, ...row }) => {
    const session = prepared(reader, 'SELECT facts FROM session_rows WHERE row_id = ?').get(rowId);
    return session === undefined ? [] : [{ ...row, session: sessionRow(reader, session) }];
  });
  return { rows, total: found.length };
}

function copiesOf(reader: Sqlite, { rule, now }: OwedQuery): Found[] {
  const rows = copiesSchema.parse(
    prepared(reader, 'SELECT row_id, since FROM session_waits WHERE reason = ? ORDER BY since').all(COPY),
  );
  return rows.map(({ row_id: rowId, since }) => ({
    ...{ kind: COPY, of: '', rowId, courseId: null, dueAt: since, tries: [], week: null, next: null },
    late: Math.floor((now - since) / DAY_MS) >= rule.copyDays,
  }));
}

/** Courses with an infusion not longer ago than anything can be owed for. */
function followedOf(reader: Sqlite, { rule, now }: OwedQuery): Found[] {
  const days = Math.max(OWED_DAYS, ...rule.scoreWeeks.map((week) => 7 * week + 28));
  const sql = `SELECT o.row_id, s.session_id, s.course_id, o.over_at, o.next
    FROM session_over o JOIN session_rows s ON s.row_id = o.row_id
    WHERE o.row_id >= ? AND o.started_at IS NOT NULL AND o.over_at IS NOT NULL AND s.course_id IS NOT NULL
    ORDER BY o.row_id`;
  const given = givenSchema.parse(prepared(reader, sql).all(rowIdFrom(now - days * DAY_MS)));
  return [...Map.groupBy(given, ({ course_id: courseId }) => courseId)].flatMap(([courseId, own]) =>
    owedOf(reader, courseId, own, { rule, now }),
  );
}

function owedOf(
  reader: Sqlite,
  courseId: string,
  own: readonly Given[],
  { rule, now }: Pick<OwedQuery, 'rule' | 'now'>,
): Found[] {
  const row = prepared(reader, 'SELECT facts FROM course_rows WHERE course_id = ?').get(courseId);
  const last = own.at(-1);
  if (row === undefined || last === undefined) return [];
  const { plannedInfusions, followUp = noFollowUp } = courseOnDisk(row);
  const course = {
    ...{ plannedInfusions, followUp, answered: answeredIn(reader, courseId) },
    given: own.map(({ session_id: sessionId, over_at: overAt, next }) => ({ sessionId, overAt, next })),
    givenInAll: count(reader, 'course_id = ? AND given = 1', [courseId]),
    begun:
      count(reader, "course_id = ? AND row_id > ? AND phase NOT IN ('finished', 'notGiven')", [
        ...[courseId, last.row_id],
      ]) > 0,
  };
  const rowIds = new Map(own.map(({ session_id: sessionId, row_id: rowId }) => [sessionId, rowId]));
  return owedIn(course, rule, now, dayAfter).map(({ sessionId, lateAt, tries, ...one }) => ({
    ...one,
    ...{ courseId, tries: [...tries], late: now >= lateAt, rowId: rowIds.get(sessionId) ?? 0 },
  }));
}

/** When questionnaires were first answered in the sessions of a course, epoch ms: also in one that was not given, or is not over. */
function answeredIn(reader: Sqlite, courseId: string): number[] {
  const sql = `SELECT json_extract(facts, '$.answered') AS answered FROM session_rows
    WHERE course_id = ? AND json_extract(facts, '$.answered') IS NOT NULL`;
  const rows = answeredSchema.parse(prepared(reader, sql).all(courseId));
  return rows.flatMap(({ answered }) => sheetsSchema.parse(JSON.parse(answered)).map(([, at]) => at));
}

function count(reader: Sqlite, where: string, values: readonly (string | number)[]): number {
  const sql = `SELECT count(*) AS count FROM session_rows WHERE ${where}`;
  return countSchema.parse(prepared(reader, sql).get(...values)).count;
}

/** Days of the calendar of this PC, on which the clinic works. */
const dayAfter: DayAfter = (at, days) => {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
};
