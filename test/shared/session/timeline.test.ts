import { describe, expect, it } from 'vitest';
import { nextDue, segments, upcoming } from '../../../shared/session/timeline.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const drawn = (room: TestRoom) => segments(room.session, room.protocol, room.clock.now());
const stretches = (room: TestRoom) =>
  drawn(room).parts.map(({ kind, fromMs, toMs }) => [kind, fromMs / MINUTE, toMs / MINUTE]);

describe('segments()', () => {
  it('before the start draws the plan from now on', () => {
    const room = new TestRoom().prepared().run(10 * MINUTE);
    expect(stretches(room)).toEqual([
      ['preChecks', -10, 0],
      ['planned', 0, 50],
      ['recoveryPlanned', 50, 110],
    ]);
    expect(drawn(room).readings.map(({ atMs }) => atMs / MINUTE)).toEqual([5, 15, 30, 40, 50, 65, 80, 110]);
    expect(nextDue(room.session, room.protocol, room.clock.now())).toBeNull();
  });

  it('splits an infusion into done, pause and planned', () => {
    const room = new TestRoom().started().run(10 * MINUTE);
    room.do({ type: 'pausePump', reason: 'air', pumpStands: true, note: null, agoMs: 0 }).run(5 * MINUTE);
    expect(stretches(room)).toEqual([
      ['done', 0, 10],
      ['pause', 10, 15],
      ['planned', 15, 55],
      ['recoveryPlanned', 55, 115],
    ]);
    expect(drawn(room).cues.find(({ cueId }) => cueId === 'music-peak')).toMatchObject({
      atMs: 23 * MINUTE,
      state: 'ahead',
    });
    room.do({ type: 'resumePump', agoMs: 0 }).run(5 * MINUTE);
    expect(stretches(room).slice(0, 4)).toEqual([
      ['done', 0, 10],
      ['pause', 10, 15],
      ['done', 15, 20],
      ['planned', 20, 55],
    ]);
    expect(drawn(room)).toMatchObject({ nowMs: 20 * MINUTE, fromMs: 0, toMs: 115 * MINUTE });
  });

  it('shows no cue that was passed over: after an early end those of the rest of the infusion are gone', () => {
    const room = new TestRoom().started().run(10 * MINUTE);
    const shown = () => drawn(room).cues.map(({ cueId }) => cueId);
    expect(shown()).toContain('music-peak');
    room.do({ type: 'stopPump', reason: 'patientAsks', note: null, agoMs: 0 }).run(5 * MINUTE);
    expect(shown()).not.toContain('music-peak');
    expect(drawn(room).cues.length).toBeGreaterThan(2);
    expect(drawn(room).cues.every(({ atMs }) => atMs <= 10 * MINUTE)).toBe(true);
  });

  it('shows overtime and recovery, and ends with the leaving', () => {
    const room = new TestRoom().started().run(53 * MINUTE);
    expect(stretches(room).slice(0, 2)).toEqual([
      ['done', 0, 50],
      ['overtime', 50, 53],
    ]);
    room.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }).run(10 * MINUTE);
    room
      .do({ type: 'finish', how: 'againstAdvice', escort: null, note: 'asked for', told: 'Dr. Lindqvist', agoMs: 0 })
      .run(MINUTE);
    expect(stretches(room)).toEqual([
      ['done', 0, 50],
      ['overtime', 50, 53],
      ['recovery', 53, 63],
    ]);
    expect(drawn(room).nowMs).toBe(63 * MINUTE);
    expect(
      drawn(room)
        .readings.slice(-3)
        .map(({ state }) => state),
    ).toEqual(['lapsed', 'lapsed', 'lapsed']);
  });
});

describe('upcoming()', () => {
  it('names what comes next, soonest first', () => {
    const room = new TestRoom().started().run(31 * MINUTE);
    const next = upcoming(room.session, room.protocol, room.clock.now());
    expect(next.slice(0, 4).map(({ id, inMs }) => [id, inMs / MINUTE])).toEqual([
      ['music-return', 7],
      ['start-40', 9],
      ['lights-return', 14],
      ['end', 19],
    ]);
    expect(next.find(({ kind }) => kind === 'zero')?.inMs).toBe(19 * MINUTE);
  });

  it('is empty before the start and after the end', () => {
    const before = new TestRoom().prepared();
    expect(upcoming(before.session, before.protocol, before.clock.now())).toEqual([]);
    const after = new TestRoom().finished();
    expect(upcoming(after.session, after.protocol, after.clock.now())).toEqual([]);
  });
});

describe('the end reading', () => {
  it('follows the pump wherever its stop comes to lie', () => {
    const room = new TestRoom().started().run(20 * MINUTE);
    room.do({ type: 'stopPump', reason: 'patientAsks', note: null, agoMs: 0 }).run(MINUTE);
    room.takeReading();
    expect(room.session.readings.at(-1)?.dueId).toBe('end');
    const states = drawn(room).readings.map(({ id, state }) => [id, state]);
    expect(states).toEqual([
      ['start-5', 'lapsed'],
      ['start-15', 'lapsed'],
      ['end', 'taken'],
      ['start-30', 'lapsed'],
      ['recovery-15', 'upcoming'],
      ['start-40', 'lapsed'],
      ['recovery-30', 'upcoming'],
      ['recovery-60', 'upcoming'],
    ]);
  });
});
