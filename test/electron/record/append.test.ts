import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  anAppend,
  clockAt,
  createdBody,
  dataOf,
  openOrThrow,
  openTempRecord,
  type TempRecord,
} from '../../helpers/temp-record.ts';

let temp: TempRecord;
// One record for all: every test has streams and command ids of its own.
beforeAll(async () => {
  temp = await openTempRecord();
});
afterAll(() => temp.end());

test('what is appended is read back, the same after reopening', async () => {
  const own = await openTempRecord();
  const { record } = own;
  const body = { type: 'noted', text: 'Ärztin\u0000 "quoted" 🌙', nothing: undefined, list: [1, 2.5, null] };
  const request = anAppend('session:s0', 0, 'k0-1', body);
  const [event] = request.events;
  if (event === undefined) throw new Error('no event');
  const author = { kind: 'staff', staffId: 'nurse-1' } as const;
  const appended = await record.append({ ...request, events: [{ ...event, sessionMs: 1234.5, author }] });
  expect(appended).toMatchObject({ ok: true, seq: 1 });
  const told = dataOf(appended).events;
  const stored = { type: 'noted', text: 'Ärztin\u0000 "quoted" 🌙', list: [1, 2.5, null] };
  expect(told).toEqual([
    {
      stream: 'session:s0',
      seq: 1,
      recordedAt: clockAt(0),
      occurredAt: clockAt(0).wallMs,
      sessionMs: 1234.5,
      author,
      pc: 'pc-1',
      commandId: 'k0-1',
      version: 1,
      body: stored,
    },
  ]);
  expect(dataOf(await record.allOf('session:s0'))).toEqual(told);
  await record.close();
  const again = await openOrThrow({ ...own.options, mayCreate: false });
  expect(dataOf(await again.allOf('session:s0'))).toEqual(told);
  await again.close();
  await own.end();
});

test('streams count for themselves and are read in pages', async () => {
  const { record } = temp;
  for (let index = 0; index < 5; index += 1)
    dataOf(await record.append(anAppend('session:a1', index, null, { type: 'x', index })));
  expect(dataOf(await record.append(anAppend('session:b1', 0, null, { type: 'y' }))).events[0]?.seq).toBe(1);
  const page = await record.since('session:a1', 1, 3);
  expect(page).toMatchObject({ ok: true, seq: 4, data: { more: true } });
  expect(dataOf(page).events.map((event) => event.seq)).toEqual([2, 3, 4]);
  const rest = dataOf(await record.since('session:a1', 4, 3));
  expect([rest.events.map((event) => event.seq), rest.more]).toEqual([[5], false]);
  expect(dataOf(await record.since('session:none', 0, 3))).toEqual({ events: [], more: false });
});

test('a writer that has not seen the last event is refused and nothing is written', async () => {
  const { record } = temp;
  dataOf(await record.append(anAppend('session:a2', 0, 'k2-1', { type: 'x' })));
  const refused = { ok: false, kind: 'refused', code: 'record.conflict', params: { stream: 'session:a2', seq: 1 } };
  expect(await record.append(anAppend('session:a2', 0, 'k2-2', { type: 'y' }))).toEqual(refused);
  expect(await record.append(anAppend('session:a2', 2, 'k2-3', { type: 'y' }))).toEqual(refused);
  expect(dataOf(await record.allOf('session:a2'))).toHaveLength(1);
  expect(dataOf(await record.answerOf('k2-2'))).toBeNull();
});

test('of two writers at once one is taken and one refused', async () => {
  const { record } = temp;
  const both = await Promise.all(
    ['k3-1', 'k3-2'].map((id) => record.append(anAppend('session:a3', 0, id, { type: id }))),
  );
  expect(both.map((answer) => answer.ok)).toEqual([true, false]);
  expect(dataOf(await record.allOf('session:a3'))).toHaveLength(1);
});

test('a repeat of a command id changes nothing and gets the first answer', async () => {
  const { record } = temp;
  const first = await record.append(anAppend('session:a4', 0, 'k4-1', { type: 'x' }));
  dataOf(await record.append(anAppend('session:a4', 1, 'k4-2', { type: 'y' })));
  expect(await record.append(anAppend('session:a4', 0, 'k4-1', { type: 'something else' }))).toEqual(first);
  expect(dataOf(await record.allOf('session:a4'))).toHaveLength(2);
  expect(dataOf(await record.answerOf('k4-1'))).toMatchObject({
    stream: 'session:a4',
    seq: 1,
    events: [{ body: { type: 'x' } }],
  });
  expect(dataOf(await record.answerOf('k-unknown'))).toBeNull();
});

test('a command that changed nothing is remembered as answered', async () => {
  const { record } = temp;
  dataOf(await record.append(anAppend('session:a5', 0, 'k5-1', { type: 'x' })));
  expect(await record.append({ ...anAppend('session:a5', 1, 'k5-2', {}), events: [] })).toEqual({
    ok: true,
    seq: 1,
    data: { events: [] },
  });
  expect(dataOf(await record.answerOf('k5-2'))).toEqual({ stream: 'session:a5', seq: 1, events: [] });
});

test('several streams are written together or not at all', async () => {
  const { record } = temp;
  const created = anAppend('session:a6', 0, 'k6-1', createdBody());
  const answer = await record.appendAll([created, anAppend('audit', null, 'k6-1', { type: 'signedIn', staffId: 's' })]);
  expect(answer).toMatchObject({ ok: true, seq: 1 });
  expect(dataOf(answer).events.map(({ stream, seq }) => [stream, seq])).toEqual([
    ['session:a6', 1],
    ['audit', 1],
  ]);
  const half = await record.appendAll([
    anAppend('audit', null, 'k6-2', { type: 'x' }),
    anAppend('session:a6', 0, 'k6-2', { type: 'y' }),
  ]);
  expect(half).toMatchObject({ ok: false, code: 'record.conflict' });
  expect(dataOf(await record.allOf('audit'))).toHaveLength(1);
});

test('numbers that are none are refused before they reach the file', async () => {
  const { record } = temp;
  const request = anAppend('session:a7', 0, 'k7-1', { type: 'x' });
  const broken = { ...request, recordedAt: { ...request.recordedAt, wallMs: Number.NaN } };
  expect(await record.append(broken)).toMatchObject({ ok: false, kind: 'broken', code: 'record.eventInvalid' });
  const event = request.events[0];
  if (event === undefined) throw new Error('no event');
  const endless = { ...request, events: [{ ...event, sessionMs: Number.POSITIVE_INFINITY }] };
  expect(await record.append(endless)).toMatchObject({ ok: false, code: 'record.eventInvalid' });
  expect(dataOf(await record.allOf('session:a7'))).toEqual([]);
});

test('one heartbeat a session, overwritten, outside the chain', async () => {
  const { record } = temp;
  const before = dataOf(await record.job('verify', { elsewhere: [] })).head.seq;
  expect(dataOf(await record.heartbeatOf('s1'))).toBeNull();
  for (const seconds of [5, 10]) dataOf(await record.heartbeat('s1', clockAt(seconds)));
  dataOf(await record.heartbeat('s2', clockAt(7)));
  expect(dataOf(await record.heartbeatOf('s1'))).toEqual(clockAt(10));
  expect(dataOf(await record.job('verify', { elsewhere: [] })).head.seq).toBe(before);
});

test('contents are kept once under the hash of what they say', async () => {
  const { record } = temp;
  const hash = dataOf(await record.putContent('protocol', { title: 'Calm', phases: [{ a: 1, b: 2 }] }));
  expect(dataOf(await record.putContent('protocol', { phases: [{ b: 2, a: 1 }], title: 'Calm' }))).toBe(hash);
  expect(dataOf(await record.putContent('protocol', { title: 'Calm', phases: [{ a: 1, b: 3 }] }))).not.toBe(hash);
  expect(dataOf(await record.getContent(hash))).toEqual({
    kind: 'protocol',
    value: { title: 'Calm', phases: [{ a: 1, b: 2 }] },
  });
  expect(await record.getContent('nowhere')).toMatchObject({
    ok: false,
    kind: 'broken',
    code: 'record.contentMissing',
  });
});

test('a closed record says so, and may be closed again', async () => {
  const own = await openTempRecord();
  const { record } = own;
  await record.close();
  expect(await record.append(anAppend('session:a10', 0, null, { type: 'x' }))).toMatchObject({
    ok: false,
    kind: 'unsaved',
    code: 'record.closed',
  });
  expect(await record.allOf('session:a10')).toMatchObject({ ok: false, kind: 'broken', code: 'record.closed' });
  expect(await record.close()).toMatchObject({ ok: true });
  await own.end();
});
