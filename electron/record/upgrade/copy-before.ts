import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { OpenOptions } from '../client-types.ts';
import { openConnection } from '../connection.ts';
import { Refused } from '../failures.ts';
import { failure } from '../../../shared/ipc/answer.ts';

/** Bytes read at a time. */
const CHUNK = 4 * 1024 * 1024;

/**
 * Copies a closed record file into the folder of its backups, byte for byte, before a step changes it: whole under another
 * name, synced, read back and opened before it counts. A copy that an interrupted upgrade left is used again if it fits.
 * @param schema the schema the file has
 * @returns where the copy lies
 */
export function copyBefore(
  options: Pick<OpenOptions, 'file' | 'dataKey' | 'kind'>,
  schema: number,
  written: () => void = () => undefined,
): string {
  const folder = path.join(path.dirname(options.file), 'backups');
  mkdirSync(folder, { recursive: true });
  const hash = hashOf(options.file);
  const copy = path.join(folder, `${options.kind}-before-schema-${schema + 1}-${hash.slice(0, 12)}.db`);
  if (existsSync(copy) && hashOf(copy) === hash) return copy;
  const making = `${copy}.part`;
  rmSync(making, { force: true });
  writeCopy(options.file, making);
  written();
  if (hashOf(making) !== hash || !opens(making, options.dataKey, schema)) {
    rmSync(making, { force: true });
    throw new Refused(failure('broken', 'record.upgradeNoCopy'));
  }
  renameSync(making, copy);
  syncFolder(folder);
  return copy;
}

function writeCopy(from: string, to: string): void {
  const source = openSync(from, 'r');
  const target = openSync(to, 'wx', 0o600);
  try {
    const buffer = Buffer.alloc(CHUNK);
    for (let read = readSync(source, buffer); read > 0; read = readSync(source, buffer))
      writeSync(target, buffer, 0, read);
    fsyncSync(target);
  } finally {
    closeSync(source);
    closeSync(target);
  }
}

function hashOf(file: string): string {
  const hash = createHash('sha256');
  const opened = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK);
    for (let read = readSync(opened, buffer); read > 0; read = readSync(opened, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(opened);
  }
  return hash.digest('hex');
}

/** Whether a copy is a record of this schema that the key opens. */
function opens(file: string, dataKey: Uint8Array, schema: number): boolean {
  const database = openConnection(file, dataKey, 'read');
  try {
    database.prepare('SELECT count(*) FROM file').get();
    return database.pragma('user_version', { simple: true }) === schema;
  } finally {
    database.close();
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  }
}

function syncFolder(folder: string): void {
  // Windows opens no folders and keeps renames by itself.
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
