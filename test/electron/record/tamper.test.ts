import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEvents } from '../../../electron/record/append.ts';
import type { CheckReport } from '../../../electron/record/client-types.ts';
import { hashedColumns } from '../../../electron/record/row.ts';
import type { Bindable, Sqlite } from '../../../electron/record/sqlite.ts';
import { closeStore } from '../../../electron/record/store.ts';
import { checkStream } from '../../../electron/record/verify-stream.ts';
import { afterTampering, changedValue, tamperedCopy } from '../../helpers/tampered.ts';
import { anAppend, clockAt, openStoreOrThrow, tempFolder, tempOptions } from '../../helpers/temp-record.ts';

const ROWS = 9;
const { folder, remove } = tempFolder();
const base = tempOptions(folder);

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

const tampered = (change: (database: Sqlite) => void): Promise<CheckReport> => afterTampering(base, change);

const row = fc.integer({ min: 1, max: ROWS });
const eventColumn = fc.constantFrom(...hashedColumns, ['hash', 'blob'] as const);

test('the untouched copy verifies', async () => {
  expect(await tampered(() => undefined)).toMatchObject({ findings: [], firstBadSeq: null, checkedRows: ROWS });
});

test('any change of any column of any event is found, at that event', async () => {
  await fc.assert(
    fc.asyncProperty(eventColumn, row, fc.nat(1_000_000), async ([column, type], seq, chance) => {
      const report = await tampered((database) => {
        const read = type === 'text' ? `CAST(${column} AS BLOB)` : column;
        const { value } = database.prepare(`SELECT ${read} AS value FROM events WHERE seq = ?`).get(seq) as {
          value: Bindable;
        };
        const other = changedValue(value, type, chance);
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
});

function asStored(value: Bindable, type: string): Bindable {
  return type === 'integer' && typeof value === 'number' ? BigInt(value) : value;
}

test('any change of a body or its salt is found, at that event', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('salt', 'body'), row, fc.nat(1_000_000), async (column, seq, chance) => {
      const report = await tampered((database) => {
        const { value } = database.prepare(`SELECT ${column} AS value FROM bodies WHERE seq = ?`).get(seq) as {
          value: Bindable;
        };
        database.prepare(`UPDATE bodies SET ${column} = ? WHERE seq = ?`).run(changedValue(value, 'blob', chance), seq);
      });
      expect(report).toMatchObject({ findings: [{ code: 'record.bodyChanged', params: { seq } }], firstBadSeq: seq });
    }),
    { numRuns: 30 },
  );
});

test('a row that is gone, two that changed places and a body that is gone are found', async () => {
  const gone = await tampered((database) =>
    database.exec('DELETE FROM bodies WHERE seq = 4; DELETE FROM events WHERE seq = 4'),
  );
  expect(gone).toMatchObject({ findings: [{ code: 'record.chainBroken' }], firstBadSeq: 5 });
  const first = await tampered((database) =>
    database.exec('DELETE FROM bodies WHERE seq = 1; DELETE FROM events WHERE seq = 1'),
  );
  expect(first.firstBadSeq).toBe(2);
  const swapped = await tampered((database) =>
    database.exec(
      'UPDATE events SET seq = 99 WHERE seq = 3; UPDATE events SET seq = 3 WHERE seq = 4; UPDATE events SET seq = 4 WHERE seq = 99',
    ),
  );
  expect(swapped).toMatchObject({ findings: [{ code: 'record.chainBroken' }], firstBadSeq: 3 });
  const bodiless = await tampered((database) => database.exec('DELETE FROM bodies WHERE seq = 6'));
  expect(bodiless).toMatchObject({ findings: [{ code: 'record.bodyMissing' }], firstBadSeq: 6 });
});

test('rows put in, taken out and put in another order are found, at the first place that differs', async () => {
  const order = fc.shuffledSubarray(
    Array.from({ length: ROWS }, (_, index) => index + 1),
    { minLength: 1, maxLength: ROWS },
  );
  await fc.assert(
    fc.asyncProperty(order, async (places) => {
      const straight = places.every((seq, index) => seq === index + 1);
      fc.pre(!straight);
      const report = await tampered((database) => {
        // The chosen rows stand at the places 1, 2, 3 ... in the chosen order; all others are gone.
        database.exec('UPDATE events SET seq = seq + 1000; UPDATE bodies SET seq = seq + 1000');
        places.forEach((from, index) => {
          database.prepare('UPDATE events SET seq = ? WHERE seq = ?').run(index + 1, from + 1_000);
          database.prepare('UPDATE bodies SET seq = ? WHERE seq = ?').run(index + 1, from + 1_000);
        });
        database.exec('DELETE FROM bodies WHERE seq > 1000; DELETE FROM events WHERE seq > 1000');
      });
      expect(report.firstBadSeq).toBe(places.findIndex((seq, index) => seq !== index + 1) + 1);
    }),
    { numRuns: 40 },
  );
});

test('two bodies that changed places, a row written twice and one put in at the end are found', async () => {
  const bodies = await tampered((database) =>
    database.exec(
      'UPDATE bodies SET seq = 99 WHERE seq = 2; UPDATE bodies SET seq = 2 WHERE seq = 7; UPDATE bodies SET seq = 7 WHERE seq = 99',
    ),
  );
  expect(bodies).toMatchObject({ findings: [{ code: 'record.bodyChanged' }], firstBadSeq: 2 });
  const columns = hashedColumns
    .map(([column]) => column)
    .filter((column) => column !== 'seq' && column !== 'stream_seq');
  const again = (seq: number, streamSeq: number): string =>
    `INSERT INTO events (seq, stream_seq, ${columns.join(', ')}, hash)
     SELECT ${seq}, ${streamSeq}, ${columns.join(', ')}, hash FROM events WHERE seq = ${ROWS};
     INSERT INTO bodies SELECT ${seq}, salt, body FROM bodies WHERE seq = ${ROWS}`;
  const twice = await tampered((database) => database.exec(again(ROWS + 1, 77)));
  expect(twice).toMatchObject({ findings: [{ code: 'record.chainBroken' }], firstBadSeq: ROWS + 1 });
  const ahead = await tampered((database) => database.exec(again(-3, 77)));
  expect(ahead).toMatchObject({ findings: [{ code: 'record.chainBroken' }], firstBadSeq: -3 });
});

test('the first row that does not fit is told with what it is about and when', async () => {
  const report = await tampered((database) => database.exec("UPDATE events SET author = 'app ' WHERE seq = 4"));
  expect(report.firstBad).toEqual({ about: 'session', at: clockAt(3).wallMs });
});

test('a row signed anew with another chain key is found', async () => {
  const other = tempOptions(folder);
  const forged = openStoreOrThrow({ ...other, file: path.join(folder, 'forged.db') });
  appendEvents(forged, [anAppend('session:0', 0, null, { type: 'noted', index: 0 })]);
  const { hash } = forged.reader.prepare('SELECT hash FROM events').get() as { hash: Uint8Array };
  closeStore(forged);
  const report = await tampered((database) => database.prepare('UPDATE events SET hash = ? WHERE seq = 1').run(hash));
  expect(report.firstBadSeq).toBe(1);
});

test('the check of one stream finds any change of its own rows, at its place, and nothing of other streams', async () => {
  await fc.assert(
    fc.asyncProperty(row, fc.constantFrom('occurred_at', 'author', 'commitment', 'hash'), async (seq, column) => {
      const options = tamperedCopy(base, (database) =>
        database
          .prepare(
            `UPDATE events SET ${column} = ${column === 'author' ? "'staff:somebody-else'" : column === 'occurred_at' ? '-1' : 'zeroblob(32)'} WHERE seq = ?`,
          )
          .run(seq),
      );
      const store = openStoreOrThrow(options);
      const told = await Promise.all([checkStream(store, 'session:0'), checkStream(store, 'session:1')]);
      closeStore(store);
      const [own, other] = (seq - 1) % 2 === 0 ? told : told.toReversed();
      expect(own?.bad).toEqual({ seq: Math.ceil(seq / 2), code: 'record.chainBroken' });
      // The next row, of the other stream, is tied to the hash that was changed.
      expect(other?.bad === null).toBe(column !== 'hash' || seq === ROWS);
    }),
    { numRuns: 12 },
  );
  const store = openStoreOrThrow(tamperedCopy(base, () => undefined));
  expect(await checkStream(store, 'session:0')).toEqual({ entries: 5, bad: null });
  closeStore(store);
});
