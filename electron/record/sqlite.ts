// @ts-expect-error The package has types, but its list of exports does not name them.
import Driver from 'better-sqlite3-multiple-ciphers';

/** What can be bound to a statement. */
export type Bindable = string | number | bigint | Uint8Array | null;

/** A prepared statement. Rows come from disk: parse them before use. */
export interface Statement {
  run(...values: readonly Bindable[]): { readonly changes: number };
  get(...values: readonly Bindable[]): unknown;
  all(...values: readonly Bindable[]): unknown[];
  /** Rows as arrays, in the order of the columns: cheaper where many are read. */
  raw(on: boolean): this;
  /** The first column alone, without rows around it: cheaper where many are read. */
  pluck(on: boolean): this;
}

/** The part of better-sqlite3 that the record uses. Everything is synchronous: in the worker only. */
export interface Sqlite {
  prepare(sql: string): Statement;
  exec(sql: string): this;
  pragma(source: string, options?: { readonly simple: boolean }): unknown;
  /** `immediate`: takes the write lock first, so that nothing read inside can be stale. Throws roll it back. */
  transaction<A extends unknown[], T>(work: (...args: A) => T): { immediate(...args: A): T };
  close(): this;
}

export interface OpenSqlite {
  readonly readonly: boolean;
  readonly fileMustExist: boolean;
  /** Wait for locks, ms. */
  readonly timeout: number;
}

const Constructor: new (file: string, options: OpenSqlite) => Sqlite = Driver;

/** Opens a file with the native driver; nothing is set and no key given yet. */
export function openSqlite(file: string, options: OpenSqlite): Sqlite {
  return new Constructor(file, options);
}
