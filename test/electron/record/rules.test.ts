import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEvents } from '../../../electron/record/append.ts';
import type { OpenOptions } from '../../../electron/record/client-types.ts';
import { openConnection } from '../../../electron/record/connection.ts';
import { putContent } from '../../../electron/record/contents.ts';
import { eventsSince } from '../../../electron/record/event-rows.ts';
import { openSqlite, type Sqlite } from '../../../electron/record/sqlite.ts';
import { closeStore, type Store } from '../../../electron/record/store.ts';
import { checkTail, verifyAll } from '../../../electron/record/verify.ts';
import { anAppend, openStoreOrThrow, tempFolder, tempOptions } from '../../helpers/temp-record.ts';

let options: OpenOptions;
let removeFolder: () => void;
let store: Store;
let raw: Sqlite;

beforeEach(() => {
  const { folder, remove } = tempFolder();
  options = tempOptions(folder);
  removeFolder = remove;
  store = openStoreOrThrow(options);
  for (let index = 0; index < 3; index += 1)
    appendEvents(store, [anAppend('session:a', index, `k${index}`, { type: 'x' })]);
  const erasure = { type: 'erased', ranges: [{ from: 2, to: 2 }], rule: 'r', reason: 'asked' };
  appendEvents(store, [anAppend('erasure:e1', 0, null, erasure)]);
  putContent(store, 'music', { title: 'Sea' });
  raw = anotherProgram(options);
});
afterEach(() => {
  raw.close();
  closeStore(store);
  removeFolder();
});

/** A connection of somebody who has the key but sets nothing that the record sets. */
function anotherProgram({ file, dataKey }: OpenOptions): Sqlite {
  const database = openSqlite(file, { readonly: false, fileMustExist: true, timeout: 2_000 });
  for (const pragma of ["cipher = 'sqlcipher'", 'legacy = 4', `key = "x'${Buffer.from(dataKey).toString('hex')}'"`])
    database.pragma(pragma);
  database.pragma('recursive_triggers = OFF');
  database.pragma('foreign_keys = OFF');
  return database;
}

const columns = `stream, stream_seq, recorded_wall, recorded_monotonic, recorded_uptime, boot_id, occurred_at, session_ms,
  author, pc, command_id, version, commitment, prev_hash, hash`;
const copyAs = (seq: string, stream: string, streamSeq: string, verb = 'INSERT'): string =>
  `${verb} INTO events (seq, ${columns}) SELECT ${seq}, ${stream}, ${streamSeq}, ${columns.split(',').slice(2).join(',')} FROM events WHERE seq = 1`;

const refused: readonly (readonly [string, string])[] = [
  ['changing an event', "UPDATE events SET author = 'app'"],
  ['deleting an event', 'DELETE FROM events WHERE seq = 3'],
  ['deleting all events', 'DELETE FROM events'],
  ['a seq that leaves a gap', copyAs('6', "'session:b'", '1')],
  ['a seq that exists', copyAs('3', "'session:b'", '1')],
  ['replacing an event by its seq', copyAs('3', "'session:a'", '3', 'INSERT OR REPLACE')],
  ['replacing an event by its place in the stream', copyAs('5', "'session:a'", '3', 'INSERT OR REPLACE')],
  ['replacing, the other way of saying it', copyAs('5', "'session:a'", '3', 'REPLACE')],
  ['ignoring the rule', `${copyAs('9', "'session:b'", '1', 'INSERT OR IGNORE')}`],
  ['a place in the stream that leaves a gap', copyAs('5', "'session:a'", '9')],
  ['an upsert', `${copyAs('3', "'session:a'", '3')} ON CONFLICT DO UPDATE SET author = 'app'`],
  [
    'no seq at all',
    `INSERT INTO events (${columns}) SELECT 'session:b', 1, ${columns.split(',').slice(2).join(',')} FROM events WHERE seq = 1`,
  ],
  ['changing a body', "UPDATE bodies SET body = x'7b7d' WHERE seq = 1"],
  ['deleting a body', 'DELETE FROM bodies WHERE seq = 1'],
  ['replacing a body', "INSERT OR REPLACE INTO bodies (seq, salt, body) VALUES (4, x'00', x'7b7d')"],
  ['a second body for an old event', "INSERT INTO bodies (seq, salt, body) VALUES (1, x'00', x'7b7d')"],
  ['an erasure that no event records', 'INSERT INTO erasures (seq, erasure_seq) VALUES (1, 3)'],
  ['an erasure of the proof of an erasure', 'INSERT INTO erasures (seq, erasure_seq) VALUES (4, 4)'],
  ['forgetting a command', 'DELETE FROM commands'],
  ['changing what a command was answered', 'UPDATE commands SET seq_after = 9'],
  [
    'replacing what a command was answered',
    "REPLACE INTO commands (command_id, stream, seq_after) VALUES ('k0', 's', 9)",
  ],
  ['changing a kept content', "UPDATE contents SET body = x'7b7d'"],
  ['deleting a kept content', 'DELETE FROM contents'],
  [
    'replacing a kept content',
    "INSERT OR REPLACE INTO contents (hash, kind, body) SELECT hash, kind, x'7b7d' FROM contents",
  ],
];

test.each(refused)('another connection with the key is refused: %s', async (_what, sql) => {
  const before = dump();
  expect(() => raw.exec(sql)).toThrow(/appended|kept|comes with its event|recorded erasure|names its event/);
  expect(dump()).toEqual(before);
  expect((await verifyAll(store)).findings).toEqual([]);
});

function dump(): unknown {
  return ['events', 'bodies', 'erasures', 'commands', 'contents'].map((table) =>
    raw.prepare(`SELECT * FROM ${table}`).all(),
  );
}

test('a body goes under a recorded erasure, and the chain stays whole', async () => {
  raw.exec('INSERT INTO erasures (seq, erasure_seq) VALUES (2, 4)');
  raw.exec('DELETE FROM bodies WHERE seq = 2');
  expect(await verifyAll(store)).toMatchObject({ findings: [], checkedRows: 4 });
  expect(eventsSince(store.reader, 'session:a', 0, -1).map((event) => event.body)).toEqual([
    { type: 'x' },
    { type: 'erased' },
    { type: 'x' },
  ]);
  expect(() => raw.exec("INSERT INTO bodies (seq, salt, body) VALUES (2, x'00', x'7b7d')")).toThrow(
    /comes with its event/,
  );
  expect(appendEvents(store, [anAppend('session:a', 3, null, { type: 'y' })])).toMatchObject({ ok: true, seq: 4 });
});

test('an erasure that does not name the event is found out', async () => {
  raw.exec('INSERT INTO erasures (seq, erasure_seq) VALUES (3, 4)');
  raw.exec('DELETE FROM bodies WHERE seq = 3');
  expect(await verifyAll(store)).toMatchObject({ findings: [{ code: 'record.bodyMissing' }], firstBadSeq: 3 });
});

test('a rule that was taken away or added is found out', async () => {
  raw.exec('DROP TRIGGER events_update');
  expect((await checkTail(store)).findings).toContainEqual({ code: 'record.rulesChanged', params: {} });
});

test('every connection of the record sets what the promises rest on', () => {
  const { file, dataKey } = options;
  const writer = openConnection(file, dataKey, 'write');
  const reader = openConnection(file, dataKey, 'read');
  for (const database of [writer, reader]) {
    const read = (name: string): unknown => database.pragma(name, { simple: true });
    expect(
      [
        'cipher',
        'journal_mode',
        'synchronous',
        'temp_store',
        'secure_delete',
        'recursive_triggers',
        'foreign_keys',
      ].map(read),
    ).toEqual(['sqlcipher', 'wal', 2, 2, 1, 1, 1]);
  }
  expect(() => reader.exec('DELETE FROM heartbeats')).toThrow(/readonly/);
  writer.close();
  reader.close();
});
