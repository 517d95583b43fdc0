import { changesBeside } from '../../shared/export/between-sessions.ts';
import { success, type Answer } from '../../shared/ipc/answer.ts';
import { courseBodySchema, courseStream } from '../../shared/people/course-events.ts';
import { sessionBodySchema } from '../../shared/session/event-bodies.ts';
import { sessionStream } from '../../shared/session/event.ts';
import type { ChangedBeside } from '../questionnaires/between.ts';
import type { ChangedStream } from '../record/changed-streams.ts';
import type { RecordClient } from '../record/client.ts';

/** What of a record it is found in. */
export type FoundIn = Pick<RecordClient, 'allOf' | 'changedStreams' | 'courseSessions' | 'session' | 'since'>;

/** A session that went on. */
export interface WentOn {
  readonly sessionId: string;
  /** Its last entry. */
  readonly seq: number;
  /** Whether this PC signed it or wrote something after it was signed: then the standing setting holds for it. */
  readonly signedHere: boolean;
}

/** What went on in the record since the queue last heard of everything. */
export interface FoundAgain {
  /** Global seq of the record's last entry that was looked at. */
  readonly to: number;
  readonly sessions: readonly WentOn[];
  readonly beside: readonly ChangedBeside[];
}

/**
 * Looks in the record for what the queue may not have heard of: the app died between an entry and the queue's file, or an
 * archive brought it. Fails as the record does.
 * @param after global seq of the last entry that the queue knows of; null: it begins with today's last one
 */
export async function foundAgain(record: FoundIn, after: number | null): Promise<Answer<FoundAgain>> {
  const sessions: WentOn[] = [];
  const beside: ChangedBeside[] = [];
  let to = after ?? Number.MAX_SAFE_INTEGER;
  for (let done = false; !done;) {
    const changed = await record.changedStreams(to);
    if (!changed.ok) return changed;
    ({ to, done } = changed.data);
    for (const stream of changed.data.streams) {
      if (stream.stream.startsWith(sessionStream(''))) {
        const session = await wentOn(record, stream);
        if (!session.ok) return session;
        sessions.push(session.data);
      } else {
        const changes = await besideOf(record, stream);
        if (!changes.ok) return changes;
        beside.push(...changes.data);
      }
    }
  }
  return success({ to, sessions, beside });
}

async function wentOn(record: FoundIn, { stream, last, here }: ChangedStream): Promise<Answer<WentOn>> {
  const sessionId = stream.slice(sessionStream('').length);
  const row = here === 0 ? null : await record.session(sessionId);
  if (row?.ok === false) return row;
  if ((row?.data?.signedAt ?? null) === null) return success({ sessionId, seq: last, signedHere: false });
  const all = await record.allOf(stream);
  if (!all.ok) return all;
  const signed = all.data.findIndex(({ body }) => sessionBodySchema.safeParse(body).data?.type === 'sessionSigned');
  return success({ sessionId, seq: last, signedHere: signed !== -1 && signed < here });
}

/** What an archive brought ends nothing that the standing setting waits for: it goes by a press. */
async function besideOf(record: FoundIn, { stream, first, here }: ChangedStream): Promise<Answer<ChangedBeside[]>> {
  const all = await record.allOf(stream);
  if (!all.ok) return all;
  const sessions = await record.courseSessions(stream.slice(courseStream('').length));
  if (!sessions.ok) return sessions;
  // An entry that was erased says nothing.
  const events = all.data.flatMap((event) => {
    const body = courseBodySchema.safeParse(event.body);
    return body.success ? [{ ...event, body: body.data }] : [];
  });
  const changes = changesBeside(events, sessions.data).filter(({ seq }) => seq >= first);
  return success(
    changes.map(({ session, seq, ended }) => ({
      ...{ sessionId: session.sessionId, signed: session.signedAt !== null },
      ...{ seq, ended: ended && seq <= here },
    })),
  );
}

/** The last entry of its course's stream about what leaves beside a session; 0 where there is none. Fails as the record does. */
export async function besideSeq(record: FoundIn, sessionId: string): Promise<Answer<number>> {
  const first = await record.since(sessionStream(sessionId), 0, 1);
  if (!first.ok) return first;
  const body = sessionBodySchema.safeParse(first.data.events[0]?.body).data;
  const courseId = body?.type === 'created' ? body.courseId : null;
  if (courseId === null) return success(0);
  const changes = await besideOf(record, { stream: courseStream(courseId), first: 0, last: 0, here: 0 });
  if (!changes.ok) return changes;
  return success(changes.data.findLast((change) => change.sessionId === sessionId)?.seq ?? 0);
}
