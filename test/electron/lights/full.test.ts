import { afterEach, expect, it } from 'vitest';
import { roomScene } from '../../../shared/lights/scene.ts';
import { createLights, SEND_LIMIT_MS } from '../../../electron/lights/lights.ts';
import type { LightDriver } from '../../../electron/lights/port.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { socketLamp, type SocketLamp, type Temper } from '../../helpers/socket-lamps.ts';
import { until } from '../../helpers/until.ts';

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
/** What waits for its turn at such a bridge does not get it in this test. */
const PACE_MS = 3_600_000;

/** A lamp whose answers to "full" are counted once they are here. */
function counted({ driver }: SocketLamp, heard: () => void): LightDriver {
  return {
    ...driver,
    full: async (scene, signal) => {
      const outcome = await driver.full!(scene, signal);
      heard();
      return outcome;
    },
  };
}

it(`full reaches every lamp that answers before any of its time has passed, of twenty with ten unreachable, whatever is under way (${RUNS} runs)`, async () => {
  for (const [index, temper] of tempers.entries()) lamps.push(await socketLamp(`lamp ${index}`, temper, PACE_MS));
  const time = fakeTime();
  let heard = 0;
  const drivers = lamps.map((lamp) => counted(lamp, () => (heard += 1)));
  const lights = createLights({ drivers, timers: time, sendLimitMs: SEND_LIMIT_MS });
  for (let run = 0; run < RUNS; run += 1) {
    // A fade that is under way, and two more that wait for their turn.
    const dimmed = [0.1, 0.2, 0.3].map((level) => lights.send(roomScene(level, null), 600_000));
    const full = 1 - run / 1_000;
    const pressedAt = time.now();
    heard = 0;
    let over = false;
    const pressed = lights.full(roomScene(full, null)).finally(() => (over = true));
    await until(() => heard === 10);
    expect(lamps.slice(0, 10).map((lamp) => lamp.level())).toEqual(Array.from({ length: 10 }, () => full));
    while (!over) await time.pass(10);
    expect(time.now() - pressedAt).toBeLessThanOrEqual(750);
    const outcomes = await pressed;
    expect(outcomes.map(({ outcome }) => outcome.kind === 'sent')).toEqual(
      tempers.map(({ kind }) => kind === 'answers'),
    );
    expect(outcomes.slice(0, 10).map(({ tookMs }) => tookMs)).toEqual(Array.from({ length: 10 }, () => 0));
    await Promise.all(dimmed);
  }
  // What was given up is closed: nothing is left open but the last tries, which go on quietly.
  lights.replace([]);
  await until(() => lamps.every((lamp) => lamp.open() === 0));
});
