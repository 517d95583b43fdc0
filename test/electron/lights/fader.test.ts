import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomScene, type Scene } from '../../../shared/lights/scene.ts';
import { withFader } from '../../../electron/lights/fader.ts';
import { fitScene, type Outcome } from '../../../electron/lights/port.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { able, bright, dim, sent } from './fixtures.ts';

type Answer = (scene: Scene, number: number) => Promise<Outcome>;

function setUp(answer: Answer = () => Promise.resolve(sent), earlyMs = 0) {
  const time = fakeTime();
  const timers = { ...time, after: (ms: number, call: () => void) => time.after(Math.max(0, ms - earlyMs), call) };
  const frames: [number, number][] = [];
  const lost: string[] = [];
  const lamp = {
    id: 'lamp',
    capabilities: { ...able, ownFades: false as const },
    write: (scene: Scene) => {
      frames.push([time.now(), scene.zones[0]!.level]);
      return answer(scene, frames.length - 1);
    },
  };
  const driver = withFader(lamp, { timers, frameMs: 100, onLost: (code) => lost.push(code) });
  const send = (scene: Scene, fadeMs: number): Promise<Outcome> =>
    driver.send(scene, fadeMs, new AbortController().signal);
  return { time, frames, lost, send, levels: () => frames.map(([, level]) => level) };
}

describe('a lamp that is faded in frames', () => {
  it('falls steadily, on time, and ends exactly on the target', async () => {
    const { time, frames, send, levels } = setUp();
    await send(bright, 0);
    await send(dim, 10_000);
    await time.pass(11_000);
    expect(frames.at(-1)).toEqual([10_000, 0.1]);
    expect(frames).toHaveLength(102);
    expect(levels().every((level, i) => i === 0 || level <= levels()[i - 1]!)).toBe(true);
    expect(time.waiting()).toBe(0);
  });

  it('turns from where the lamp is, without a jump', async () => {
    const { time, send, levels } = setUp();
    await send(bright, 0);
    await send(dim, 10_000);
    await time.pass(5000);
    const middle = levels().at(-1)!;
    await send(bright, 10_000);
    await time.pass(50);
    expect(levels().at(-1)! - middle).toBeGreaterThan(0);
    expect(levels().at(-1)! - middle).toBeLessThan(0.02);
    await time.pass(10_000);
    expect(levels().at(-1)).toBe(1);
    expect(levels().filter((level) => level === 0.1)).toEqual([]);
  });

  it('skips frames for a slow lamp instead of running late', async () => {
    const { time, frames, send } = setUp(() => new Promise((resolve) => time.after(350, () => resolve(sent))));
    const first = send(bright, 0);
    await time.pass(400);
    await first;
    void send(dim, 2000);
    await time.pass(4000);
    expect(frames.at(-1)).toEqual([2400, 0.1]);
    expect(frames.length).toBeLessThan(9);
  });

  it('sends one frame for each deadline where timers wake a little early', async () => {
    const { time, levels, send } = setUp(undefined, 0.6);
    await send(bright, 0);
    await send(dim, 2000);
    await time.pass(2500);
    expect(levels()).toHaveLength(22);
    expect(levels().at(-1)).toBe(0.1);
  });

  it('tries the target three times and then says that the lamp is lost', async () => {
    const { time, lost, levels, send } = setUp((scene) =>
      Promise.resolve(scene.zones[0]!.level === 0.1 ? { kind: 'failed', code: 'gone' } : sent),
    );
    await send(bright, 0);
    await send(dim, 1000);
    await time.pass(3000);
    expect(lost).toEqual(['gone']);
    expect(levels().filter((level) => level === 0.1)).toHaveLength(3);
  });

  it('carries the fade on where a frame hangs for ever', async () => {
    const { time, frames, send } = setUp((_, number) =>
      number === 3 ? new Promise(() => undefined) : Promise.resolve(sent),
    );
    await send(bright, 0);
    await send(dim, 3000);
    await time.pass(4000);
    expect(frames.at(-1)?.[1]).toBe(0.1);
    expect(frames.at(-1)?.[0]).toBeLessThanOrEqual(3100);
  });

  it('goes to the first scene at once: nobody knows where the lamp was', async () => {
    const { frames, send } = setUp();
    await send(dim, 60_000);
    expect(frames).toEqual([[0, 0.1]]);
  });
});

describe('fitScene', () => {
  it('gives a lamp only its own zones, whites and levels', () => {
    const scene: Scene = {
      zones: [
        { zone: 'room', level: 0.005, kelvin: 1000 },
        { zone: 'task', level: 0, kelvin: null },
      ],
    };
    expect(
      fitScene(scene, {
        zones: ['task', 'patient'],
        kelvin: { min: 2200, max: 6500 },
        ownFades: true,
        minimumLevel: 0.01,
      }),
    ).toEqual({
      zones: [
        { zone: 'task', level: 0, kelvin: null },
        { zone: 'patient', level: 0.01, kelvin: 2200 },
      ],
    });
    expect(fitScene(roomScene(0.5, 3000), { ...able, kelvin: null }).zones[0]?.kelvin).toBeNull();
  });

  it('never leaves what the lamp can do', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.integer({ min: 1000, max: 10_000 })),
        (level, kelvin) => {
          const [zone] = fitScene(roomScene(level, kelvin), {
            zones: ['room'],
            kelvin: { min: 2200, max: 6500 },
            ownFades: true,
            minimumLevel: 0.02,
          }).zones;
          expect(zone!.level === 0 || zone!.level >= 0.02).toBe(true);
          expect(zone!.kelvin === null || (zone!.kelvin >= 2200 && zone!.kelvin <= 6500)).toBe(true);
        },
      ),
    );
  });
});
