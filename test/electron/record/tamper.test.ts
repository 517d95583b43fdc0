import { copyFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEvents } from '../../../electron/record/append.ts';
import type { CheckReport, OpenOptions } from '../../../electron/record/client-types.ts';
import { openConnection } from '../../../electron/record/connection.ts';
import { hashedColumns } from '../../../electron/record/row.ts';
import type { Bindable, Sqlite } from '../../../electron/record/sqlite.ts';
import { closeStore } from '../../../electron/record/store.ts';
import { verifyAll } from '../../../electron/record/verify.ts';
import { anAppend, openStoreOrThrow, tempFolder, tempOptions } from '../../helpers/temp-record.ts';

const ROWS = 9;
const { folder, remove } = tempFolder();
const base = tempOptions(folder);
let copies = 0;

beforeAll(() => {
  const store = openStoreOrThrow(base);
  for (let index = 0; index < ROWS; index += 1) {
    const request = anAppend(
      `session:${index % 2}`,
      null,
      index % 3 === 0 ? null : `command-${index}`,
      { type: 'noted', index },
      index,
    );
    const events = request.events.map((event) => ({ ...event, sessionMs: index % 2 === 0 ? null : index * 1_000 }));
    appendEvents(store, [{ ...request, events }]);
  }
  closeStore(store);
});
afterAll(remove);

/** A copy of the record, handed to somebody with the key who takes the triggers away, changes it and puts them back. */
async function afterTampering(change: (database: Sqlite) => void): Promise<CheckReport> {
  copies += 1;
  const options: OpenOptions = { ...base, file: path.join(folder, `copy-${copies}.db`), mayCreate: false };
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
  const store = openStoreOrThrow(options);
  try {
    return await verifyAll(store);
  } finally {
    closeStore(store);
  }
}

/** Another value of the same type; texts also as bytes that no text reader tells from the old ones. */
function changed(value: Bindable, type: string, chance: number): Bindable {
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

const row = fc.integer({ min: 1, max: ROWS });
const eventColumn = fc.constantFrom(...hashedColumns, ['hash', 'blob'] as const);

test('the untouched copy verifies', async () => {
  expect(await afterTampering(() => undefined)).toMatchObject({ findings: [], firstBadSeq: null, checkedRows: ROWS });
});

test('any change of any column of any event is found, at that event', async () => {
  await fc.assert(
    fc.asyncProperty(eventColumn, row, fc.nat(1_000_000), async ([column, type], seq, chance) => {
      const report = await afterTampering((database) => {
        const read = type === 'text' ? `CAST(${column} AS BLOB)` : column;
        const { value } = database.prepare(`SELECT ${read} AS value FROM events WHERE seq = ?`).get(seq) as {
          value: Bindable;
        };
        const other = changed(value, type, chance);
        const write = type === 'text' ? 'CAST(? AS TEXT)' : '?';
        // A bound whole number is stored as what its column holds; two rows of one place are kept apart.
        const sql = `UPDATE events SET ${column} = ${write} WHERE seq = ?`;
        const unique = column === 'seq' || column === 'stream_seq';
        database
          .prepare(sql)
          .run(unique && typeof other === 'number' ? BigInt(other + 100) : asStored(other, type), seq);
      });
      expect(report.findings.map(({ code }) => code)).toEqual([
        expect.stringMatching(/^record\.(chainBroken|rowUnreadable)$/),
      ]);
      // A row moved to the end of the file is missed at its place.
      if (column !== 'seq') expect(report.firstBadSeq).toBe(seq);
      else expect(report.firstBadSeq).toBeGreaterThan(seq);
    }),
    { numRuns: 100 },
  );
}, 60_000);

function asStored(value: Bindable, type: string): Bindable {
  return type === 'integer' && typeof value === 'number' ? BigInt(value) : value;
}

test('any change of a body or its salt is found, at that event', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('salt', 'body'), row, fc.nat(1_000_000), async (column, seq, chance) => {
      const report = await afterTampering((database) => {
        const { value } = database.prepare(`SELECT ${column} AS value FROM bodies WHERE seq = ?`).get(seq) as {
          value: Bindable;
        };
        database.prepare(`UPDATE bodies SET ${column} = ? WHERE seq = ?`).run(changed(value, 'blob', chance), seq);
      });
      expect(report).toMatchObject({ findings: [{ code: 'record.bodyChanged', params: { seq } }], firstBadSeq: seq });
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('a row that is gone, two that changed places and a body that is gone are found', async () => {
  const gone = await afterTampering((database) =>
    database.exec('DELETE FROM bodies WHERE seq = 4; DELETE FROM events WHERE seq = 4'),
  );
  expect(gone).toMatchObject({ findings: [{ code: 'record.chainBroken' }], firstBadSeq: 5 });
  const first = await afterTampering((database) =>
    database.exec('DELETE FROM bodies WHERE seq = 1; DELETE FROM events WHERE seq = 1'),
  );
  expect(first.firstBadSeq).toBe(2);
  const swapped = await afterTampering((database) =>
    database.exec(
      'UPDATE events SET seq = 99 WHERE seq = 3; UPDATE events SET seq = 3 WHERE seq = 4; UPDATE events SET seq = 4 WHERE seq = 99',
    ),
  );
  expect(swapped).toMatchObject({ findings: [{ code: 'record.chainBroken' }], firstBadSeq: 3 });
  const bodiless = await afterTampering((database) => database.exec('DELETE FROM bodies WHERE seq = 6'));
  expect(bodiless).toMatchObject({ findings: [{ code: 'record.bodyMissing' }], firstBadSeq: 6 });
});

test('a row signed anew with another chain key is found', async () => {
  const other = tempOptions(folder);
  const forged = openStoreOrThrow({ ...other, file: path.join(folder, 'forged.db') });
  appendEvents(forged, [anAppend('session:0', 0, null, { type: 'noted', index: 0 })]);
  const { hash } = forged.reader.prepare('SELECT hash FROM events').get() as { hash: Uint8Array };
  closeStore(forged);
  const report = await afterTampering((database) =>
    database.prepare('UPDATE events SET hash = ? WHERE seq = 1').run(hash),
  );
  expect(report.firstBadSeq).toBe(1);
});
