import { afterEach, expect, it } from 'vitest';
import { roomScene } from '../../../shared/lights/scene.ts';
import { createLights, SEND_LIMIT_MS } from '../../../electron/lights/lights.ts';
import { systemTimers } from '../../../electron/lights/timers.ts';
import { socketLamp, type SocketLamp, type Temper } from '../../helpers/socket-lamps.ts';

const lamps: SocketLamp[] = [];
afterEach(async () => {
  await Promise.all(lamps.splice(0).map((lamp) => lamp.close()));
});

/** Ten that answer within 60 ms, and ten that cannot be reached, each kind of it. */
const tempers: readonly Temper[] = Array.from({ length: 20 }, (_, index): Temper => {
  if (index < 10) return { kind: 'answers', afterMs: index * 6 };
  return { kind: (['silent', 'drips', 'gone'] as const)[index % 3]! };
});

const RUNS = 10;
const LIMIT_MS = 1_000;

it(`full reaches every lamp that answers within a second, of twenty with ten unreachable, whatever is under way (${RUNS} runs)`, async () => {
  for (const [index, temper] of tempers.entries()) lamps.push(await socketLamp(`lamp ${index}`, temper, 1_000));
  const lights = createLights({
    drivers: lamps.map(({ driver }) => driver),
    timers: systemTimers,
    sendLimitMs: SEND_LIMIT_MS,
  });
  const took: number[] = [];
  const whole: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    // A fade that is under way, and two more that wait for their turn at a bridge that takes one a second.
    const dimmed = [0.1, 0.2, 0.3].map((level) => lights.send(roomScene(level, null), 600_000));
    const full = 1 - run / 1_000;
    const pressedAt = performance.now();
    const outcomes = await lights.full(roomScene(full, null));
    whole.push(performance.now() - pressedAt);
    expect(outcomes.map(({ outcome }) => outcome.kind === 'sent')).toEqual(
      tempers.map(({ kind }) => kind === 'answers'),
    );
    took.push(...outcomes.slice(0, 10).map(({ tookMs }) => tookMs));
    expect(lamps.slice(0, 10).map((lamp) => lamp.level())).toEqual(Array.from({ length: 10 }, () => full));
    await Promise.all(dimmed);
  }
  expect(percentile(took, 0.99)).toBeLessThan(LIMIT_MS);
  expect(percentile(whole, 0.99)).toBeLessThan(LIMIT_MS);
  // What was given up is closed: nothing is left open but the last tries, which go on quietly.
  lights.replace([]);
  await expect.poll(() => lamps.reduce((sum, lamp) => sum + lamp.open(), 0), { timeout: 5_000 }).toBe(0);
});

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Infinity;
}
