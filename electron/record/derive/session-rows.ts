import * as z from 'zod/mini';
import { flagsOf, isOver } from '../../../shared/people/session-flags.ts';
import {
  movesTimes,
  sessionFactsAfter,
  sessionFactsSeen,
  sessionRowTypes,
  withTimesOf,
} from '../../../shared/people/session-row.ts';
import type { SessionFacts } from '../../../shared/people/session-facts.ts';
import { textsOf, textTypes } from '../../../shared/people/session-texts.ts';
import { sessionFlags } from '../../../shared/people/people.ts';
import { sessionBodySchema, type SessionBody } from '../../../shared/session/event-bodies.ts';
import { sessionEventSchema } from '../../../shared/session/event.ts';
import { replay } from '../../../shared/session/evolve.ts';
import type { Session } from '../../../shared/session/state.ts';
import { prepared } from '../connection.ts';
import { eventsSince } from '../event-rows.ts';
import { sessionOnDisk } from '../facts.ts';
import type { Sqlite } from '../sqlite.ts';
import { bodyOf, type LightEvent } from './light-events.ts';
import { forgetOver, markStale } from './over-rows.ts';
import type { Projection } from './projection.ts';
import { protocolOf } from './protocols.ts';
import { rowIdFor, rowIdOf } from './row-id.ts';
import { dropWords, keepWords } from './session-words.ts';

/** A session's row and what people wrote since it was loaded. */
interface SessionFold {
  readonly facts: SessionFacts;
  readonly texts: readonly string[];
}

export const sessionRows: Projection<SessionFold> = {
  prefix: 'session:',
  load: (database, id) => {
    const row = prepared(database, 'SELECT facts FROM session_rows WHERE session_id = ?').get(id);
    return row === undefined ? null : { facts: sessionOnDisk(row), texts: [] };
  },
  after: (database, fold, event) => {
    if (fold === null ? event.type !== 'created' : event.seq <= fold.facts.seq) return fold;
    const before = fold?.facts ?? null;
    const body = matters(event) ? parsed(event) : null;
    const seen = before === null ? null : sessionFactsSeen(before, event.seq, event.author, event.type);
    const next =
      body === null
        ? seen
        : sessionFactsAfter(
            before,
            { ...event, body },
            before === null ? null : (protocolOf(database, before.protocolHash)?.bands ?? null),
          );
    const facts = next !== null && movesTimes(next, event.type) ? withReplayedTimes(database, next, event) : next;
    const texts = body === null ? [] : textsOf(body);
    // Of a session that is over any entry may settle something that waits: it is looked at as a whole again.
    if (facts === null || (facts === before && texts.length === 0 && !isOver(facts))) return fold;
    return { facts: { ...facts, seq: event.seq }, texts: [...(fold?.texts ?? []), ...texts] };
  },
  save: (database, id, { facts, texts }, whole) => {
    const rowId = rowIdFor(database, 'session_rows', 'session_id', id, facts.createdAt);
    if (whole) forgetStaff(database, id, rowId);
    prepared(database, SAVE).run(
      rowId,
      id,
      facts.createdAt,
      facts.phase,
      facts.courseId,
      facts.patientId,
      facts.protocolHash,
      facts.startedAt === null ? 0 : 1,
      ...sessionFlags.map((flag) => (flagsOf(facts).includes(flag) ? 1 : 0)),
      JSON.stringify(facts),
    );
    for (const staffId of facts.staff)
      prepared(database, 'INSERT OR IGNORE INTO session_staff (staff_id, row_id) VALUES (?, ?)').run(staffId, rowId);
    keepWords(database, rowId, facts.patientId, texts, whole);
    if (isOver(facts) && !facts.practice) markStale(database, rowId);
    else forgetOver(database, rowId);
  },
  remove: (database, id) => {
    const rowId = rowIdOf(database, 'session_rows', 'session_id', id);
    if (rowId === null) return;
    forgetStaff(database, id, rowId);
    dropWords(database, rowId);
    forgetOver(database, rowId);
    prepared(database, 'DELETE FROM session_rows WHERE row_id = ?').run(rowId);
  },
};

const columns = ['phase', 'course_id', 'patient_id', 'protocol_hash', 'given', ...sessionFlags, 'facts'];
const SAVE = `INSERT INTO session_rows (row_id, session_id, created_at, ${columns.join(', ')})
  VALUES (?, ?, ?, ${columns.map(() => '?').join(', ')})
  ON CONFLICT (row_id) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`;

/** Whether a body has to be read: most of a session's events change nothing that a list shows or is searched by. */
function matters({ type, text }: LightEvent): boolean {
  // A tick in a checklist has no words; there are twenty of them in a session.
  if (type === 'checkAnswered') return text?.includes('"value":null') === false;
  return sessionRowTypes.has(type) || textTypes.has(type);
}

function parsed(event: LightEvent): SessionBody | null {
  const body = sessionBodySchema.safeParse(bodyOf(event));
  return body.success ? body.data : null;
}

/** Times that were moved are judged by the engine itself, over all events so far. */
function withReplayedTimes(database: Sqlite, facts: SessionFacts, event: LightEvent): SessionFacts {
  const session = replayed(database, event);
  return session === null ? facts : withTimesOf(facts, session);
}

function replayed(database: Sqlite, { stream, seq }: LightEvent): Session | null {
  const events = z.array(sessionEventSchema).safeParse(eventsSince(database, stream, 0, seq));
  return events.success ? replay(events.data) : null;
}

function forgetStaff(database: Sqlite, id: string, rowId: number): void {
  const sql = 'DELETE FROM session_staff WHERE staff_id = ? AND row_id = ?';
  for (const staffId of sessionRows.load(database, id)?.facts.staff ?? []) prepared(database, sql).run(staffId, rowId);
}
