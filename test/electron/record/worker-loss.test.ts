import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anAppend, dataOf, openTempRecord, type TempRecord } from '../../helpers/temp-record.ts';

let temp: TempRecord;
let workers: Worker[];
let troubles: string[];

beforeEach(async () => {
  workers = [];
  const post = Reflect.get(Worker.prototype, 'postMessage') as Worker['postMessage'];
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function spied(
    this: Worker,
    ...given: Parameters<Worker['postMessage']>
  ) {
    if (!workers.includes(this)) workers.push(this);
    post.apply(this, given);
  });
  temp = await openTempRecord();
  troubles = [];
  temp.record.onTrouble((code) => troubles.push(code));
});
afterEach(async () => {
  await temp.end();
  vi.restoreAllMocks();
});

const append = (index: number) => temp.record.append(anAppend('session:a', index, `k${index}`, { type: 'x' }));

test('a worker that dies is started again, and what was under way is answered, never lost silently', async () => {
  dataOf(await append(0));
  const writing = append(1);
  const reading = temp.record.allOf('session:a');
  const [worker] = workers;
  await worker?.terminate();
  const [unsaved, unread] = await Promise.all([writing, reading]);
  // The thread may have been quicker than its end; then both were answered before.
  if (!unsaved.ok) expect(unsaved).toEqual({ ok: false, kind: 'unsaved', code: 'record.lost', params: {} });
  if (!unread.ok) expect(unread).toEqual({ ok: false, kind: 'broken', code: 'record.lost', params: {} });
  // The same command again: whether or not it had been written, it is there once.
  expect(await append(1)).toMatchObject({ ok: true, seq: 2 });
  expect(dataOf(await temp.record.allOf('session:a'))).toHaveLength(2);
  expect(troubles).toEqual(['record.restarted']);
});

test('a second death soon after is final, and everything says so', async () => {
  dataOf(await append(0));
  await workers[0]?.terminate();
  dataOf(await append(1));
  await workers[1]?.terminate();
  expect(await append(2)).toEqual({ ok: false, kind: 'unsaved', code: 'record.lost', params: {} });
  expect(await temp.record.staff()).toEqual({ ok: false, kind: 'broken', code: 'record.lost', params: {} });
  expect(troubles).toEqual(['record.restarted', 'record.lost']);
});

test('after a hundred answers it may be started again once more', async () => {
  for (const [index] of [0, 1].entries()) {
    dataOf(await append(index));
    await workers[index]?.terminate();
    for (let asked = 0; asked < 100; asked += 1) dataOf(await temp.record.heartbeatOf('s'));
  }
  expect(dataOf(await temp.record.allOf('session:a'))).toHaveLength(2);
  expect(troubles).toEqual(['record.restarted', 'record.restarted']);
});
