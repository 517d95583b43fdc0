import * as z from 'zod/mini';
import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import { courseStream } from '../../../shared/people/course-events.ts';
import {
  ERASURE_BODY_VERSION,
  erasureStream,
  spansOf,
  type ErasureBody,
} from '../../../shared/people/erasure-events.ts';
import { patientStream } from '../../../shared/people/patient-events.ts';
import { RETENTION_STREAM, retentionBodySchema } from '../../../shared/people/retention.ts';
import { sessionStream, type Author } from '../../../shared/session/event.ts';
import type { ClockReading } from '../../../shared/time/clock.ts';
import { appendEvents } from '../append.ts';
import { catchUp, needWhole } from '../catch-up.ts';
import { prepared } from '../connection.ts';
import { startBatch } from '../derive/batch.ts';
import { eventsSince } from '../event-rows.ts';
import type { Store } from '../store.ts';

/** Whose entries go, who says so, and why. */
export interface ErasePatient {
  readonly patientId: string;
  /** Random; names the erasure's own stream. */
  readonly erasureId: string;
  readonly rule: string;
  readonly reason: string;
  readonly author: Author;
  readonly recordedAt: ClockReading;
}

const seqRowSchema = z.object({ seq: z.int() });
const idRowSchema = z.object({ id: z.string() });

/**
 * Erases a patient: the bodies and salts of all their entries go, and an entry of the stream `erasure:<id>` proves in
 * the chain that they went, by whom and under which rule. One transaction, synced; the log is moved into the file and
 * cut afterwards, so that no older page of it is left.
 * @returns how many entries were erased
 */
export function erasePatient(store: Store, request: ErasePatient): Answer<{ readonly entries: number }> {
  catchUp(store);
  // The lists tell which entries are the patient's: all of them have to be there.
  needWhole(store);
  const done = store.writer.transaction(() => eraseWithin(store, request)).immediate();
  if (done.ok) store.writer.pragma('wal_checkpoint(TRUNCATE)');
  return done;
}

function eraseWithin(store: Store, request: ErasePatient): Answer<{ readonly entries: number }> {
  const streams = streamsOf(store, request.patientId);
  const held = heldLines(store, request.patientId);
  const seqs = [...streams.flatMap((stream) => seqsOf(store, stream)), ...held].toSorted((a, b) => a - b);
  if (seqs.length === 0) return failure('refused', 'people.patientUnknown');
  const body: ErasureBody = { type: 'erased', ranges: spansOf(seqs), rule: request.rule, reason: request.reason };
  const { author, recordedAt } = request;
  const written = appendEvents(store, [
    {
      stream: erasureStream(request.erasureId),
      expectedSeq: 0,
      commandId: null,
      recordedAt,
      version: ERASURE_BODY_VERSION,
      events: [{ occurredAt: recordedAt.wallMs, sessionMs: null, author, body }],
    },
  ]);
  if (!written.ok) return written;
  const proof = seqRowSchema.parse(prepared(store.writer, 'SELECT max(seq) AS seq FROM events').get()).seq;
  for (const seq of seqs) {
    prepared(store.writer, 'INSERT INTO erasures (seq, erasure_seq) VALUES (?, ?)').run(seq, proof);
    prepared(store.writer, 'DELETE FROM bodies WHERE seq = ?').run(seq);
  }
  for (const stream of streams)
    prepared(store.writer, 'DELETE FROM heartbeats WHERE session_id = ?').run(stream.slice(sessionStream('').length));
  // Their streams fold to nothing now: rows and searched words go with the bodies.
  const emptied = startBatch(store.writer);
  streams.forEach(emptied.refold);
  emptied.write();
  return success({ entries: seqs.length });
}

/** Every stream that is about the patient. */
function streamsOf(store: Store, patientId: string): string[] {
  const ids = (sql: string): string[] =>
    z
      .array(idRowSchema)
      .parse(prepared(store.writer, sql).all(patientId))
      .map(({ id }) => id);
  return [
    patientStream(patientId),
    ...ids('SELECT course_id AS id FROM course_rows WHERE patient_id = ?').map(courseStream),
    ...ids('SELECT session_id AS id FROM session_rows WHERE patient_id = ?').map(sessionStream),
  ];
}

/** Entries that have not been erased before. */
function seqsOf(store: Store, stream: string): number[] {
  const sql = 'SELECT e.seq FROM events e JOIN bodies b ON b.seq = e.seq WHERE e.stream = ?';
  return z
    .array(seqRowSchema)
    .parse(prepared(store.writer, sql).all(stream))
    .map(({ seq }) => seq);
}

/** Why the patient was held, and why no longer: free text about them in a stream of all. */
function heldLines(store: Store, patientId: string): number[] {
  const about = eventsSince(store.writer, RETENTION_STREAM, 0, -1).filter(({ body }) => {
    const parsed = retentionBodySchema.safeParse(body);
    return parsed.success && parsed.data.type !== 'yearsSet' && parsed.data.patientId === patientId;
  });
  const sql = 'SELECT seq FROM events WHERE stream = ? AND stream_seq = ?';
  return about.map(({ seq }) => seqRowSchema.parse(prepared(store.writer, sql).get(RETENTION_STREAM, seq)).seq);
}
