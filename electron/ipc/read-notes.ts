import { success, type Answer } from '../../shared/ipc/answer.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import { auditAppend, auditEvent } from '../access/audit.ts';
import type { RecordClient } from '../record/client.ts';

/** Who read which session. */
export interface Read {
  readonly sessionId: string;
  readonly practice: boolean;
  readonly staffId: string;
}

/** Writes a line of the audit for whoever reads a session. */
export type NoteRead = (
  clinic: Pick<RecordClient, 'append' | 'review'>,
  read: Read,
  now: ClockReading,
) => Promise<Answer<Record<string, never>>>;

/** Once a day and person for each session, restarts included; what could not be written is written the next time. */
export function createReadNotes(): NoteRead {
  let day = '';
  let noted = new Set<string>();
  return async (clinic, { sessionId, practice, staffId }, now) => {
    const today = new Date(now.wallMs).toDateString();
    if (today !== day) noted = new Set();
    day = today;
    const key = JSON.stringify([sessionId, staffId]);
    if (noted.has(key)) return success({});
    noted.add(key);
    if (await isNoted(clinic, { sessionId, staffId }, today)) return success({});
    const line = auditEvent({ kind: 'staff', staffId }, { type: 'recordRead', sessionId, practice }, now);
    const written = await clinic.append(auditAppend([line], now));
    if (written.ok) return success({});
    noted.delete(key);
    return written;
  };
}

/** Whether the record has the line of this day already: the app may have been started anew since. */
async function isNoted(
  clinic: Pick<RecordClient, 'review'>,
  { sessionId, staffId }: Pick<Read, 'sessionId' | 'staffId'>,
  today: string,
): Promise<boolean> {
  const known = await clinic.review('reads', sessionId);
  if (!known.ok) return false;
  return known.data.found.some((read) => read.staffId === staffId && new Date(read.at).toDateString() === today);
}
