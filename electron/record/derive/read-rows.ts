import { AUDIT_STREAM, auditBodySchema } from '../../../shared/people/audit-events.ts';
import { prepared } from '../connection.ts';
import type { Sqlite } from '../sqlite.ts';
import { bodyOf, type LightEvent } from './light-events.ts';

/** A line of the audit about who read a session. */
export interface ReadLine {
  readonly sessionId: string;
  readonly staffId: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Null for every other event. */
export function readLineOf(event: LightEvent): ReadLine | null {
  if (event.stream !== AUDIT_STREAM || event.type !== 'recordRead' || event.author.kind !== 'staff') return null;
  const body = auditBodySchema.safeParse(bodyOf(event));
  if (!body.success || body.data.type !== 'recordRead') return null;
  return { sessionId: body.data.sessionId, staffId: event.author.staffId, at: event.occurredAt };
}

export function keepRead(database: Sqlite, { sessionId, staffId, at }: ReadLine): void {
  const sql = 'INSERT OR IGNORE INTO session_reads (session_id, at, staff_id) VALUES (?, ?, ?)';
  prepared(database, sql).run(sessionId, at, staffId);
}
