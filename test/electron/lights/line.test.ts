import { describe, expect, it } from 'vitest';
import { createLights, type DriverOutcome } from '../../../electron/lights/lights.ts';
import type { LightDriver, Outcome } from '../../../electron/lights/port.ts';
import { fakeTime, type FakeTime } from '../../helpers/fake-time.ts';
import { able, bright, dim, fakeLamp, sent } from './fixtures.ts';

const gone: Outcome = { kind: 'failed', code: 'gone' };

/** A lamp that takes nothing between two moments of fake time. */
function lampAway(id: string, time: FakeTime, fromMs: number, toMs: number) {
  return fakeLamp(id, time, () => ({
    afterMs: 10,
    outcome: time.now() >= fromMs && time.now() < toMs ? gone : sent,
  }));
}

function open(time: FakeTime, drivers: readonly LightDriver[]) {
  const later: DriverOutcome[] = [];
  const lights = createLights({ drivers, timers: time, sendLimitMs: 5_000, nameOf: (id) => `the ${id}` });
  lights.onLater((outcome) => later.push(outcome));
  return { lights, later };
}

describe('a lamp that does not take its scene', () => {
  it('is tried again with growing pauses, and led over what is left of the fade', async () => {
    const time = fakeTime();
    const lamp = lampAway('ceiling', time, 0, 6_000);
    const { lights, later } = open(time, [lamp]);
    const outcomes = lights.send(dim, 60_000);
    await time.pass(30_000);
    expect(lamp.sent.map(({ at, fadeMs }) => [at, fadeMs])).toEqual([
      [0, 60_000],
      [510, 59_490],
      [1_520, 58_480],
      [3_530, 56_470],
      [7_540, 52_460],
    ]);
    expect(await outcomes).toEqual([{ driver: 'ceiling', name: 'the ceiling', outcome: sent, tookMs: 7_550 }]);
    expect(later).toEqual([]);
    expect(time.waiting()).toBe(0);
  });

  it('is told after its deadline, ten seconds for a press and thirty for a long fade, while the others went on', async () => {
    for (const [fadeMs, least, most] of [
      [2_000, 3_000, 10_000],
      [600_000, 20_000, 30_000],
    ] as const) {
      const time = fakeTime();
      const good = lampAway('good', time, 0, 0);
      const { lights } = open(time, [good, lampAway('dead', time, 0, Infinity)]);
      let told: readonly DriverOutcome[] | null = null;
      void lights.send(dim, fadeMs).then((outcomes) => (told = outcomes));
      await time.pass(least);
      expect(good.sent).toHaveLength(1);
      expect(told).toBeNull();
      await time.pass(most - least);
      expect(told).toMatchObject([{ outcome: sent }, { driver: 'dead', outcome: gone }]);
    }
  });

  it('is still looked for after that, quietly, and told of once it has the scene', async () => {
    const time = fakeTime();
    const lamp = lampAway('ceiling', time, 0, 120_000);
    const { lights, later } = open(time, [lamp]);
    void lights.send(dim, 2_000);
    await time.pass(119_000);
    expect(later).toEqual([]);
    await time.pass(31_000);
    expect(later).toMatchObject([{ driver: 'ceiling', outcome: sent }]);
    expect(lamp.sent.at(-1)).toMatchObject({ scene: dim, fadeMs: 2_000 });
    expect(lamp.sent.length).toBeLessThan(14);
    expect(time.waiting()).toBe(0);
  });

  it('is left alone as soon as a newer scene came', async () => {
    const time = fakeTime();
    const lamp = lampAway('ceiling', time, 0, 400);
    const { lights, later } = open(time, [lamp]);
    const first = lights.send(dim, 60_000);
    await time.pass(450);
    const second = lights.send(bright, 1_000);
    await time.pass(60_000);
    expect((await first)[0]?.outcome).toEqual({ kind: 'failed', code: 'superseded' });
    expect((await second)[0]?.outcome).toEqual(sent);
    expect(lamp.sent.map(({ scene }) => scene)).toEqual([dim, bright]);
    expect(later).toEqual([]);
  });

  it('is not looked for any more once nobody’s session asks for it', async () => {
    const time = fakeTime();
    const lamp = lampAway('ceiling', time, 0, 60_000);
    const { lights } = open(time, [lamp]);
    void lights.send(dim, 2_000);
    await time.pass(20_000);
    lights.letGo();
    await time.pass(200_000);
    expect(lamp.sent.every(({ at }) => at <= 50_000)).toBe(true);
    lights.again(['ceiling']);
    await time.pass(1_000);
    expect(lamp.sent.at(-1)?.at).toBeLessThanOrEqual(50_000);
    expect(time.waiting()).toBe(0);
  });
});

describe('a lamp that comes back', () => {
  it('is led to where the scene is now, at once', async () => {
    const time = fakeTime();
    const lamp = lampAway('ceiling', time, 0, 100_000);
    const { lights, later } = open(time, [lamp]);
    void lights.send(dim, 600_000);
    await time.pass(100_500);
    lights.again(['ceiling', 'another']);
    await time.pass(100);
    expect(lamp.sent.at(-1)).toEqual({ at: 100_500, scene: dim, fadeMs: 499_500 });
    expect(later).toMatchObject([{ driver: 'ceiling', outcome: sent }]);
  });

  it('after it had taken its message is brought there again, gently', async () => {
    const time = fakeTime();
    const lamp = lampAway('ceiling', time, 0, 0);
    const { lights, later } = open(time, [lamp]);
    void lights.send(dim, 60_000);
    await time.pass(200_000);
    lights.again(['ceiling']);
    await time.pass(100);
    expect(lamp.sent.map(({ fadeMs }) => fadeMs)).toEqual([60_000, 2_000]);
    expect(later).toMatchObject([{ outcome: sent }]);
  });

  it('is full at once where full is what was asked for last', async () => {
    const time = fakeTime();
    const lamp = lampAway('ceiling', time, 0, 5_000);
    const { lights, later } = open(time, [lamp]);
    const told = lights.full(bright);
    await time.pass(1_000);
    expect((await told)[0]?.outcome).toEqual(gone);
    await time.pass(8_000);
    expect(later).toMatchObject([{ outcome: sent }]);
    expect(lamp.sent.at(-1)).toMatchObject({ scene: bright, fadeMs: 0 });
  });
});

describe('full that a lamp did not take', () => {
  it('is not looked for any more where something else was asked for meanwhile', async () => {
    const time = fakeTime();
    const lamp = lampAway('ceiling', time, 0, 3_000);
    const { lights, later } = open(time, [lamp]);
    void lights.full(bright);
    void lights.send(dim, 2_000);
    await time.pass(120_000);
    expect(lamp.sent.every(({ at }) => at < 3_000)).toBe(true);
    expect(later).toEqual([]);
  });

  it('pressed again while it is under way is begun anew where a scene came between', async () => {
    const time = fakeTime();
    const lamp = lampAway('ceiling', time, 0, 0);
    const slow = lampAway('slow', time, 0, 500);
    const { lights } = open(time, [lamp, slow]);
    void lights.full(bright);
    await time.pass(50);
    void lights.send(dim, 2_000);
    const second = lights.full(bright);
    await time.pass(1_000);
    expect((await second).map(({ outcome }) => outcome)).toEqual([sent, sent]);
    expect(lamp.sent.map(({ scene }) => scene)).toEqual([bright, dim, bright]);
    expect(slow.sent.at(-1)?.scene).toEqual(bright);
  });
});

describe('a lamp that took its message and did not arrive', () => {
  it('is led there once more, and told of where that was in vain', async () => {
    const time = fakeTime();
    const lamp = lampAway('dimmer', time, 0, 0);
    const { lights, later } = open(time, [lamp]);
    void lights.send(dim, 1_000);
    await time.pass(5_000);
    lights.lost('dimmer', 'timeout');
    await time.pass(100);
    expect(lamp.sent).toHaveLength(2);
    lights.lost('dimmer', 'timeout');
    await time.pass(60_000);
    expect(lamp.sent).toHaveLength(2);
    expect(later.map(({ outcome }) => outcome)).toEqual([sent, { kind: 'failed', code: 'timeout' }]);
    void lights.send(bright, 1_000);
    await time.pass(5_000);
    lights.lost('dimmer', 'timeout');
    await time.pass(100);
    expect(lamp.sent).toHaveLength(4);
  });
});

describe('other lamps', () => {
  it('join the light of the room, and those that stay are not touched', async () => {
    const time = fakeTime();
    const [stays, goes, comes] = ['stays', 'goes', 'comes'].map((id) => lampAway(id, time, 0, 0));
    const { lights } = open(time, [stays!, goes!]);
    const seen: (readonly string[])[] = [];
    lights.onLamps((lamps) => seen.push(lamps.map(({ id, name }) => `${id}: ${name}`)));
    void lights.send(dim, 60_000);
    await time.pass(20_000);
    lights.replace([stays!, comes!], () => 'new');
    await time.pass(100);
    expect([stays!, goes!, comes!].map((lamp) => lamp.sent.map(({ fadeMs }) => fadeMs))).toEqual([
      [60_000],
      [60_000],
      [40_000],
    ]);
    expect(seen).toEqual([['stays: new', 'comes: new']]);
    void lights.send(bright, 1_000);
    await time.pass(100);
    expect([stays!, goes!, comes!].map((lamp) => lamp.sent.length)).toEqual([2, 1, 2]);
  });

  it('are left as they are before any light was set, and the drivers that go end what they were asked', async () => {
    const time = fakeTime();
    const silent = fakeLamp('silent', time, () => null);
    const comes = lampAway('comes', time, 0, 0);
    const { lights, later } = open(time, [silent]);
    lights.replace([silent, comes]);
    await time.pass(100);
    expect(comes.sent).toEqual([]);
    const asked = lights.send(dim, 1_000);
    await time.pass(100);
    lights.replace([comes]);
    expect((await asked)[0]?.outcome).toEqual({ kind: 'failed', code: 'superseded' });
    expect(silent.givenUp()).toBe(1);
    await time.pass(60_000);
    expect([time.waiting(), later.length]).toEqual([0, 0]);
  });
});

it('a lamp of which a scene says nothing is not sent anything', async () => {
  const time = fakeTime();
  const lamp = {
    ...fakeLamp('task', time, () => ({ afterMs: 1, outcome: sent })),
    capabilities: { ...able, zones: ['task' as const] },
  };
  const { lights } = open(time, [lamp]);
  const outcomes = lights.send({ zones: [{ zone: 'patient', level: 0.2, kelvin: null }] }, 0);
  await time.pass(10);
  expect(await outcomes).toMatchObject([{ driver: 'task', outcome: sent }]);
  expect(lamp.sent).toEqual([]);
});
