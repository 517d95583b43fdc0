import { openSqlite, type Sqlite, type Statement } from './sqlite.ts';

/** How long a connection waits for another program's lock, ms. */
const BUSY_MS = 2_000;

/** What every connection sets, and must read back, before it is used. */
const settings = [
  ['synchronous', 'FULL', 2],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
] as const;

/**
 * Opens a connection to an encrypted file with everything set that the record's promises rest on.
 * Throws SQLite's own errors; `SQLITE_NOTADB` where the key does not fit.
 * @param key 32 bytes, used as they are (no key derivation)
 */
export function openConnection(file: string, key: Uint8Array, mode: 'create' | 'write' | 'read'): Sqlite {
  const database = openSqlite(file, { readonly: mode === 'read', fileMustExist: mode !== 'create', timeout: BUSY_MS });
  try {
    database.pragma("cipher = 'sqlcipher'");
    database.pragma('legacy = 4');
    database.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    // The first read is where a wrong key shows; nothing may be written before it.
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    if (mode !== 'read') setChecked(database, 'journal_mode', 'WAL', 'wal');
    for (const [name, value, reads] of settings) setChecked(database, name, value, reads);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A statement of a connection, prepared once. */
export function prepared(database: Sqlite, sql: string): Statement {
  const known = statements.get(database) ?? new Map<string, Statement>();
  statements.set(database, known);
  const statement = known.get(sql) ?? database.prepare(sql);
  known.set(sql, statement);
  return statement;
}

/**
 * Does work in a transaction that takes the write lock first; inside another one it is a part of that. What it throws
 * rolls it back. The driver's own form of this is set up once per connection: that takes longer than a small write.
 */
export function inTransaction<T>(database: Sqlite, work: () => T): T {
  const known = transactions.get(database) ?? database.transaction((inner: () => unknown) => inner());
  transactions.set(database, known);
  return known.immediate(work) as T;
}

const transactions = new WeakMap<Sqlite, { immediate(work: () => unknown): unknown }>();
const statements = new WeakMap<Sqlite, Map<string, Statement>>();

function setChecked(database: Sqlite, name: string, value: string, reads: string | number): void {
  database.pragma(`${name} = ${value}`);
  const now = database.pragma(name, { simple: true });
  if (now !== reads) throw new Error(`The database does not take ${name}`);
}
