import { describe, expect, it } from 'vitest';
import { createHeadsetPause, PAUSE_MS, type HeadsetPause } from '../../../renderer/player/headset-pause.ts';
import { createOutput, RETURN_MS, type Output } from '../../../renderer/player/output.ts';
import type { SinkElement } from '../../../renderer/player/sink.ts';
import type { OutputOrder, OutputSeen } from '../../../shared/ipc/output.ts';
import { fakeTime, type FakeTime } from '../../helpers/fake-time.ts';

const buds = { deviceId: 'buds', label: 'Buds' };
const speaker = { deviceId: 'speaker', label: 'Speaker' };
const order: OutputOrder = { chosen: buds, cap: 0.5, wireless: true };

interface Rig {
  readonly time: FakeTime;
  readonly pause: HeadsetPause;
  readonly states: () => readonly OutputSeen['state'][];
  /** Whether main was last told that they are paused. */
  readonly saysPaused: () => boolean;
  /** What is heard on the headphones. */
  readonly heard: () => number;
}

/** Music on headphones, by way of the real output. */
async function playing(first: OutputOrder = order): Promise<Rig> {
  const time = fakeTime();
  const told: OutputSeen['state'][] = [];
  let last: OutputSeen | null = null;
  const pause = createHeadsetPause({
    list: async () => [buds, speaker],
    output: (): Output => output,
    now: time.now,
    after: time.after,
  });
  const output = createOutput({
    ...{ list: pause.list, now: time.now, every: time.every, paused: pause.isAway },
    tell: (seen) => void (told.push(seen.state), (last = seen)),
  });
  const node = {
    muted: false,
    sinkId: '',
    setSinkId: async (id: string) => {
      node.sinkId = id;
    },
  };
  let volume = 0;
  const voice = { node: node as SinkElement, apply: (next: number) => void (volume = next) };
  output.take(voice);
  pause.follow(first);
  await output.ready(voice);
  output.level(voice, 1);
  await time.pass(3_000);
  return {
    time,
    pause,
    states: () => told,
    saysPaused: () => last?.paused === true,
    heard: () => (node.muted ? 0 : volume),
  };
}

describe('wireless headphones that are paused on themselves', () => {
  it('fade, count as gone, and come back slowly when they play again', async () => {
    const { time, pause, states, heard } = await playing();
    expect(heard()).toBe(0.5);
    pause.key('pause');
    await time.pass(PAUSE_MS / 2);
    expect(heard()).toBeGreaterThan(0);
    expect(heard()).toBeLessThan(0.5);
    await time.pass(PAUSE_MS);
    expect(heard()).toBe(0);
    expect(states().at(-1)).toBe('lost');
    await time.pass(60_000);
    expect(heard()).toBe(0);
    pause.key('play');
    await time.pass(2_000);
    expect(states().at(-1)).toBe('present');
    expect(heard()).toBeLessThan(0.25);
    await time.pass(RETURN_MS);
    expect(heard()).toBe(0.5);
  });

  it('come back by the same button too, and one press told twice is one press', async () => {
    const { time, pause, states } = await playing();
    pause.key('pause');
    pause.key('pause');
    await time.pass(5_000);
    expect(states().at(-1)).toBe('lost');
    pause.key('pause');
    await time.pass(5_000);
    expect(states().at(-1)).toBe('present');
  });

  it('played again within the fade, they never were gone', async () => {
    const { time, pause, states, heard } = await playing();
    pause.key('pause');
    await time.pass(1_100);
    pause.key('play');
    await time.pass(5_000);
    expect(states()).not.toContain('lost');
    expect(heard()).toBe(0.5);
  });

  it('stay so whatever their cap becomes, and are back when somebody chooses them anew', async () => {
    const { time, pause, states } = await playing();
    pause.key('stop');
    await time.pass(3_000);
    pause.follow({ ...order, cap: 0.4 });
    await time.pass(3_000);
    expect(states().at(-1)).toBe('lost');
    pause.follow({ ...order, cap: 0.4 });
    await time.pass(3_000);
    expect(states().at(-1)).toBe('present');
  });

  it('stay so in a window that is loaded anew, which lets nothing out, until they play again', async () => {
    const { time, pause, states, saysPaused, heard } = await playing({ ...order, paused: true });
    expect(states()).toEqual(['waiting', 'lost']);
    expect(saysPaused()).toBe(true);
    pause.follow({ ...order, cap: 0.4, paused: true });
    await time.pass(60_000);
    expect(heard()).toBe(0);
    pause.key('play');
    await time.pass(2_000 + RETURN_MS);
    expect(states().at(-1)).toBe('present');
    expect(saysPaused()).toBe(false);
    expect(heard()).toBeCloseTo(0.4, 5);
  });

  it('that the record of a session knows to be paused, told later, fade and are gone', async () => {
    const { time, pause, states, heard } = await playing();
    pause.follow({ ...order, paused: true });
    await time.pass(PAUSE_MS / 2);
    expect(heard()).toBeGreaterThan(0);
    await time.pass(PAUSE_MS);
    expect(states().at(-1)).toBe('lost');
    pause.follow(order);
    await time.pass(3_000);
    expect(states().at(-1)).toBe('present');
  });

  it('with a cable such a key does nothing, nor do other keys or "play" while they play', async () => {
    const cable = await playing({ chosen: buds, cap: 0.5 });
    cable.pause.key('pause');
    const wireless = await playing();
    for (const action of ['nexttrack', 'seekforward', 'play'] as const) {
      wireless.pause.key(action);
      await wireless.time.pass(2_000);
    }
    await cable.time.pass(5_000);
    for (const { states, heard } of [cable, wireless]) {
      expect(states()).not.toContain('lost');
      expect(heard()).toBe(0.5);
    }
  });
});
