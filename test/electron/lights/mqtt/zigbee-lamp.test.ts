import { describe, expect, it } from 'vitest';
import { LightError } from '../../../../electron/lights/limited.ts';
import { zigbeeLamp } from '../../../../electron/lights/mqtt/zigbee-lamp.ts';
import type { Lamp } from '../../../../shared/lights/lamps.ts';
import { fakeTime } from '../../../helpers/fake-time.ts';
import { lampOf, sceneOf } from '../../../helpers/light-link.ts';

function setUp(rest: Partial<Lamp> = {}) {
  const time = fakeTime();
  const told: [at: number, message: unknown][] = [];
  const missed: string[] = [];
  let broken = false;
  const target = { kind: 'zigbee2mqtt', topic: 'z/lamp' } as const;
  const lamp = zigbeeLamp(lampOf('lamp', target, rest), target, {
    timers: time,
    publish: async (topic, payload) => {
      if (broken) throw new LightError('unreachable');
      expect(topic).toBe('z/lamp/set');
      told.push([time.now(), JSON.parse(payload)]);
    },
    connected: () => Promise.resolve(),
    awayCode: () => null,
    onMissed: (code) => missed.push(code),
  });
  const send = (level: number, fadeMs: number, kelvin: number | null = null) =>
    lamp.driver.send(sceneOf(level, kelvin), fadeMs, new AbortController().signal);
  return { time, told, missed, lamp, send, breaks: () => (broken = true) };
}

describe('a lamp of Zigbee2MQTT', () => {
  it('is never told less than its lowest step while it is on, nor longer than Zigbee can count', async () => {
    const { told, send } = setUp({ gamma: 2.2 });
    await send(0.001, 100 * 60_000);
    await send(0.5, 200 * 60_000);
    expect(told.map(([, message]) => message)).toEqual([
      { state: 'ON', brightness: 1, transition: 6000 },
      { state: 'ON', brightness: 55, transition: 6553 },
    ]);
  });

  it('takes white only where it has one', async () => {
    const plain = setUp();
    await plain.send(1, 0, 2700);
    expect(plain.told).toEqual([[0, { state: 'ON', brightness: 254, transition: 0 }]]);
  });

  it('is not lit by going out', async () => {
    const { told, lamp, send, time } = setUp();
    lamp.heard({ on: false });
    await send(0, 10_000);
    await time.pass(20_000);
    expect(told).toEqual([[0, { state: 'OFF' }]]);
  });

  it('is not put out by an old fade that a new one replaced', async () => {
    const { told, send, time } = setUp();
    await send(0, 10_000);
    await time.pass(5_000);
    await send(1, 10_000);
    await time.pass(60_000);
    expect(told.map(([, message]) => message)).not.toContainEqual({ state: 'OFF' });
    expect(time.waiting()).toBe(0);
  });

  it('is said to be missed where its "off" could not go out', async () => {
    const { missed, send, time, breaks } = setUp();
    await send(0, 10_000);
    breaks();
    await time.pass(20_000);
    expect(missed).toEqual(['unreachable']);
  });

  it('is said to be missed where it says so itself after its fade, not before', async () => {
    const { missed, lamp, send, time } = setUp();
    await send(1, 10_000);
    lamp.heard({ on: false });
    await time.pass(20_000);
    expect(missed).toEqual([]);
    await send(1, 10_000);
    await time.pass(11_000);
    lamp.heard({ on: false });
    await time.pass(10_000);
    expect(missed).toEqual(['notThere']);
  });

  it('that is a socket is on until the end of a fade to dark', async () => {
    const { told, send, time } = setUp({ dims: false });
    await send(0.2, 1_000);
    await send(0, 10_000);
    await time.pass(20_000);
    expect(told).toEqual([
      [0, { state: 'ON' }],
      [10_000, { state: 'OFF' }],
    ]);
  });
});
