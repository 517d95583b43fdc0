import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { OpenOptions } from './client-types.ts';
import { openConnection } from './connection.ts';
import { syncFile, syncFolder } from './durable.ts';
import { chainCheck } from './row.ts';
import { APPLICATION_ID, createDerived, keptSchema, SCHEMA_VERSION } from './schema.ts';
import type { Sqlite } from './sqlite.ts';

/**
 * Makes a new, empty record file: whole under another name first, then in its place. A crash on the way leaves no file
 * at the place, so that an empty or half one there is always damage and never taken for a new record.
 */
export function createRecordFile(options: OpenOptions): void {
  mkdirSync(path.dirname(options.file), { recursive: true });
  const making = `${options.file}.new`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(making + suffix, { force: true });
  const database = openConnection(making, options.dataKey, 'create');
  try {
    database.transaction(() => fill(database, options)).immediate();
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
  syncFile(making);
  renameSync(making, options.file);
  syncFolder(path.dirname(options.file));
}

function fill(database: Sqlite, options: OpenOptions): void {
  database.pragma(`application_id = ${APPLICATION_ID}`);
  for (const statement of keptSchema) database.exec(statement);
  createDerived(database);
  const fileId = randomBytes(16);
  database
    .prepare('INSERT INTO file (id, kind, file_id, chain_check, open, clean_seq) VALUES (1, ?, ?, ?, 0, 0)')
    .run(options.kind, fileId, chainCheck(fileId, options.chainKey));
  database.pragma(`user_version = ${SCHEMA_VERSION}`);
}
