import { randomUUID } from 'node:crypto';
import type { LeavingKind } from '../../shared/export/kinds.ts';
import { success, type Answer } from '../../shared/ipc/answer.ts';
import type { Author } from '../../shared/session/event.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import { auditAppend, auditEvent } from '../access/audit.ts';
import type { RecordClient } from '../record/client.ts';

/** Sessions named in one line of the audit. */
const PER_LINE = 200;

/** What leaves, and by whom. */
export interface Leaving {
  readonly what: LeavingKind;
  readonly practice: boolean;
  readonly sessionIds: readonly string[];
  readonly author: Author;
}

/**
 * Writes down, before it is done, that sessions leave the app, so that nothing leaves without a line; where that line cannot
 * be written, nothing may leave. Notes the head of the chain outside the record as well.
 */
export async function noteExport(
  clinic: Pick<RecordClient, 'append' | 'noteAnchor'>,
  { what, practice, sessionIds, author }: Leaving,
  now: ClockReading,
): Promise<Answer<null>> {
  const exportId = randomUUID();
  const parts = Math.max(1, Math.ceil(sessionIds.length / PER_LINE));
  const lines = Array.from({ length: parts }, (_, index) => {
    const ids = sessionIds.slice(index * PER_LINE, (index + 1) * PER_LINE);
    const body = { type: 'exportBegun', exportId, what, practice, sessions: sessionIds.length } as const;
    return auditEvent(author, { ...body, sessionIds: ids, part: index + 1, parts }, now);
  });
  const noted = await clinic.append(auditAppend(lines, now));
  if (!noted.ok) return noted;
  await clinic.noteAnchor('export', now.wallMs);
  return success(null);
}
