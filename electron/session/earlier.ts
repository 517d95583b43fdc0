import type { Earlier } from '../../shared/chart/earlier.ts';
import { success, type Answer } from '../../shared/ipc/answer.ts';
import type { SessionRow } from '../../shared/people/people.ts';
import type { Session } from '../../shared/session/state.ts';
import type { RecordClient } from '../record/client.ts';

/** The last ones that are read: a course of boosters over years has more than a chart can tell. */
const MOST = 12;

/**
 * What the chart shows of a course's earlier infusions, read by the worker that only reads. One that was erased or cannot be
 * read counts as not here.
 */
export async function earlierOf(
  record: Pick<RecordClient, 'courseSessions' | 'earlierSessions'>,
  session: Session,
): Promise<Answer<Earlier>> {
  const { courseId, infusionNumber, patientId } = session.created;
  const given = infusionNumber === null ? null : infusionNumber - 1;
  if (courseId === null) return success({ sessions: [], given, here: 0 });
  const rows = await record.courseSessions(courseId);
  if (!rows.ok) return rows;
  const before = rows.data.filter((row) => isEarlier(row, session)).toSorted((a, b) => a.createdAt - b.createdAt);
  const unread = before.slice(0, -MOST).length;
  const last = before.slice(-MOST).map(({ sessionId }) => sessionId);
  const told = await record.earlierSessions(last, patientId);
  if (!told.ok) return told;
  const sessions = told.data.filter((one) => one !== null);
  return success({ sessions, given, here: unread + sessions.length });
}

function isEarlier(row: SessionRow, session: Session): boolean {
  return row.sessionId !== session.sessionId && row.startedAt !== null && row.createdAt < session.createdAt;
}
