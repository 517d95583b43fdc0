import { describe, expect, it } from 'vitest';
import { createPcLook, type PcLookParts, type Watched } from '../../../electron/pc/pc-look.ts';
import type { NewSessionEvent } from '../../../shared/session/event.ts';
import { shiftClock, type ClockReading } from '../../../shared/time/clock.ts';
import { TestRoom } from '../../helpers/session-builder.ts';

/** The computer, and a session that is watched. */
function rig(change: Partial<PcLookParts> = {}) {
  const room = new TestRoom();
  let now: ClockReading = room.clock.now();
  const noted: NewSessionEvent[] = [];
  const asked: (() => void)[] = [];
  const pc = createPcLook({
    now: () => now,
    freeBytes: async () => 5e9,
    restartPending: async () => null,
    known: () => ({
      ...{ sleepBlocked: true, player: 'ready', lampNames: [], lampHealth: { connections: [], lamps: [] } },
      ...{ output: { state: 'default', chosen: null }, newestMs: null },
    }),
    timeZone: () => room.session.created.timeZone,
    ...change,
  });
  const watched: Watched = {
    get ahead() {
      return room.session;
    },
    observe: async (make) => {
      noted.push(...make(room.session, room.clock.now()));
      for (const heard of asked.splice(0)) heard();
    },
  };
  return {
    ...{ pc, room, noted, watched },
    move: (clock: ClockReading) => (now = clock),
    seen: () => new Promise<void>((resolve) => asked.push(resolve)),
  };
}

describe('what the computer is like at the start', () => {
  it('is kept once, with every check and nothing of whom it is about', async () => {
    const { pc, room, watched, noted, seen } = rig();
    pc.follow(watched);
    room.started();
    const first = seen();
    pc.follow(watched);
    pc.follow(watched);
    await first;
    expect(noted.map(({ author, body }) => ({ author, body }))).toEqual([
      {
        author: { kind: 'app' },
        body: {
          type: 'pcChecked',
          results: [
            { check: 'disk', answer: 'ok', code: 'enough' },
            { check: 'sleep', answer: 'ok', code: 'blocked' },
            { check: 'restart', answer: 'unknown', code: 'unknown' },
            { check: 'audio', answer: 'unknown', code: 'default' },
            { check: 'lamps', answer: 'ok', code: 'none' },
            { check: 'clock', answer: 'ok', code: 'right' },
          ],
        },
      },
    ]);
  });

  it('is not made up for a start of some time ago', async () => {
    const { pc, room, watched, noted, seen } = rig();
    room.started().run(61_000);
    const first = seen();
    pc.follow(watched);
    await first;
    expect(noted).toEqual([]);
  });
});

describe('a look', () => {
  it('gives up on what throws, and says that it cannot be told', async () => {
    const broken = () => Promise.reject(new Error('no such volume'));
    const { pc } = rig({ freeBytes: broken, restartPending: broken });
    const results = await pc.look();
    expect(results.filter(({ answer }) => answer === 'unknown').map(({ check }) => check)).toEqual([
      'disk',
      'restart',
      'audio',
    ]);
  });

  it('tells for an hour that the clock was set, and no longer', async () => {
    const { pc, room, move } = rig();
    const clock = async () => (await pc.look()).find(({ check }) => check === 'clock')?.code;
    const start = room.clock.now();
    const set = { ...start, wallMs: start.wallMs + 90_000 };
    move(set);
    expect(await clock()).toBe('set');
    move(shiftClock(set, 59 * 60_000));
    expect(await clock()).toBe('set');
    move(shiftClock(set, 61 * 60_000));
    expect(await clock()).toBe('right');
  });
});
