import { describe, expect, it } from 'vitest';
import { roomScene } from '../../../shared/lights/scene.ts';
import { byHandDriver, type DimmerPrompt } from '../../../electron/lights/by-hand-driver.ts';
import { LightError } from '../../../electron/lights/limited.ts';
import { createLights, SEND_LIMIT_MS } from '../../../electron/lights/lights.ts';
import type { LightDriver } from '../../../electron/lights/port.ts';
import { screenDriver } from '../../../electron/lights/screen-driver.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { bright, dim, fakeLamp, sent } from './fixtures.ts';

const quick = (): { afterMs: number; outcome: typeof sent } => ({ afterMs: 10, outcome: sent });

function roomOf(time: ReturnType<typeof fakeTime>, drivers: readonly LightDriver[]) {
  return createLights({ drivers, timers: time, sendLimitMs: SEND_LIMIT_MS });
}

/** The moment at which a promise is settled, in fake time. */
async function settledAt<T>(
  time: ReturnType<typeof fakeTime>,
  work: Promise<T>,
  limitMs: number,
): Promise<readonly [number, T]> {
  const begun = time.now();
  const done = work.then((value) => [time.now() - begun, value] as const);
  for (let at = 0; at < limitMs; at += 5) await time.pass(5);
  return done;
}

describe('send', () => {
  it('sends to all lamps at once and gives each its own outcome', async () => {
    const time = fakeTime();
    const lamps = [
      fakeLamp('good', time, quick),
      fakeLamp('saying no', time, () => ({ afterMs: 20, outcome: { kind: 'failed', code: 'busy' } })),
      fakeLamp('throwing', time, () => new Error('socket')),
      fakeLamp('naming', time, () => new LightError('unpaired')),
      fakeLamp('silent', time, () => null),
    ];
    const [, outcomes] = await settledAt(time, roomOf(time, lamps).send(dim, 0), 20_000);
    expect(outcomes.map(({ driver, outcome }) => ({ driver, outcome }))).toEqual([
      { driver: 'good', outcome: { kind: 'sent' } },
      { driver: 'saying no', outcome: { kind: 'failed', code: 'busy' } },
      { driver: 'throwing', outcome: { kind: 'failed', code: 'unreachable' } },
      { driver: 'naming', outcome: { kind: 'failed', code: 'unpaired' } },
      { driver: 'silent', outcome: { kind: 'timeout' } },
    ]);
    expect(lamps.map((lamp) => lamp.sent[0]?.at)).toEqual([0, 0, 0, 0, 0]);
    expect(lamps.map((lamp) => lamp.givenUp() > 0)).toEqual([false, true, true, true, true]);
    expect(outcomes[0]?.tookMs).toBe(10);
  });

  it('gives up each message after five seconds', async () => {
    const time = fakeTime();
    const lamp = fakeLamp('silent', time, () => null);
    void roomOf(time, [lamp]).send(dim, 0);
    await time.pass(4_999);
    expect(lamp.givenUp()).toBe(0);
    await time.pass(1);
    expect(lamp.givenUp()).toBe(1);
  });

  it('lets a newer scene overtake one that hangs', async () => {
    const time = fakeTime();
    const lamp = fakeLamp('slow', time, (number) => (number === 0 ? null : quick()));
    const lights = roomOf(time, [lamp]);
    const first = lights.send(dim, 1000);
    await time.pass(100);
    const second = lights.send(bright, 1000);
    await time.pass(100);
    expect((await first)[0]?.outcome).toEqual({ kind: 'failed', code: 'superseded' });
    expect((await second)[0]?.outcome).toEqual({ kind: 'sent' });
    expect(lamp.givenUp()).toBe(1);
  });

  it('leaves no timer behind, also where a lamp that is gone was tried again', async () => {
    const time = fakeTime();
    const lights = roomOf(time, [fakeLamp('good', time, quick), fakeLamp('bad', time, () => new Error('x'))]);
    void lights.send(dim, 0);
    await time.pass(50);
    expect(time.waiting()).toBe(1);
    lights.replace([]);
    await time.pass(0);
    expect(time.waiting()).toBe(0);
  });
});

describe('full', () => {
  it('tries three times, a quarter of a second each, and is over within a second', async () => {
    const time = fakeTime();
    const lamps = [
      fakeLamp('good', time, quick),
      fakeLamp('third time', time, (number) => (number < 2 ? null : quick())),
      fakeLamp('dead', time, () => null),
    ];
    const [took, outcomes] = await settledAt(time, roomOf(time, lamps).full(bright), 1500);
    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(['sent', 'sent', 'timeout']);
    expect(took).toBeLessThanOrEqual(750);
    expect(lamps.map((lamp) => lamp.sent.map(({ at }) => at))).toEqual([[0], [0, 250, 500], [0, 250, 500]]);
    expect(lamps[0]?.sent[0]).toMatchObject({ scene: bright, fadeMs: 0 });
  });

  it('wins over a send that hangs, without waiting for it', async () => {
    const time = fakeTime();
    const lamp = fakeLamp('slow', time, (number) => (number === 0 ? null : quick()));
    const lights = roomOf(time, [lamp]);
    const cue = lights.send(dim, 60_000);
    await time.pass(1000);
    const [took, outcomes] = await settledAt(time, lights.full(bright), 200);
    expect(took).toBe(10);
    expect(outcomes[0]?.outcome).toEqual(sent);
    expect((await cue)[0]?.outcome).toEqual({ kind: 'failed', code: 'superseded' });
  });

  it('refuses what comes while it is under way, and lets scenes through again afterwards', async () => {
    const time = fakeTime();
    const lamp = fakeLamp('slow', time, () => ({ afterMs: 200, outcome: sent }));
    const lights = roomOf(time, [lamp]);
    const full = lights.full(bright);
    await time.pass(50);
    expect((await lights.send(dim, 1000))[0]?.outcome).toEqual({ kind: 'failed', code: 'superseded' });
    await time.pass(200);
    expect((await full)[0]?.outcome).toEqual(sent);
    const later = lights.send(dim, 60_000);
    await time.pass(250);
    expect((await later)[0]?.outcome).toEqual(sent);
    expect(lamp.sent.map(({ scene }) => scene)).toEqual([bright, dim]);
  });

  it('asked for twice is carried out once: what is under way is not begun anew', async () => {
    const time = fakeTime();
    const lamp = fakeLamp('slow', time, (number) => (number === 0 ? null : quick()));
    const lights = roomOf(time, [lamp]);
    const first = lights.full(bright);
    await time.pass(100);
    const second = lights.full(bright);
    await time.pass(200);
    expect((await first)[0]).toEqual({ driver: 'slow', name: null, outcome: sent, tookMs: 260 });
    expect(await second).toEqual(await first);
    expect(lamp.sent.map(({ at }) => at)).toEqual([0, 250]);
    const later = lights.send(dim, 0);
    await time.pass(50);
    expect((await later)[0]?.outcome).toEqual(sent);
  });
});

describe('the drivers of a room without lamps', () => {
  it('leads the screen with one push', async () => {
    const pushed: unknown[] = [];
    const time = fakeTime();
    const lights = roomOf(time, [screenDriver((scene, fadeMs) => pushed.push([scene, fadeMs]) > 0)]);
    expect(await lights.send(roomScene(0.1, 2200), 60_000)).toEqual([
      { driver: 'screen', name: null, outcome: sent, tookMs: 0 },
    ]);
    expect(pushed).toEqual([
      [{ zones: ['room', 'patient', 'task', 'floor'].map((zone) => ({ zone, level: 0.1, kelvin: 2200 })) }, 60_000],
    ]);
  });

  it('asks the nurse to dim, and says so when no screen could show it', async () => {
    const prompts: DimmerPrompt[] = [];
    const time = fakeTime();
    const shown = byHandDriver((prompt) => prompts.push(prompt) > 0);
    const hidden = byHandDriver(() => false);
    const [, outcomes] = await settledAt(time, roomOf(time, [shown, hidden]).send(dim, 0), 20_000);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([sent, { kind: 'failed', code: 'noScreen' }]);
    expect(prompts).toEqual([{ level: 0.1, fadeMs: 0 }]);
  });
});
