import { afterEach, describe, expect, it } from 'vitest';
import { createOnTime } from '../../../electron/session/on-time.ts';
import { Room, TICK_MS } from '../../../electron/session/room.ts';
import { success } from '../../../shared/ipc/answer.ts';
import type { SessionEvent } from '../../../shared/session/event.ts';
import { SESSION_BODY_VERSION, sessionStream } from '../../../shared/session/event.ts';
import { lifeMs } from '../../../shared/session/life.ts';
import { MINUTE } from '../../helpers/fake-clock.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { TestRoom } from '../../helpers/session-builder.ts';
import { openTempRecord, type TempRecord } from '../../helpers/temp-record.ts';

/** A session whose only cue comes at a moment; timers wake `earlyMs` too early. */
function rig(cueAt: number, earlyMs = 0) {
  const time = fakeTime();
  const looks: number[] = [];
  let fired: number | null = null;
  const runner = {
    tick: () => {
      looks.push(time.now());
      if (fired === null && time.now() >= cueAt) fired = time.now();
    },
    settled: () => Promise.resolve(),
    get nextCueMs() {
      return time.now() < cueAt ? cueAt - time.now() : null;
    },
  };
  const timers = { ...time, after: (ms: number, call: () => void) => time.after(Math.max(0.1, ms - earlyMs), call) };
  const onTime = createOnTime(timers, TICK_MS);
  return { time, looks, onTime, runner, fired: () => fired };
}

describe('a cue between two looks at the clock', () => {
  it('fires at its moment and not at the next look', async () => {
    const { time, onTime, runner, fired, looks } = rig(1100);
    for (let look = 0; look < 8; look += 1) {
      onTime.look(runner);
      await time.pass(TICK_MS);
    }
    expect(fired()).toBe(1100);
    expect(looks).toEqual([0, 250, 500, 750, 1000, 1100, 1250, 1500, 1750]);
  });

  it('fires within a millisecond also where timers wake early', async () => {
    const { time, onTime, runner, fired } = rig(200, 0.7);
    onTime.look(runner);
    await time.pass(TICK_MS);
    expect(fired()).toBeGreaterThanOrEqual(200);
    expect(fired()).toBeLessThan(201);
  });

  it('fires no more once the looks have ended', async () => {
    const { time, onTime, runner, fired } = rig(100);
    onTime.look(runner);
    await time.pass(50);
    onTime.stop();
    await time.pass(500);
    onTime.look(runner);
    expect(fired()).toBeNull();
  });
});

describe('a room', () => {
  let temp: TempRecord | null = null;
  afterEach(() => temp?.end());

  it('looks at the moment of a cue by itself', async () => {
    temp = await openTempRecord();
    const started = new TestRoom().started();
    const stream = sessionStream(started.session.sessionId);
    await temp.record.append({
      ...{ stream, expectedSeq: 0, commandId: null, recordedAt: started.clock.now() },
      ...{ version: SESSION_BODY_VERSION, events: started.events },
    });
    const record = { ...temp.record, getContent: () => Promise.resolve(success({ value: started.protocol })) };
    const told: SessionEvent[] = [];
    const room = new Room({
      clock: { rate: 1, now: started.clock.now, recall: () => undefined },
      records: { clinic: record as TempRecord['record'], practice: temp.record },
      onEvents: (_runner, _before, _after, events) => told.push(...events),
      onWritten: () => undefined,
      onUnsaved: () => undefined,
      onHopeless: (code) => {
        throw new Error(code);
      },
    });
    const runner = await room.runner(started.session.sessionId);
    if (!runner.ok) throw new Error(runner.code);
    const firedIds = (): readonly string[] =>
      told.flatMap(({ body }) => (body.type === 'cueFired' ? [body.cueId] : []));
    // In ordinary steps: a longer one would be a gap, after which cues wait for the nurse.
    const stepMs = 4000;
    const until =
      18 * MINUTE - 100 - (lifeMs(runner.data.ahead, started.clock.now()) - runner.data.ahead.started!.lifeMs);
    for (let passed = 0; passed < until; passed += stepMs) {
      started.clock.advance(Math.min(stepMs, until - passed));
      room.tick();
      await runner.data.settled();
    }
    expect(firedIds()).not.toContain('lights-peak');
    started.clock.advance(100);
    await expect.poll(firedIds).toContain('lights-peak');
    await room.settled();
  });
});
