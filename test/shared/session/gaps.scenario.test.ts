import { describe, expect, it } from 'vitest';
import { dueReadings, elapsed, nextDue, remaining } from '../../../shared/session/timeline.ts';
import { FakeClock, MINUTE, at } from '../../helpers/fake-clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

const SECOND = 1000;

describe('sleep', () => {
  it('over two cues sends the last light and the last music only', () => {
    const room = new TestRoom().started().run(7 * MINUTE);
    room.clock.sleep(4 * MINUTE);
    room.tick();
    expect(room.bodies('slept')).toEqual([{ type: 'slept', byMs: 4 * MINUTE }]);
    expect(elapsed(room.session, room.clock.now())).toBe(11 * MINUTE);
    expect(room.fired().at(-1)).toBe('music-build');
    expect(room.session.waiting).toBe(false);
  });

  it('of more than 5 minutes leaves clock and readings at once and cues for one press', () => {
    const room = new TestRoom().started().run(7 * MINUTE);
    const fired = room.fired().length;
    room.clock.sleep(33 * MINUTE);
    room.tick().run(10 * SECOND);
    expect(elapsed(room.session, room.clock.now())).toBe(40 * MINUTE + 10 * SECOND);
    expect(nextDue(room.session, room.protocol, room.clock.now())).toMatchObject({ id: 'start-40', state: 'due' });
    expect(room.session.waiting).toBe(true);
    expect(room.fired()).toHaveLength(fired);
    room.do({ type: 'goOn' }).tick();
    expect(room.fired().slice(fired)).toEqual(['lights-peak', 'music-return']);
    expect(room.passed()).toEqual(['music-build', 'music-peak']);
  });

  it('over zero records zero at the moment it should have happened', () => {
    const room = new TestRoom().started().run(49 * MINUTE);
    room.clock.sleep(4 * MINUTE);
    room.tick();
    const zero = room.events.find((event) => event.body.type === 'zeroReached');
    expect(zero?.occurredAt).toBe((room.session.started?.at ?? 0) + 50 * MINUTE);
    expect(zero?.recordedAt.wallMs).toBe((room.session.started?.at ?? 0) + 53 * MINUTE);
    expect(zero?.sessionMs).toBe(50 * MINUTE);
  });

  it('in many short naps loses no time and never runs back', () => {
    const room = new TestRoom().started();
    let before = 0;
    for (let nap = 0; nap < 60; nap += 1) {
      room.clock.sleep(700);
      room.clock.advance(SECOND);
      room.tick();
      const now = elapsed(room.session, room.clock.now());
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
    expect(before).toBeGreaterThan(60 * 1700 - 2 * SECOND);
  });
});

describe('a stall', () => {
  it('is recorded and moves nothing', () => {
    const room = new TestRoom().started().run(MINUTE);
    room.clock.advance(9 * SECOND);
    room.tick();
    expect(room.bodies('stalled')).toEqual([{ type: 'stalled', byMs: 9 * SECOND }]);
    expect(elapsed(room.session, room.clock.now())).toBe(MINUTE + 9 * SECOND);
  });
});

describe('a clock that is set', () => {
  for (const hours of [-1, 1, -26, 26]) {
    it(`by ${hours} h moves no session time, no cue and no reading`, () => {
      const room = new TestRoom().started().run(7 * MINUTE);
      room.clock.setWallBy(hours * 60 * MINUTE);
      room.run(SECOND);
      expect(room.bodies('clockJumped')).toEqual([{ type: 'clockJumped', byMs: hours * 60 * MINUTE }]);
      expect(elapsed(room.session, room.clock.now())).toBe(7 * MINUTE + SECOND);
      room.run(2 * MINUTE);
      expect(room.fired().at(-1)).toBe('music-build');
      const due = dueReadings(room.session, room.protocol, room.clock.now());
      expect(due.find((item) => item.id === 'start-15')?.dueInMs).toBe(6 * MINUTE - SECOND);
      const id = room.takeReading();
      expect(room.session.readings.find((reading) => reading.readingId === id)?.sessionMs).toBe(9 * MINUTE + SECOND);
    });
  }
});

describe('local time', () => {
  const moments = {
    'across midnight in Denver': Date.UTC(2026, 4, 13, 5, 40),
    'across midnight in Copenhagen': Date.UTC(2026, 4, 12, 21, 40),
    'into summer time (EU)': Date.UTC(2026, 2, 29, 0, 40),
    'out of summer time (EU)': Date.UTC(2026, 9, 25, 0, 40),
    'into summer time (US)': Date.UTC(2026, 2, 8, 8, 40),
    'out of summer time (US)': Date.UTC(2026, 10, 1, 7, 40),
    'into summer time (Chile)': Date.UTC(2026, 8, 6, 3, 40),
    'out of summer time (Chile)': Date.UTC(2026, 3, 5, 2, 40),
  };
  for (const [name, begin] of Object.entries(moments)) {
    it(`${name} changes nothing`, () => {
      const room = new TestRoom(new FakeClock(begin)).started().run(50 * MINUTE);
      expect(elapsed(room.session, room.clock.now())).toBe(50 * MINUTE);
      expect(room.session.phase).toBe('overtime');
      expect(room.session.gap).toBeNull();
      expect(room.session.zeroAt).toBe(begin + 50 * MINUTE);
    });
  }
});

describe('a restart', () => {
  it('at 31:07 comes straight back to the same second', () => {
    const room = new TestRoom(new FakeClock(at('14:00'))).started().run(18 * MINUTE + 53 * SECOND);
    expect(remaining(room.session, room.clock.now())).toBe(31 * MINUTE + 7 * SECOND);
    room.clock.advance(3 * SECOND);
    room.comeBack();
    expect(remaining(room.session, room.clock.now())).toBe(31 * MINUTE + 4 * SECOND);
    expect(room.bodies('restarted')[0]).toMatchObject({ sameBoot: true, gapMs: 3 * SECOND, wallBehind: false });
    expect(room.session.waiting).toBe(false);
    expect(room.bodies('lightsSet').at(-1)).toMatchObject({ why: 'restore', fadeMs: 64 * SECOND });
    expect(room.session.lights?.scene.zones[0]?.level).toBe(0.05);
  });

  it('after a reboot follows the wall clock', () => {
    const room = new TestRoom().started().run(20 * MINUTE);
    room.clock.reboot(2 * MINUTE, 0);
    room.comeBack().run(MINUTE);
    expect(elapsed(room.session, room.clock.now())).toBe(23 * MINUTE);
  });

  it('after a long gap waits, with everything that passed in its place', () => {
    const room = new TestRoom().started().run(20 * MINUTE);
    room.clock.reboot(45 * MINUTE, 0);
    room.comeBack();
    expect(room.session).toMatchObject({ waiting: true, phase: 'overtime' });
    expect(room.session.zeroAt).toBe((room.session.started?.at ?? 0) + 50 * MINUTE);
    room.do({ type: 'goOn' }).tick();
    expect(room.fired().slice(-2)).toEqual(['lights-return', 'music-recovery']);
    expect(room.passed()).toEqual(['music-return']);
  });

  it('with a wall clock behind the heartbeat asks the nurse, and believes the answer', () => {
    const room = new TestRoom().started().run(20 * MINUTE);
    room.clock.reboot(4 * MINUTE, -600 * MINUTE);
    room.comeBack();
    expect(elapsed(room.session, room.clock.now())).toBe(20 * MINUTE);
    expect(room.session).toMatchObject({ waiting: true, gap: { wallBehind: true } });
    room
      .run(30 * SECOND)
      .do({ type: 'tellGap', gapMs: 4 * MINUTE })
      .tick();
    expect(elapsed(room.session, room.clock.now())).toBe(24 * MINUTE + 30 * SECOND);
    expect(room.session).toMatchObject({ waiting: false, gap: { wallBehind: false, byMs: 4 * MINUTE } });
  });

  it('while paused stays paused', () => {
    const room = new TestRoom().started().run(10 * MINUTE);
    room.do({ type: 'pausePump', reason: 'air', pumpStands: true, note: null, agoMs: 0 });
    room.clock.reboot(3 * MINUTE, 0);
    room.comeBack().run(MINUTE);
    expect(room.session.pump).toBe('paused');
    expect(elapsed(room.session, room.clock.now())).toBe(10 * MINUTE);
  });

  it('in an emergency keeps the lights full, however long the gap', () => {
    const room = new TestRoom()
      .started()
      .run(10 * MINUTE)
      .do({ type: 'beginEmergency' });
    room.clock.reboot(7 * MINUTE, 0);
    room.comeBack();
    expect(room.bodies('lightsSet').at(-1)).toMatchObject({ why: 'restore', fadeMs: 0 });
    expect(room.session.lights?.scene.zones[0]?.level).toBe(1);
    expect(elapsed(room.session, room.clock.now())).toBe(17 * MINUTE);
  });

  it('in pre-checks and in recovery comes back to them', () => {
    const early = new TestRoom().prepared().run(MINUTE);
    early.clock.advance(10 * SECOND);
    expect(early.comeBack().session.phase).toBe('preChecks');
    const late = new TestRoom().recovering().run(MINUTE);
    late.clock.advance(10 * SECOND);
    expect(late.comeBack().session.phase).toBe('recovery');
  });
});
