import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LightDriver } from '../../../../electron/lights/port.ts';
import { SETTLE_MS } from '../../../../electron/lights/hue/truth.ts';
import { fakeTime, type FakeTime } from '../../../helpers/fake-time.ts';
import { until } from '../../../helpers/until.ts';
import { startHueBridge, type HueBridgePeer } from '../../../peers/hue-bridge.ts';
import { dim } from '../fixtures.ts';
import { hueLamp, openedHue, type OpenedHue } from './fixtures.ts';

const never = new AbortController().signal;
const FADE_MS = 10_000;

let peer: HueBridgePeer;
let time: FakeTime;
let opened: OpenedHue;
let driver: LightDriver;

beforeEach(async () => {
  peer = await startHueBridge();
  time = fakeTime();
  opened = openedHue(peer, [hueLamp(peer.home.lights[0]!)], time);
  driver = opened.link.drivers[0]!;
  await until(() => peer.streams() === 1 && opened.healths.length === 1);
  await driver.send(dim, FADE_MS, never);
});

afterEach(async () => {
  await opened.link.close();
  await until(() => peer.connections() === 0);
  expect(time.waiting()).toBe(0);
  await peer.close();
});

const looks = (): number =>
  peer.requests.filter(({ method, path }) => method === 'GET' && path.includes('/light/')).length;

/** Somebody, or something, changes the lamp; `told` is what the stream says of it. */
async function change(on: boolean, brightness: number, told = { on, brightness }): Promise<void> {
  const light = peer.home.lights[0]!;
  Object.assign(light, { on, brightness });
  peer.report([{ id: light.rid, type: 'light', on: { on: told.on }, dimming: { brightness: told.brightness } }]);
  // The stream has been read as far as this: a round trip on another connection, twice.
  await opened.link.find(never);
  await opened.link.find(never);
}

/** The fade ends and the lamp is looked at. */
async function settle(): Promise<void> {
  await time.pass(FADE_MS + SETTLE_MS);
}

describe('a lamp that took its message', () => {
  it('and is there is not asked', async () => {
    await settle();
    await opened.link.find(never);
    expect([opened.lost, looks()]).toEqual([[], 0]);
  });

  it('and is somewhere else after its fade is told as such, once', async () => {
    await change(true, 80);
    await settle();
    await until(() => opened.lost.length === 1);
    expect(opened.lost).toEqual([['Lamp 1', 'notThere']]);
    await change(true, 90);
    await settle();
    expect(opened.lost).toHaveLength(1);
  });

  it('and went out meanwhile is told as such', async () => {
    await change(false, 10);
    await settle();
    await until(() => opened.lost.length === 1);
  });

  it('and of which the stream told only what was on the way is believed by the bridge’s own word', async () => {
    await change(true, 10, { on: true, brightness: 60 });
    await settle();
    await until(() => looks() === 1);
    await opened.link.find(never);
    expect(opened.lost).toEqual([]);
  });

  it('and was led elsewhere by a newer one is judged by that', async () => {
    await change(true, 80);
    const newer = driver.send(dim, FADE_MS, never);
    await time.pass(100);
    await newer;
    await settle();
    await opened.link.find(never);
    expect(opened.lost).toEqual([]);
  });
});
