import { earlierSession, type Earlier, type EarlierSession } from '../../shared/chart/earlier.ts';
import { success, type Answer } from '../../shared/ipc/answer.ts';
import type { SessionRow } from '../../shared/people/people.ts';
import { sessionEventSchema, sessionStream } from '../../shared/session/event.ts';
import { replay } from '../../shared/session/evolve.ts';
import type { Session } from '../../shared/session/state.ts';
import type { RecordClient } from '../record/client.ts';

/** The last ones that are read: a course of boosters over years has more than a chart can tell. */
const MOST = 12;

/**
 * What the chart shows of a course's earlier infusions. They are read one after the other, so that main never works long
 * in one piece; one that was erased or cannot be read counts as not here.
 */
export async function earlierOf(
  record: Pick<RecordClient, 'courseSessions' | 'allOf'>,
  session: Session,
): Promise<Answer<Earlier>> {
  const { courseId, infusionNumber } = session.created;
  const given = infusionNumber === null ? null : infusionNumber - 1;
  if (courseId === null) return success({ sessions: [], given, here: 0 });
  const rows = await record.courseSessions(courseId);
  if (!rows.ok) return rows;
  const before = rows.data.filter((row) => isEarlier(row, session)).toSorted((a, b) => a.createdAt - b.createdAt);
  const unread = before.slice(0, -MOST).length;
  const sessions: EarlierSession[] = [];
  for (const { sessionId } of before.slice(-MOST)) {
    const all = await record.allOf(sessionStream(sessionId));
    if (!all.ok) return all;
    const told = toldOf(all.data);
    if (told !== null) sessions.push(told);
  }
  return success({ sessions, given, here: unread + sessions.length });
}

function isEarlier(row: SessionRow, session: Session): boolean {
  return row.sessionId !== session.sessionId && row.startedAt !== null && row.createdAt < session.createdAt;
}

function toldOf(events: readonly unknown[]): EarlierSession | null {
  const parsed = events.map((event) => sessionEventSchema.safeParse(event));
  const whole = parsed.flatMap((event) => (event.success ? [event.data] : []));
  if (whole.length < parsed.length) return null;
  const session = replay(whole);
  return session === null ? null : earlierSession(session);
}
