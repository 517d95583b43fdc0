import type { Append } from '../../electron/record/client.ts';
import { AUDIT_BODY_VERSION, AUDIT_STREAM, type AuditBody } from '../../shared/people/audit-events.ts';
import type { Author } from '../../shared/session/event.ts';
import { clockAt } from './calendar.ts';

/** One event outside of sessions, at a moment (epoch ms); `begins`: the first of its stream. */
export function lineOf(
  stream: string,
  body: Readonly<Record<string, unknown>>,
  { version, author, at, begins = false }: LineParts,
): Append {
  const event = { occurredAt: at, sessionMs: null, author, body };
  return {
    ...{ stream, expectedSeq: begins ? 0 : null, commandId: null },
    ...{ recordedAt: clockAt(at), version, events: [event] },
  };
}

interface LineParts {
  readonly version: number;
  readonly author: Author;
  readonly at: number;
  readonly begins?: boolean;
}

/** One line of the audit. */
export function auditLine(body: AuditBody, author: Author, at: number): Append {
  return lineOf(AUDIT_STREAM, body, { version: AUDIT_BODY_VERSION, author, at });
}
