import { success, type Answer } from '../../shared/ipc/answer.ts';
import { sessionEventSchema, sessionStream } from '../../shared/session/event.ts';
import { replay } from '../../shared/session/evolve.ts';
import { lastTimeOf, type LastTime } from '../../shared/session/last-time.ts';
import type { Session } from '../../shared/session/state.ts';
import type { RecordClient } from '../record/client.ts';

/** The infusion of the same course before this one; null for a first one, and where it cannot be read any more. */
export async function lastTimeBefore(
  record: Pick<RecordClient, 'courseSessions' | 'allOf'>,
  session: Session,
): Promise<Answer<LastTime | null>> {
  const { courseId } = session.created;
  if (courseId === null) return success(null);
  const rows = await record.courseSessions(courseId);
  if (!rows.ok) return rows;
  const before = rows.data
    .filter(({ sessionId, startedAt }) => sessionId !== session.sessionId && startedAt !== null)
    .filter(({ createdAt }) => createdAt < session.createdAt)
    .toSorted((a, b) => b.createdAt - a.createdAt)[0];
  if (before === undefined) return success(null);
  const all = await record.allOf(sessionStream(before.sessionId));
  if (!all.ok) return all;
  const parsed = all.data.map((event) => sessionEventSchema.safeParse(event));
  const events = parsed.flatMap((event) => (event.success ? [event.data] : []));
  const whole = events.length === parsed.length ? replay(events) : null;
  return success(whole === null ? null : lastTimeOf(whole));
}
