import * as z from 'zod/mini';
import { failure, type Failure } from '../../shared/ipc/answer.ts';
import { anchorFileOf, readAnchors } from './anchors/anchor-file.ts';
import { noteMade } from './anchors/note.ts';
import type { OpenFailureCode, OpenOptions } from './client-types.ts';
import { releaseCheckpoints } from './checkpoints.ts';
import { openConnection } from './connection.ts';
import { createRecordFile } from './create.ts';
import type { Place } from './derive/place.ts';
import { looksOf, takesWriting, whyNotOpen } from './diagnose.ts';
import { diskCodeOf, Refused } from './failures.ts';
import { lockFile, type FileLock } from './lock.ts';
import { chainCheck, chainStart } from './row.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';
import type { Sqlite } from './sqlite.ts';
import { upgradeFile } from './upgrade/upgrade.ts';

/** An open record inside the worker: one connection that writes, one that reads. */
export interface Store {
  /** Held as long as the record is open. */
  readonly lock: FileLock;
  readonly writer: Sqlite;
  readonly reader: Sqlite;
  readonly pc: string;
  readonly chainKey: Uint8Array;
  /** 16 random bytes that name this record and all its copies. */
  readonly fileId: Uint8Array;
  /** Where it lies. */
  readonly file: string;
  /** `prev_hash` of the first event. */
  readonly chainStart: Uint8Array;
  /** The file was closed by the program that had it open last. */
  readonly closedCleanly: boolean;
  /** Last global seq at the last clean close. */
  readonly cleanSeq: number;
  /** Ends a hold of checkpoints that is on; see `checkpoints.ts`. */
  readonly hold: { end: NodeJS.Timeout | null };
  /** How far the derived rows were brought; null until it is read. Only catch-up.ts moves it. */
  readonly derived: { place: Place | null };
  /** The schema the file had before this opening, where it was upgraded. */
  readonly upgradedFrom: number | null;
}

const fileRowSchema = z.object({
  kind: z.string(),
  file_id: z.instanceof(Uint8Array),
  chain_check: z.instanceof(Uint8Array),
  open: z.int(),
  clean_seq: z.int(),
});

/** The one row that says what this file is. */
export function fileRowOf(database: Sqlite): z.infer<typeof fileRowSchema> {
  return fileRowSchema.parse(database.prepare('SELECT * FROM file WHERE id = 1').get());
}

/** Opens or makes a record file. A failure changes nothing on disk. */
export function openStore(options: OpenOptions): Store | Failure {
  try {
    const looks = looksOf(options.file);
    if (looks === 'otherProgram') return no('record.otherProgram');
    if (looks === 'damaged') return no('record.damaged');
    if (looks === 'missing' && !options.mayCreate) return no('record.missing');
    if (looks === 'missing') createRecordFile(options);
    return openExisting(options);
  } catch (error) {
    return failureOfOpening(options, error);
  }
}

/** Why a file did not open, in a code that can be told. */
export function failureOfOpening(options: Pick<OpenOptions, 'file' | 'dataKey'>, error: unknown): Failure {
  if (error instanceof Refused) return error.answer;
  const code = diskCodeOf(error);
  if (code === 'record.damaged')
    return no(whyNotOpen(options.file, options.dataKey) === 'wrongKey' ? 'record.wrongKey' : code);
  if (code === 'record.unreachable' && !takesWriting(options.file)) return no('disk.readOnly');
  return no(openCodeOf(code));
}

/** Notes the clean end, moves everything from the log into the file and closes both connections. */
export function closeStore(store: Store): void {
  releaseCheckpoints(store);
  try {
    store.writer.prepare('UPDATE file SET open = 0, clean_seq = (SELECT coalesce(max(seq), 0) FROM events)').run();
    store.reader.close();
    store.writer.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    leaveStore(store);
  }
}

/** Lets go of a record as a crash would: nothing is noted and nothing moved. */
export function leaveStore(store: Store): void {
  store.reader.close();
  store.writer.close();
  store.lock.release();
}

function openExisting(options: OpenOptions): Store {
  // Read first: what is not ours, or newer, is left without a byte changed.
  const found = schemaOf(options);
  const lock = lockFile(options.file);
  try {
    if (found < SCHEMA_VERSION) upgradeFile(options, found);
    return openLocked(options, lock, found);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openLocked(options: OpenOptions, lock: FileLock, found: number): Store {
  const connections: Sqlite[] = [];
  const open = (mode: 'write' | 'read'): Sqlite => {
    const connection = openConnection(options.file, options.dataKey, mode);
    connections.push(connection);
    return connection;
  };
  try {
    const writer = open('write');
    const row = fileRowOf(writer);
    writer.prepare('UPDATE file SET open = 1').run();
    const reader = open('read');
    noteEmpty(options, reader, row.file_id);
    return {
      lock,
      writer,
      reader,
      pc: options.pc,
      chainKey: options.chainKey,
      fileId: row.file_id,
      file: options.file,
      chainStart: chainStart(row.file_id),
      closedCleanly: row.open === 0,
      cleanSeq: row.clean_seq,
      hold: { end: null },
      derived: { place: null },
      upgradedFrom: found < SCHEMA_VERSION ? found : null,
    };
  } catch (error) {
    for (const connection of connections) connection.close();
    throw error;
  }
}

/** The first note of an empty record. Here and not where it is made: a crash between the two must leave no record without. */
function noteEmpty(options: OpenOptions, reader: Sqlite, fileId: Uint8Array): void {
  if (reader.prepare('SELECT 1 FROM events LIMIT 1').get() !== undefined) return;
  if (readAnchors(anchorFileOf(options.file), options.chainKey).kind === 'none') noteMade(options, fileId, Date.now());
}

/** The schema of a file that may be opened; throws `Refused` as `refuseStrange` does. */
function schemaOf(options: OpenOptions): number {
  const probe = openConnection(options.file, options.dataKey, 'read');
  try {
    return refuseStrange(probe, options);
  } finally {
    probe.close();
  }
}

/**
 * Throws `Refused` where a file is not a record of this kind, is from a newer program, or the chain key is another's.
 * @returns its schema: this program's or an older one
 */
export function refuseStrange(database: Sqlite, options: Pick<OpenOptions, 'kind' | 'chainKey'>): number {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new Refused(no('record.otherProgram'));
  const version = z.int().parse(database.pragma('user_version', { simple: true }));
  if (version > SCHEMA_VERSION) throw new Refused(no('record.newer', { version, known: SCHEMA_VERSION }));
  if (version < 1) throw new Refused(no('record.damaged'));
  const row = fileRowSchema.safeParse(database.prepare('SELECT * FROM file WHERE id = 1').get());
  if (!row.success) throw new Refused(no('record.damaged'));
  if (row.data.kind !== options.kind) throw new Refused(no('record.otherKind'));
  const expected = chainCheck(row.data.file_id, options.chainKey);
  if (Buffer.compare(expected, row.data.chain_check) !== 0) throw new Refused(no('record.wrongChainKey'));
  return version;
}

function openCodeOf(code: string | null): OpenFailureCode {
  switch (code) {
    case 'disk.full':
    case 'disk.readOnly':
    case 'disk.error':
    case 'record.busy':
    case 'record.unreachable':
      return code;
    default:
      return 'record.lost';
  }
}

function no(code: OpenFailureCode, params: Readonly<Record<string, number>> = {}): Failure {
  return failure('broken', code, params);
}
