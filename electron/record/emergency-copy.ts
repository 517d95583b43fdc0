import * as z from 'zod/mini';
import { failure, success, type Answer, type Failure } from '../../shared/ipc/answer.ts';
import { patientSchema } from '../../shared/people/people.ts';
import { storedProtocolSchema } from '../../shared/protocol/stored.ts';
import { sessionEventSchema, type SessionEvent } from '../../shared/session/event.ts';
import { clockReadingSchema } from '../../shared/time/clock.ts';
import { openLines, sealLines } from './archive/sealed-lines.ts';
import { diskCodeOf, Refused } from './failures.ts';

const FORMAT = 'stillroom emergency copy';

/** The first line: whose session, when the copy was made, on which protocol. */
export const copyHeadSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  madeAt: clockReadingSchema,
  /** Null for a practice without a name. */
  patient: z.nullable(patientSchema),
  protocol: storedProtocolSchema,
  /** Events in the file, and the seq of the last one that was on disk. */
  events: z.int(),
  saved: z.int(),
});
export type CopyHead = z.infer<typeof copyHeadSchema>;
const entrySchema = z.object({ saved: z.boolean(), event: sessionEventSchema });

/** What a copy holds. Events after `saved` were not in the record when it was made. */
export interface EmergencyCopy {
  readonly head: Omit<CopyHead, 'format' | 'version' | 'events'>;
  readonly events: readonly SessionEvent[];
}

/**
 * Writes a session to a file of its own, sealed for one age recipient, reads it back and compares it. Needs neither the
 * record nor its worker. Failures: `copy.full`, `copy.notWritten`, `copy.differs`, `archive.exists`.
 */
export async function writeEmergencyCopy(
  file: string,
  key: { readonly recipient: string; readonly identity: string },
  { head, events }: EmergencyCopy,
): Promise<Answer<null>> {
  const first: CopyHead = { format: FORMAT, version: 1, ...head, events: events.length };
  const lines = [first, ...events.map((event) => ({ saved: event.seq <= head.saved, event }))].map((line) =>
    JSON.stringify(line),
  );
  try {
    await sealLines(file, { recipient: key.recipient }, lines);
    let read = 0;
    for await (const line of openLines(file, { identity: key.identity })) {
      if (line !== lines[read]) return failure('broken', 'copy.differs');
      read += 1;
    }
    return read === lines.length ? success(null) : failure('broken', 'copy.differs');
  } catch (error) {
    if (error instanceof Refused && error.answer.code === 'archive.exists') return error.answer;
    return error instanceof Refused
      ? failure('broken', 'copy.differs')
      : failure('unavailable', diskCodeOf(error) === 'disk.full' ? 'copy.full' : 'copy.notWritten');
  }
}

/** Reads an emergency copy. Failures: those of `openLines` (`archive.…`), `copy.foreign`, `copy.unreadable`. */
export async function readEmergencyCopy(file: string, identity: string): Promise<Answer<EmergencyCopy>> {
  try {
    let head: CopyHead | null = null;
    const events: SessionEvent[] = [];
    for await (const line of openLines(file, { identity })) {
      const value: unknown = JSON.parse(line);
      if (head !== null) events.push(entrySchema.parse(value).event);
      else head = copyHeadSchema.parse(value);
    }
    if (head === null || head.events !== events.length) return failure('refused', 'copy.foreign');
    return success({ head, events });
  } catch (error) {
    return whyNotRead(error);
  }
}

function whyNotRead(error: unknown): Failure {
  if (error instanceof Refused) return error.answer;
  if (error instanceof z.core.$ZodError || error instanceof SyntaxError) return failure('refused', 'copy.foreign');
  return failure('unavailable', 'copy.unreadable');
}
