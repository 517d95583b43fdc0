import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { appendEvents } from '../../electron/record/append.ts';
import { erasureOfPatient } from '../../electron/record/archive/erased-patients.ts';
import { openLines } from '../../electron/record/archive/sealed-lines.ts';
import { writeImport, type ImportBatch, type ImportWritten } from '../../electron/record/archive/write-import.ts';
import { catchUp } from '../../electron/record/catch-up.ts';
import { putContent } from '../../electron/record/contents.ts';
import { eventsAfter, eventsSince } from '../../electron/record/event-rows.ts';
import { Refused } from '../../electron/record/failures.ts';
import { exportArchiveJob } from '../../electron/record/jobs/export-archive-job.ts';
import { importArchiveJob } from '../../electron/record/jobs/import-archive-job.ts';
import type { ExportDone, ImportDone, JobContext } from '../../electron/record/jobs/job-types.ts';
import { previewArchiveJob } from '../../electron/record/jobs/preview-archive-job.ts';
import { liveSessions } from '../../electron/record/lists.ts';
import { closeStore, type Store } from '../../electron/record/store.ts';
import { verifyAll } from '../../electron/record/verify.ts';
import type { OpenOptions, RecordKind } from '../../electron/record/client.ts';
import type { Answer } from '../../shared/ipc/answer.ts';
import type { ArchivePreview, ArchiveSelection } from '../../shared/people/archive.ts';
import { type Author, type SessionEvent, sessionStream } from '../../shared/session/event.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import { clockAt, dataOf, openStoreOrThrow, tempFolder, tempOptions } from './temp-record.ts';

export const identity = await generateX25519Identity();
export const recipient = await identityToRecipient(identity);
const owner: Author = { kind: 'staff', staffId: 'staff-owner' };

/** One PC with its record, and the archives it writes and takes in. The jobs run in this thread. */
export class ArchivePc {
  readonly options: OpenOptions;
  readonly store: Store;
  readonly #remove: () => void;
  readonly #folder: string;
  #seconds = 0;

  constructor(pc: string, kind: RecordKind = 'clinic') {
    const { folder, remove } = tempFolder();
    this.#folder = folder;
    this.#remove = remove;
    this.options = { ...tempOptions(folder, kind), pc };
    this.store = openStoreOrThrow(this.options);
  }

  end(): void {
    closeStore(this.store);
    this.#remove();
  }

  now(): ClockReading {
    this.#seconds += 1;
    return clockAt(this.#seconds);
  }

  /** Where an archive of a name lies. */
  file(name: string = randomUUID()): string {
    return path.join(this.#folder, `${name}.age`);
  }

  append(
    stream: string,
    body: Readonly<Record<string, unknown>>,
    author: Author = owner,
    now: ClockReading = this.now(),
  ): void {
    const events = [{ occurredAt: now.wallMs, sessionMs: null, author, body }];
    dataOf(
      appendEvents(this.store, [
        { stream, expectedSeq: null, commandId: randomUUID(), recordedAt: now, version: 1, events },
      ]),
    );
  }

  /** Writes many things with one wait for the disk. */
  together(work: () => void): void {
    this.store.writer.transaction(work).immediate();
  }

  /** A patient named so that nobody is meant. */
  patient(patientId: string, name = `Ottoline ${patientId}`): void {
    const details = { name, birthDate: '1970-01-02', allergies: '' };
    this.append(`patient:${patientId}`, { type: 'patientCreated', details, notSameAs: [] });
  }

  /** Whether this record once held the patient and no longer does. */
  isErased(patientId: string): boolean {
    return erasureOfPatient(this.store.reader, patientId) !== null;
  }

  editPatient(patientId: string, name: string): void {
    const details = { name, birthDate: '1970-01-02', allergies: '' };
    this.append(`patient:${patientId}`, { type: 'patientEdited', details });
  }

  content(value: unknown): string {
    return dataOf(putContent(this.store, 'protocol', value));
  }

  /** Writes down what happened in a session, event by event, each under a command of its own. */
  session(
    sessionId: string,
    events: readonly SessionEvent[],
    over: Readonly<Record<string, unknown>> = {},
    from = 0,
  ): void {
    const stream = sessionStream(sessionId);
    events.slice(from).forEach((event, index) => {
      const body = event.body.type === 'created' ? { ...event.body, ...over } : event.body;
      dataOf(
        appendEvents(this.store, [
          {
            stream,
            expectedSeq: from + index,
            commandId: `${sessionId}-${from + index}`,
            recordedAt: event.recordedAt,
            version: event.version,
            events: [{ occurredAt: event.occurredAt, sessionMs: event.sessionMs, author: event.author, body }],
          },
        ]),
      );
    });
  }

  live(): string[] {
    catchUp(this.store);
    return liveSessions(this.store.reader).map(({ sessionId }) => sessionId);
  }

  export(
    file: string,
    selection: ArchiveSelection = { what: 'everything' },
    over: Partial<JobContext> = {},
    leaveOut: readonly string[] = this.live(),
  ): Promise<Answer<ExportDone>> {
    const args = { file, to: { recipient }, archiveId: randomUUID(), selection, leaveOut, createdAt: 1 };
    return answered(() => exportArchiveJob(this.#context(over), args));
  }

  preview(file: string): Promise<Answer<ArchivePreview>> {
    return answered(() => previewArchiveJob(this.#context(), { file, using: { identity }, untouched: this.live() }));
  }

  async import(file: string, over: Partial<JobContext> = {}): Promise<Answer<ImportDone>> {
    const preview = await this.preview(file);
    if (!preview.ok) return preview;
    const args = {
      file,
      using: { identity },
      archiveId: preview.data.archiveId,
      untouched: this.live(),
      now: this.now(),
    };
    return answered(() => importArchiveJob(this.#context(over), args));
  }

  /** Everything in the record by what it is on every PC; proofs of erasure that imports wrote are each PC's own. */
  identities(): string[] {
    const rows = this.store.reader
      .prepare(
        "SELECT stream || ' ' || hex(commitment) AS id FROM events WHERE NOT (stream GLOB 'erasure:*' AND author = 'app')",
      )
      .all() as { id: string }[];
    return rows.map(({ id }) => id).toSorted();
  }

  sessionIds(): string[] {
    const rows = this.store.reader
      .prepare("SELECT DISTINCT stream FROM events WHERE stream GLOB 'session:*'")
      .all() as {
      stream: string;
    }[];
    return rows.map(({ stream }) => stream.slice('session:'.length)).toSorted();
  }

  events(stream: string): ReturnType<typeof eventsSince> {
    return eventsSince(this.store.reader, stream, 0, -1);
  }

  all(): ReturnType<typeof eventsAfter> {
    return eventsAfter(this.store.reader, 0, -1);
  }

  async findings(): Promise<string[]> {
    return (await verifyAll(this.store)).findings.map(({ code }) => code);
  }

  write(batch: ImportBatch): Answer<ImportWritten> {
    return writeImport(this.store, batch);
  }

  #context(over: Partial<JobContext> = {}): JobContext {
    return {
      options: { ...this.options, mayCreate: false },
      progress: () => undefined,
      signal: new AbortController().signal,
      writeImport: async (batch) => this.write(batch),
      ...over,
    };
  }
}

/** The lines of an archive, taken apart. */
export async function linesOf(file: string): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  for await (const line of openLines(file, { identity })) lines.push(JSON.parse(line) as Record<string, unknown>);
  return lines;
}

/** As the worker of a job answers. */
async function answered<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}
