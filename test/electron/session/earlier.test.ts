import { afterAll, beforeAll, expect, test } from 'vitest';
import { earlierOf } from '../../../electron/session/earlier.ts';
import { lastTimeBefore } from '../../../electron/session/last-time.ts';
import { SESSION_BODY_VERSION, sessionStream, type SessionEvent } from '../../../shared/session/event.ts';
import { FakeClock, MINUTE, MORNING } from '../../helpers/fake-clock.ts';
import { parts, TestRoom } from '../../helpers/session-builder.ts';
import { dataOf, openTempRecord, type TempRecord } from '../../helpers/temp-record.ts';

let temp: TempRecord;
beforeAll(async () => {
  temp = await openTempRecord();
});
afterAll(() => temp.end());

/** An infusion begun on a day of its own, with one reading at minute 10 that was amended and one that was withdrawn. */
function infusion(day: number, systolic: number): TestRoom {
  const room = new TestRoom(new FakeClock(MORNING + day * 24 * 60 * MINUTE)).started().run(10 * MINUTE);
  const readingId = room.takeReading(parts({ systolic, diastolic: 80, spo2: 97 }));
  const right = parts({ systolic: systolic + 3, diastolic: 80, spo2: 97 });
  const takenAt = room.clock.now().wallMs;
  room.do({ type: 'amendReading', readingId, parts: right, takenAt, reason: 'Typing error', confirmed: [] });
  return room.do({ type: 'withdrawReading', readingId: room.takeReading(), reason: 'cuff moved' });
}

async function keep(room: TestRoom, sessionId: string, events: readonly SessionEvent[]): Promise<void> {
  const [first] = events;
  if (first === undefined) return;
  const append = {
    ...{ stream: sessionStream(sessionId), expectedSeq: 0, commandId: null },
    ...{ recordedAt: room.clock.now(), version: SESSION_BODY_VERSION, events },
  };
  dataOf(await temp.record.append(append));
}

test('a course’s earlier infusions come back by their minutes, as they stand; what is missing is told', async () => {
  const [first, second] = [infusion(0, 124), infusion(3, 130)];
  await keep(first, 'first', first.events);
  await keep(second, 'second', second.events);
  const draft = new TestRoom(new FakeClock(MORNING + 5 * 24 * 60 * MINUTE));
  await keep(draft, 'draft', draft.events);
  const today = new TestRoom(new FakeClock(MORNING + 7 * 24 * 60 * MINUTE));
  const answer = dataOf(await earlierOf(temp.record, today.session));
  expect(
    answer.sessions.map(({ readings }) => readings.map(({ atMs, systolic }) => [atMs / MINUTE, systolic])),
  ).toEqual([
    [
      [0, 118],
      [10, 127],
    ],
    [
      [0, 118],
      [10, 133],
    ],
  ]);
  // It is number 3, so there were two.
  expect([answer.given, answer.here]).toEqual([2, 2]);
  const fourth = { ...today.session, created: { ...today.session.created, infusionNumber: 4 } };
  expect(dataOf(await earlierOf(temp.record, fourth))).toMatchObject({ given: 3, here: 2 });
});

test('the first of a course, or one without a course, has none', async () => {
  const alone = new TestRoom(new FakeClock(MORNING - 24 * 60 * MINUTE)).session;
  expect(dataOf(await earlierOf(temp.record, alone)).sessions).toEqual([]);
  const without = { ...alone, created: { ...alone.created, courseId: null, infusionNumber: null } };
  expect(dataOf(await earlierOf(temp.record, without))).toEqual({ sessions: [], given: null, here: 0 });
});

test('the last visit of the course leaves a note for today, whether an infusion was given or not', async () => {
  const on = (day: number) => new TestRoom(new FakeClock(MORNING + day * 24 * 60 * MINUTE));
  const asked = async (day: number) => dataOf(await lastTimeBefore(temp.record, on(day).session));
  const held = on(20).started().do({ type: 'stopPump', reason: 'bloodPressure', note: null, agoMs: 0 });
  held.do({ type: 'finish', how: 'hospital', escort: null, note: 'pressure', told: 'Dr. L.', agoMs: 0 });
  held.do({ type: 'recordDose', mgGiven: 9, mgDiscarded: 0, witness: null, note: null });
  const unsigned = [...held.events];
  held.do({
    ...{ type: 'signSession', staffId: 'lindqvist', pin: '1234', meaning: 'responsible' },
    next: { decision: 'hold', words: 'cardiologist first' },
  });
  await keep(held, 'unsigned', unsigned);
  expect((await asked(21)).note).toEqual({ signed: false, sessionId: 'unsigned' });
  await keep(
    held,
    'held',
    held.events.map((event) => ({ ...event, occurredAt: event.occurredAt + 60_000 })),
  );
  expect((await asked(21)).note).toMatchObject({
    ...{ signed: true, sessionId: 'held', staffId: 'lindqvist', decision: 'hold', words: 'cardiologist first' },
  });
  const postponed = on(22).do({ type: 'doNotGive', reason: 'fever', postponed: true });
  postponed.do({ type: 'signSession', staffId: 'lindqvist', pin: '1234', meaning: 'reviewed', next: null });
  await keep(postponed, 'postponed', postponed.events);
  const later = await asked(23);
  expect(later.note).toMatchObject({ sessionId: 'postponed', decision: 'none', words: null });
  // What was given is told of the last infusion all the same.
  expect(later.last?.mgGiven).toBe(9);
});
