import { success, type Answer } from '../../shared/ipc/answer.ts';
import type { SessionRow } from '../../shared/people/people.ts';
import { sessionEventSchema, sessionStream } from '../../shared/session/event.ts';
import { replay } from '../../shared/session/evolve.ts';
import { lastTimeOf, nextNoteOf, type LastTime, type NextNoteBefore } from '../../shared/session/last-time.ts';
import type { Session } from '../../shared/session/state.ts';
import type { RecordClient } from '../record/client.ts';

type Record = Pick<RecordClient, 'courseSessions' | 'allOf'>;

/** What went before in a course. Null: for a first one, and where it cannot be read any more. */
export interface Before {
  readonly last: LastTime | null;
  /** Of the last visit that is over, whether an infusion was given or not. */
  readonly note: NextNoteBefore | null;
}

/** The infusion of the same course before this one, and the note that the last visit left for it. */
export async function lastTimeBefore(record: Record, session: Session): Promise<Answer<Before>> {
  const { courseId } = session.created;
  if (courseId === null) return success({ last: null, note: null });
  const rows = await record.courseSessions(courseId);
  if (!rows.ok) return rows;
  const before = rows.data
    .filter(({ sessionId, createdAt }) => sessionId !== session.sessionId && createdAt < session.createdAt)
    .toSorted((a, b) => b.createdAt - a.createdAt);
  const given = await read(
    record,
    before.find(({ startedAt }) => startedAt !== null),
  );
  if (!given.ok) return given;
  const over = before.find(({ phase }) => phase === 'finished' || phase === 'notGiven');
  const visit = over?.sessionId === given.data?.sessionId ? given : await read(record, over);
  if (!visit.ok) return visit;
  return success({
    last: given.data === null ? null : lastTimeOf(given.data),
    note: visit.data === null ? null : nextNoteOf(visit.data),
  });
}

/** A session of the record; null where there is none or it cannot be read any more. */
async function read(record: Record, row: SessionRow | undefined): Promise<Answer<Session | null>> {
  if (row === undefined) return success(null);
  const all = await record.allOf(sessionStream(row.sessionId));
  if (!all.ok) return all;
  const parsed = all.data.map((event) => sessionEventSchema.safeParse(event));
  const events = parsed.flatMap((event) => (event.success ? [event.data] : []));
  return success(events.length === parsed.length ? replay(events) : null);
}
