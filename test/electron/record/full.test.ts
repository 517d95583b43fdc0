import { expect, test } from 'vitest';
import { appendEvents } from '../../../electron/record/append.ts';
import { catchUp } from '../../../electron/record/catch-up.ts';
import { eventsSince } from '../../../electron/record/event-rows.ts';
import { diskCodeOf, failureOf } from '../../../electron/record/failures.ts';
import { handle } from '../../../electron/record/handlers.ts';
import { closeStore } from '../../../electron/record/store.ts';
import { verifyAll } from '../../../electron/record/verify.ts';
import { anAppend, openStoreOrThrow, tempFolder, tempOptions } from '../../helpers/temp-record.ts';

test('a full disk: the append is unsaved and leaves nothing, and goes through when there is room again', async () => {
  const { folder, remove } = tempFolder();
  const options = tempOptions(folder);
  const store = openStoreOrThrow(options);
  const append = (index: number) =>
    ({
      id: 1,
      name: 'append',
      args: [anAppend('session:a', index, `k${index}`, { type: 'noted', text: 'y'.repeat(2_000) })],
    }) as const;
  expect(await handle(store, append(0))).toMatchObject({ ok: true });
  catchUp(store);
  const pages = store.writer.pragma('page_count', { simple: true });
  store.writer.pragma(`max_page_count = ${String(pages)}`);
  const answers = [];
  for (let index = 1; answers.at(-1)?.ok !== false && index < 50; index += 1)
    answers.push(await handle(store, append(index)));
  const written = answers.length;
  expect(answers.at(-1)).toEqual({ ok: false, kind: 'unsaved', code: 'disk.full', params: {} });
  expect(eventsSince(store.reader, 'session:a', 0, -1)).toHaveLength(written);
  expect(await handle(store, { id: 2, name: 'answerOf', args: `k${written}` })).toMatchObject({ ok: true, data: null });
  store.writer.pragma('max_page_count = 4294967294');
  expect(await handle(store, append(written))).toMatchObject({ ok: true, seq: written + 1 });
  expect(await verifyAll(store)).toMatchObject({ findings: [], checkedRows: written + 1 });
  closeStore(store);
  remove();
});

test('a failed transaction leaves the head where it was: the next append fits the chain', async () => {
  const { folder, remove } = tempFolder();
  const store = openStoreOrThrow(tempOptions(folder));
  appendEvents(store, [anAppend('session:a', 0, null, { type: 'x' })]);
  expect(() =>
    appendEvents(store, [
      anAppend('session:b', null, 'k', { type: 'y' }),
      anAppend('session:a', 0, 'k', { type: 'z' }),
    ]),
  ).toThrow('record.conflict');
  appendEvents(store, [anAppend('session:a', 1, null, { type: 'x' })]);
  expect(await verifyAll(store)).toMatchObject({ findings: [], checkedRows: 2 });
  closeStore(store);
  remove();
});

test.each([
  ['SQLITE_FULL', 'disk.full'],
  ['ENOSPC', 'disk.full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk.full'],
  ['SQLITE_IOERR_FSYNC', 'disk.error'],
  ['SQLITE_READONLY', 'disk.readOnly'],
  ['SQLITE_BUSY', 'record.busy'],
  ['SQLITE_CORRUPT_VTAB', 'record.damaged'],
  ['SQLITE_CANTOPEN', 'record.unreachable'],
  ['SQLITE_CONSTRAINT', null],
])('%s is %s', (code, expected) => {
  expect(diskCodeOf(Object.assign(new Error('x'), { code }))).toBe(expected);
});

test('what nobody foresaw is told without its message, which may quote data', () => {
  const error = new RangeError('Anna Berg');
  expect(failureOf(error, true)).toEqual({
    ok: false,
    kind: 'unsaved',
    code: 'record.bug',
    params: { what: 'RangeError' },
  });
});
