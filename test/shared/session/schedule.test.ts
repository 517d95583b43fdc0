import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueReadings, nextDue, type DueState } from '../../../shared/session/due.ts';
import { lifeMs } from '../../../shared/session/life.ts';
import { readingBeforeResume, readingProposal } from '../../../shared/session/proposals.ts';
import { readingCall } from '../../../shared/session/reading-call.ts';
import { beginnings, steps } from '../../helpers/session-arbitrary.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { calm, TestRoom } from '../../helpers/session-builder.ts';

const statesOf = (room: TestRoom) => dueReadings(room.session, room.protocol, room.clock.now());
const first = (room: TestRoom) => statesOf(room)[0]?.state;
const proposal = (room: TestRoom) => readingProposal(room.session, room.protocol, room.clock.now());
const call = (room: TestRoom) => readingCall(room.session, room.protocol, room.clock.now());
const SURE = ['savedAlready', 'systolicJump', 'diastolicJump'];

function read(room: TestRoom, systolic: number): string {
  const readingId = room.id();
  const takenAt = room.clock.now().wallMs;
  room.do({ type: 'takeReading', readingId, parts: { ...calm, systolic }, takenAt, confirmed: SURE });
  return readingId;
}

const pause = { type: 'pausePump', reason: 'bathroom', pumpStands: true, note: null, agoMs: 0 } as const;

describe('a reading of the schedule', () => {
  it('is ahead, due soon, due, late, and lapses at the next one’s turn; its window is 3 minutes to either side', () => {
    const room = new TestRoom().started();
    const seen: [number, DueState | undefined][] = [];
    for (let second = 0; second <= 13 * 60; second += 1) {
      if (seen.at(-1)?.[1] !== first(room)) seen.push([second, first(room)]);
      room.run(1000);
    }
    expect(seen).toEqual([
      [0, 'upcoming'],
      [2 * 60, 'soon'],
      [5 * 60, 'due'],
      [8 * 60 + 1, 'late'],
      [12 * 60, 'lapsed'],
    ]);
  });

  it('taken while it is due soon is done; skipped, it says why', () => {
    const room = new TestRoom().started().run(3 * MINUTE);
    read(room, 124);
    expect(first(room)).toBe('taken');
    const other = new TestRoom().started().run(4 * MINUTE);
    other.do({
      type: 'readingNotObtained',
      readingId: 'n',
      dueId: null,
      reason: 'Left to rest',
      takenAt: other.clock.now().wallMs,
    });
    expect(statesOf(other)[0]).toMatchObject({ state: 'notObtained', readingId: 'n' });
  });

  it('grows while it is late: a figure, a strip, readable from the door', () => {
    const room = new TestRoom().started().run(7 * MINUTE);
    expect(call(room)).toMatchObject({ dueId: 'start-5', state: 'due', prominence: 'figure' });
    room.run(2 * MINUTE);
    expect(call(room)).toMatchObject({ state: 'late', prominence: 'strip' });
    const long = { ...room.protocol, dueReadings: room.protocol.dueReadings.filter(({ id }) => id !== 'start-15') };
    room.run(5 * MINUTE);
    expect(readingCall(room.session, long, room.clock.now())).toMatchObject({ dueId: 'start-5', prominence: 'door' });
  });
});

describe('a proposed reading', () => {
  it('comes after 5 minutes of pause, before the pump runs again, and goes with any reading', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    read(room, 120);
    room
      .run(MINUTE)
      .do(pause)
      .run(4 * MINUTE);
    expect(proposal(room)).toMatchObject({ why: 'afterPause', dueInMs: MINUTE });
    room.run(MINUTE);
    expect(call(room)).toMatchObject({ dueId: null, why: 'afterPause', prominence: 'strip' });
    read(room, 121);
    expect(proposal(room)).toBeNull();
  });

  it('comes before the pump runs again, also where a repeat after red or the schedule wants one first', () => {
    const first = (room: TestRoom) =>
      readingBeforeResume(room.session, room.protocol, lifeMs(room.session, room.clock.now()));
    const red = new TestRoom().started().run(5 * MINUTE);
    read(red, 184);
    red
      .run(10_000)
      .do(pause)
      .run(5 * MINUTE - 1_000);
    expect([proposal(red)?.why, first(red)]).toEqual(['afterRed', false]);
    red.run(1_000);
    expect([proposal(red)?.why, first(red)]).toEqual(['afterRed', true]);
    const due = new TestRoom()
      .started()
      .run(10 * MINUTE)
      .do(pause)
      .run(5 * MINUTE);
    expect([proposal(due), first(due)]).toEqual([null, true]);
    read(due, 120);
    expect(first(due)).toBe(false);
    expect(first(new TestRoom().started().run(MINUTE))).toBe(false);
  });

  it('comes at the clinic’s interval after red, once, and not where the schedule has one then anyway', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    read(room, 184);
    expect(proposal(room)).toMatchObject({ why: 'afterRed', dueInMs: 5 * MINUTE });
    room.run(5 * MINUTE);
    expect(call(room)).toMatchObject({ why: 'afterRed', state: 'due' });
    read(room, 150);
    expect(proposal(room)).toBeNull();
    room.run(2 * MINUTE);
    read(room, 190);
    // At +17 the schedule's own reading of +15 is open.
    expect(proposal(room)).toMatchObject({ dueInMs: 5 * MINUTE });
    const near = new TestRoom().started().run(9 * MINUTE);
    read(near, 184);
    expect(proposal(near)).toBeNull();
    expect(call(near)).toMatchObject({ dueId: 'start-15' });
  });

  it('does not come after a red that was a typing fault, nor where the clinic wants none', () => {
    const room = new TestRoom().started().run(5 * MINUTE);
    const readingId = read(room, 184);
    const none = { ...room.protocol, readingRules: { ...room.protocol.readingRules, repeatAfterRedMs: null } };
    expect(readingProposal(room.session, none, room.clock.now())).toBeNull();
    room.do({
      type: 'amendReading',
      readingId,
      parts: calm,
      takenAt: room.clock.now().wallMs,
      reason: 'typing',
      confirmed: SURE,
    });
    expect(proposal(room)).toBeNull();
  });
});

/** How far a reading is; it never goes back while nothing is entered. */
const order: readonly DueState[] = ['upcoming', 'soon', 'due', 'late', 'lapsed'];

describe('whatever happens in a room', () => {
  it('while only time passes no reading goes back, at most one is called for', () => {
    fc.assert(
      fc.property(
        beginnings,
        steps,
        fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 8 }),
        (begin, all, waits) => {
          const room = new TestRoom();
          begin(room);
          for (const { apply } of all) apply(room);
          if (room.session.stopped === null) return;
          let before = statesOf(room);
          for (const seconds of waits) {
            room.clock.advance(seconds * 1000);
            const now = statesOf(room);
            now.forEach((due, at) => {
              const was = before[at];
              if (was === undefined || !order.includes(due.state)) return expect(due.state).toBe(was?.state);
              expect(order.indexOf(due.state)).toBeGreaterThanOrEqual(order.indexOf(was.state));
            });
            const next = nextDue(room.session, room.protocol, room.clock.now());
            if (next !== null) expect(['upcoming', 'soon', 'due', 'late']).toContain(next.state);
            before = now;
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('a pause moves no reading', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 20 }), (at, length) => {
        const room = new TestRoom().started().run(at * MINUTE, 20_000);
        const planned = statesOf(room)
          .filter(({ from }) => from === 'start')
          .map(({ lifeMs }) => lifeMs);
        room
          .do(pause)
          .run(length * MINUTE, 20_000)
          .do({ type: 'resumePump', agoMs: 0 });
        expect(
          statesOf(room)
            .filter(({ from }) => from === 'start')
            .map(({ lifeMs }) => lifeMs),
        ).toEqual(planned);
      }),
      { numRuns: 30 },
    );
  });
});
