import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEvents } from '../../../electron/record/append.ts';
import { settle } from '../../../electron/record/catch-up.ts';
import { putContent } from '../../../electron/record/contents.ts';
import type { Bindable, Sqlite } from '../../../electron/record/sqlite.ts';
import { closeStore } from '../../../electron/record/store.ts';
import { afterTampering, changedValue } from '../../helpers/tampered.ts';
import { anAppend, createdBody, dataOf, openStoreOrThrow, tempFolder, tempOptions } from '../../helpers/temp-record.ts';

const { folder, remove } = tempFolder();
const base = tempOptions(folder);
/** Global seq of the note that is erased, and of the proof. */
const ERASED = 2;
const PROOF = 5;

beforeAll(() => {
  const store = openStoreOrThrow(base);
  const protocolHash = dataOf(putContent(store, 'protocol', { title: 'Slow hour', minutes: 60 }));
  const musicHash = dataOf(putContent(store, 'music', { title: 'Quiet water' }));
  appendEvents(store, [anAppend('session:a', 0, 'command-1', createdBody({ protocolHash, musicHash }))]);
  appendEvents(store, [anAppend('session:a', 1, 'command-2', { type: 'noted', text: 'to be erased' })]);
  for (const index of [0, 1]) {
    const body = { type: 'staffAdded', name: `Nurse ${index}`, role: 'nurse', pinHash: `hash ${index}` };
    appendEvents(store, [anAppend(`staff:${index}`, 0, null, body)]);
  }
  const erased = { type: 'erased', ranges: [{ from: ERASED, to: ERASED }], rule: 'years', reason: 'ten years' };
  appendEvents(store, [anAppend('erasure:e', 0, null, erased)]);
  store.writer.exec(
    `INSERT INTO erasures (seq, erasure_seq) VALUES (${ERASED}, ${PROOF}); DELETE FROM bodies WHERE seq = ${ERASED}`,
  );
  settle(store);
  closeStore(store);
});
afterAll(remove);

const codesAfter = async (change: (database: Sqlite) => void): Promise<readonly string[]> =>
  (await afterTampering(base, change)).findings.map(({ code }) => code);

test('the untouched copy verifies, its erasure with it', async () => {
  expect(await codesAfter(() => undefined)).toEqual([]);
});

test('any change of a kept content, its hash or its kind is found', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('hash', 'kind', 'body'),
      fc.nat(1),
      fc.nat(1_000_000),
      async (column, which, chance) => {
        const codes = await codesAfter((database) => {
          const rows = database.prepare(`SELECT hash, CAST(${column} AS BLOB) AS value FROM contents`).all() as {
            hash: string;
            value: Bindable;
          }[];
          const row = rows[which];
          if (row === undefined) throw new Error('no such content');
          const other = changedValue(row.value, 'text', chance);
          const write = column === 'body' ? '?' : 'CAST(? AS TEXT)';
          database.prepare(`UPDATE contents SET ${column} = ${write} WHERE hash = ?`).run(other, row.hash);
        });
        expect(codes).toEqual(['record.contentChanged']);
      },
    ),
    { numRuns: 40 },
  );
});

test.each([
  ['a content that an event names is gone', "DELETE FROM contents WHERE kind = 'music'", 'record.contentChanged'],
  ['protocol and music changed kinds', "UPDATE contents SET kind = 'protocol'", 'record.contentChanged'],
  ['an erasure is gone', 'DELETE FROM erasures', 'record.bodyMissing'],
  ['an erasure names another row', 'UPDATE erasures SET seq = 1', 'record.bodyMissing'],
  ['an erasure points to another proof', 'UPDATE erasures SET erasure_seq = 4', 'record.bodyMissing'],
  ['an erasure covers a row that is there', `INSERT INTO erasures VALUES (1, ${PROOF})`, 'record.erasureChanged'],
  ['an erasure of a row that never was', `INSERT INTO erasures VALUES (99, ${PROOF})`, 'record.erasureChanged'],
  [
    'a body is taken out under a proof that does not name it',
    `INSERT INTO erasures VALUES (1, ${PROOF}); DELETE FROM bodies WHERE seq = 1`,
    'record.bodyMissing',
  ],
  ['a body put back', `INSERT INTO bodies VALUES (${ERASED}, x'00', x'00')`, 'record.bodyChanged'],
  ['a body without an event', "INSERT INTO bodies VALUES (99, x'00', x'00')", 'record.bodyChanged'],
  ['the answer to a command is gone', "DELETE FROM commands WHERE command_id = 'command-2'", 'record.commandsChanged'],
  ['an answer names another stream', "UPDATE commands SET stream = 'session:b'", 'record.commandsChanged'],
  ['an answer lies further on', 'UPDATE commands SET seq_after = 9', 'record.commandsChanged'],
  ['an answer lies before the first', 'UPDATE commands SET seq_after = 0', 'record.commandsChanged'],
  ['an answer has another id', "UPDATE commands SET command_id = command_id || 'x'", 'record.commandsChanged'],
  ['closed further on than it goes', 'UPDATE file SET clean_seq = 6', 'record.fileChanged'],
  [
    'a PIN is put in from outside',
    `UPDATE staff_rows SET facts = replace(facts, 'hash 1', 'mine') WHERE staff_id = '1'`,
    'record.staffChanged',
  ],
  [
    'a PIN of somebody else',
    `UPDATE staff_rows SET facts = replace(facts, 'hash 1', 'hash 0') WHERE staff_id = '1'`,
    'record.staffChanged',
  ],
  ['somebody who is in no event', `UPDATE staff_rows SET staff_id = 'x' WHERE staff_id = '1'`, 'record.staffChanged'],
  ['a staff member is gone', `DELETE FROM staff_rows WHERE staff_id = '1'`, 'record.staffChanged'],
  ['a rule that was there is gone', 'CREATE TABLE kept AS SELECT 1; DROP INDEX events_command', 'record.rulesChanged'],
])('%s: found', async (_name, sql, code) => {
  expect(await codesAfter((database) => database.exec(sql))).toEqual([code]);
});
