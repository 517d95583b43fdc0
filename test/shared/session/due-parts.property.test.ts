import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProtocol } from '../../../shared/protocol/default-protocol.ts';
import { coverageOf } from '../../../shared/session/due-parts.ts';
import { dueReadings, isOpen } from '../../../shared/session/due.ts';
import { readingCall } from '../../../shared/session/reading-call.ts';
import { askedParts, askedPartsIn, type AskedPart } from '../../../shared/vitals/asked-parts.ts';
import type { ReadingParts } from '../../../shared/vitals/reading.ts';
import { FakeClock, MINUTE } from '../../helpers/fake-clock.ts';
import { parts, TestRoom } from '../../helpers/session-builder.ts';

const SURE = ['savedAlready', 'systolicJump', 'diastolicJump', 'spo2Jump', 'pulseJump'];
const figures: Readonly<Record<AskedPart, Partial<ReadingParts>>> = {
  pressure: { systolic: 124, diastolic: 78 },
  spo2: { spo2: 97 },
  pulse: { pulse: 80 },
  respirations: { respirations: 14 },
  sedation: { sedation: { kind: 'notRoused' } },
  symptoms: { symptoms: [] },
};

function roomAsking(asked: readonly AskedPart[]): TestRoom {
  const protocol = defaultProtocol(0, 'Clinic');
  const dueParts = { ...protocol.readingRules.dueParts };
  for (const part of askedParts) dueParts[part] = asked.includes(part);
  return new TestRoom(new FakeClock(), { ...protocol, readingRules: { ...protocol.readingRules, dueParts } }).started();
}

function take(room: TestRoom, which: readonly AskedPart[]): void {
  const given = parts(Object.assign({}, ...which.map((part) => figures[part])) as Partial<ReadingParts>);
  const takenAt = room.clock.now().wallMs;
  room.do({ type: 'takeReading', readingId: room.id(), parts: given, takenAt, confirmed: SURE });
}

function skip(room: TestRoom, which: readonly AskedPart[], reason: string): void {
  const takenAt = room.clock.now().wallMs;
  const readingId = room.id();
  room.do({ type: 'readingNotObtained', readingId, dueId: null, reason, takenAt, parts: [...which] });
}

const statesOf = (room: TestRoom) => dueReadings(room.session, room.protocol, room.clock.now());
const entry = fc.record({
  which: fc.subarray([...askedParts], { minLength: 1 }),
  skipped: fc.boolean(),
  afterS: fc.integer({ min: 0, max: 60 }),
});

describe('a due reading by its parts', () => {
  it('is closed once, by the entry that leaves nothing of it, in whatever order its parts come; nothing closes two', () => {
    fc.assert(
      fc.property(
        fc.subarray([...askedParts], { minLength: 1 }),
        fc.array(entry, { maxLength: 8 }),
        fc.integer({ min: 3, max: 6 }),
        (asked, entries, minute) => {
          const room = roomAsking(asked).run(minute * MINUTE, MINUTE);
          const left = new Set(asked);
          let closings = 0;
          for (const { which, skipped, afterS } of entries) {
            room.run(afterS * 1000, 30_000);
            const wasOpen = left.size > 0;
            const before = room.session.readings.length;
            if (skipped) skip(room, which, 'left to rest');
            else take(room, which);
            const contributes = wasOpen && which.some((part) => left.has(part));
            for (const part of which) left.delete(part);
            // Nothing is lost: each is an entry of its own, with all that it had.
            expect(room.session.readings.length).toBe(before + 1);
            const last = room.session.readings.at(-1);
            expect(last?.dueId).toBe(contributes ? 'start-5' : null);
            if (!skipped)
              expect(askedPartsIn(last?.parts ?? parts({}))).toEqual(askedParts.filter((p) => which.includes(p)));
            if (wasOpen && left.size === 0) closings += 1;
            const [first, ...others] = statesOf(room);
            expect(first?.missing).toEqual(askedParts.filter((part) => left.has(part)));
            expect(first?.doneLifeMs !== null).toBe(left.size === 0);
            expect(others.every(({ doneLifeMs }) => doneLifeMs === null)).toBe(true);
          }
          expect(closings).toBe(Number(left.size === 0));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has a reason for every part that is not obtained, and those alone', () => {
    const room = roomAsking(['pressure', 'spo2', 'pulse']).run(5 * MINUTE, MINUTE);
    take(room, ['pressure']);
    skip(room, ['pressure', 'spo2'], 'Device failed');
    skip(room, ['pulse'], 'Left to rest');
    expect(room.session.readings.slice(-2)).toMatchObject([
      { notObtained: 'Device failed', notObtainedParts: ['spo2'] },
      { notObtained: 'Left to rest', notObtainedParts: ['pulse'] },
    ]);
    expect(statesOf(room)[0]).toMatchObject({ state: 'taken', partly: false });
  });
});

describe('what is missing of a reading', () => {
  it('stays due, is late like the whole, and lapses at the next one’s turn', () => {
    const room = roomAsking(['pressure', 'spo2', 'pulse']).run(5 * MINUTE, MINUTE);
    take(room, ['pressure']);
    const call = () => readingCall(room.session, room.protocol, room.clock.now());
    expect(call()).toMatchObject({ dueId: 'start-5', state: 'due', missing: ['spo2', 'pulse'] });
    room.run(4 * MINUTE, MINUTE);
    expect(call()).toMatchObject({ dueId: 'start-5', state: 'late', missing: ['spo2', 'pulse'], prominence: 'strip' });
    room.run(3 * MINUTE, MINUTE);
    expect(statesOf(room)[0]).toMatchObject({ state: 'lapsed', partly: true });
    expect(call()).toMatchObject({ dueId: 'start-15', missing: [] });
  });

  it('is missing again where its entry is withdrawn, and only that', () => {
    const room = roomAsking(['pressure', 'spo2']).run(5 * MINUTE, MINUTE);
    take(room, ['pressure']);
    take(room, ['spo2']);
    const { readingId } = room.session.readings.at(-1) ?? { readingId: '' };
    room.do({ type: 'withdrawReading', readingId, reason: 'wrong patient' });
    expect(statesOf(room)[0]).toMatchObject({ missing: ['spo2'], partly: true, state: 'due' });
  });

  it('is nothing where the protocol asks for no parts: any one answers the whole, as in protocols of before', () => {
    const room = roomAsking([]).run(5 * MINUTE, MINUTE);
    take(room, ['spo2']);
    expect(statesOf(room).filter(isOpen)).toEqual([]);
    expect(coverageOf(room.session, room.protocol, 'start-5')).toMatchObject({ closed: true, missing: [] });
  });
});
