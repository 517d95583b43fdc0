import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckReport, OpenOptions } from '../../electron/record/client-types.ts';
import { openConnection } from '../../electron/record/connection.ts';
import type { Bindable, Sqlite } from '../../electron/record/sqlite.ts';
import { closeStore } from '../../electron/record/store.ts';
import { verifyAll } from '../../electron/record/verify.ts';
import { openStoreOrThrow } from './temp-record.ts';

let copies = 0;

/** A copy of a record, handed to somebody with the data key who takes the triggers away, changes it and puts them back. */
export function tamperedCopy(base: OpenOptions, change: (database: Sqlite) => void): OpenOptions {
  copies += 1;
  const options: OpenOptions = {
    ...base,
    file: path.join(path.dirname(base.file), `copy-${copies}.db`),
    mayCreate: false,
  };
  copyFileSync(base.file, options.file);
  const database = openConnection(options.file, options.dataKey, 'write');
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  database.pragma('foreign_keys = OFF');
  database.exec('BEGIN');
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  change(database);
  for (const { sql } of triggers) database.exec(sql);
  database.exec('COMMIT');
  database.close();
  return options;
}

/** What the whole check says of such a copy. */
export async function afterTampering(base: OpenOptions, change: (database: Sqlite) => void): Promise<CheckReport> {
  const store = openStoreOrThrow(tamperedCopy(base, change));
  try {
    return await verifyAll(store);
  } finally {
    closeStore(store);
  }
}

/** Another value of the same type; texts also as bytes that no text reader tells from the old ones. */
export function changedValue(value: Bindable, type: string, chance: number): Bindable {
  if (value === null) return type === 'text' ? 'x' : 0;
  if (typeof value === 'number')
    return type === 'integer' ? value + 1 + (chance % 5) : nextDouble(value, chance % 2 === 0);
  const bytes = Buffer.from(value as Uint8Array);
  if (chance % 4 === 0) return Buffer.concat([bytes, Buffer.from([chance % 256])]);
  if (bytes.length === 0) return Buffer.from([chance % 256]);
  const at = chance % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (chance % 8));
  return bytes;
}

function nextDouble(value: number, up: boolean): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (up ? 1n : -1n));
  const next = view.getFloat64(0);
  return Number.isFinite(next) ? next : value + 1;
}
