import { randomUUID } from 'node:crypto';
import { success, type Answer } from '../../../shared/ipc/answer.ts';
import {
  ERASURE_BODY_VERSION,
  erasureStream,
  spansOf,
  type ErasureBody,
} from '../../../shared/people/erasure-events.ts';
import type { ClockReading } from '../../../shared/time/clock.ts';
import { appendEvents, headOf, insertRow, lastSeqOf, type Head } from '../append.ts';
import { prepared } from '../connection.ts';
import type { Store } from '../store.ts';
import type { ErasureCause } from './erased-patients.ts';
import type { ContentLine } from './format.ts';
import type { ImportedEvent, ImportPart } from './plan.ts';

/** What one transaction of an import writes. */
export interface ImportBatch {
  readonly contents: readonly ContentLine[];
  readonly parts: readonly ImportPart[];
  /** The look at the clocks under which what the import itself notes is recorded. */
  readonly recordedAt: ClockReading;
}
export interface ImportWritten {
  readonly events: number;
  /** Sessions that changed here since the batch was planned: left as they are. */
  readonly conflicts: number;
}

/**
 * Writes events of another record into this one's chain, with everything that they came with: times, author, PC,
 * command, salt and body, so that their commitments stay. Seq, place in the stream and chain are this record's own.
 * What comes without its body is covered by an erasure of this record, under the cause it was erased for. One
 * transaction, on disk when this returns; throws what SQLite throws, nothing is written then.
 */
export function writeImport(store: Store, batch: ImportBatch): Answer<ImportWritten> {
  return store.writer
    .transaction((): Answer<ImportWritten> => {
      for (const content of batch.contents) writeContent(store, content);
      const head = headOf(store.writer, store.chainStart);
      const gone: { readonly seq: number; readonly cause: ErasureCause }[] = [];
      let events = 0;
      let conflicts = 0;
      for (const part of batch.parts) {
        const last = lastSeqOf(store, part.stream);
        if (part.expectedSeq !== null && part.expectedSeq !== last) {
          conflicts += 1;
          continue;
        }
        part.events.forEach((imported, index) => {
          writeEvent(store, head, imported, last + index + 1);
          if (imported.erased !== null) gone.push({ seq: head.seq, cause: imported.erased });
        });
        rememberCommands(store, part, last);
        events += part.events.length;
      }
      proveErased(store, gone, batch.recordedAt);
      return success({ events, conflicts });
    })
    .immediate();
}

function writeContent(store: Store, { hash, kind, body }: ContentLine): void {
  if (prepared(store.writer, 'SELECT 1 FROM contents WHERE hash = ?').get(hash) !== undefined) return;
  const sql = 'INSERT INTO contents (hash, kind, body) VALUES (?, ?, ?)';
  prepared(store.writer, sql).run(hash, kind, Buffer.from(body, 'utf8'));
}

function writeEvent(store: Store, head: Head, { event }: ImportedEvent, streamSeq: number): void {
  const row = {
    stream: event.stream,
    stream_seq: streamSeq,
    recorded_wall: event.recordedAt.wallMs,
    recorded_monotonic: event.recordedAt.monotonicMs,
    recorded_uptime: event.recordedAt.uptimeMs,
    boot_id: event.recordedAt.bootId,
    occurred_at: event.occurredAt,
    session_ms: event.sessionMs,
    author: event.author,
    pc: event.pc,
    command_id: event.commandId,
    version: event.version,
    commitment: Buffer.from(event.commitment, 'base64'),
  };
  const { salt, body } = event;
  const content =
    salt === null || body === null ? null : { salt: Buffer.from(salt, 'base64'), body: Buffer.from(body, 'utf8') };
  insertRow(store, head, row, content);
}

/** A command of the other record is answered from now on, as a repeat of it would have been there. */
function rememberCommands(store: Store, { stream, events }: ImportPart, last: number): void {
  const answered = new Map<string, number>();
  events.forEach(({ event }, index) => {
    if (event.commandId !== null) answered.set(event.commandId, last + index + 1);
  });
  for (const [commandId, seq] of answered) {
    if (prepared(store.writer, 'SELECT 1 FROM commands WHERE command_id = ?').get(commandId) !== undefined) continue;
    const sql = 'INSERT INTO commands (command_id, stream, seq_after) VALUES (?, ?, ?)';
    prepared(store.writer, sql).run(commandId, stream, seq);
  }
}

/** One erasure of this record for each cause, naming the places at which bodies are missing. */
function proveErased(
  store: Store,
  gone: readonly { readonly seq: number; readonly cause: ErasureCause }[],
  recordedAt: ClockReading,
): void {
  const causes = Map.groupBy(gone, ({ cause }) => JSON.stringify([cause.rule, cause.reason]));
  for (const places of causes.values()) {
    const seqs = places.map(({ seq }) => seq);
    const cause = places[0]?.cause ?? { rule: '', reason: '' };
    const body: ErasureBody = { type: 'erased', ranges: spansOf(seqs), ...cause };
    appendEvents(store, [
      {
        stream: erasureStream(randomUUID()),
        expectedSeq: 0,
        commandId: null,
        recordedAt,
        version: ERASURE_BODY_VERSION,
        events: [{ occurredAt: recordedAt.wallMs, sessionMs: null, author: { kind: 'app' }, body }],
      },
    ]);
    const proof = headOf(store.writer, store.chainStart).seq;
    for (const seq of seqs)
      prepared(store.writer, 'INSERT INTO erasures (seq, erasure_seq) VALUES (?, ?)').run(seq, proof);
  }
}
