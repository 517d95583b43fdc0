import { AUDIT_BODY_VERSION, AUDIT_STREAM, type AuditBody } from '../../shared/people/audit-events.ts';
import type { Author, NewEvent } from '../../shared/session/event.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import type { Append, RecordClient } from '../record/client.ts';

/** Writes to the audit stream. */
export interface Audit {
  /** Notes a fact. Where the disk refuses, it is kept and written with the next one: a full disk locks nobody out. */
  readonly note: (author: Author, body: AuditBody, now: ClockReading) => Promise<void>;
}

/** An audit over a record. */
export function createAudit(record: RecordClient): Audit {
  let kept: readonly NewEvent<AuditBody>[] = [];
  return {
    note: async (author, body, now) => {
      const events = [...kept, auditEvent(author, body, now)];
      kept = [];
      const saved = await record.append(auditAppend(events, now));
      if (!saved.ok) kept = [...events, ...kept];
    },
  };
}

/** An audit fact as it is appended together with what it is about. */
export function auditAppend(events: readonly NewEvent<AuditBody>[], now: ClockReading): Append {
  return {
    stream: AUDIT_STREAM,
    expectedSeq: null,
    commandId: null,
    recordedAt: now,
    version: AUDIT_BODY_VERSION,
    events,
  };
}

/** An audit fact of this moment. */
export function auditEvent(author: Author, body: AuditBody, now: ClockReading): NewEvent<AuditBody> {
  return { occurredAt: now.wallMs, sessionMs: null, author, body };
}
