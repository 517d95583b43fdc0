import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLights, SEND_LIMIT_MS, type Lights } from '../../../../electron/lights/lights.ts';
import type { LightDriver, Outcome } from '../../../../electron/lights/port.ts';
import type { Lamp } from '../../../../shared/lights/lamps.ts';
import { roomScene } from '../../../../shared/lights/scene.ts';
import { fakeTime, type FakeTime } from '../../../helpers/fake-time.ts';
import { until } from '../../../helpers/until.ts';
import type { Trouble } from '../../../peers/device-trouble.ts';
import { startHueBridge, type HueBridgePeer } from '../../../peers/hue-bridge.ts';
import { smallHome } from '../../../peers/hue-home.ts';
import { bright, dim, sent } from '../fixtures.ts';
import { hueLamp, openedHue, type OpenedHue } from './fixtures.ts';

const never = new AbortController().signal;
const dark = roomScene(0, null);

let peer: HueBridgePeer;
let time: FakeTime;
let opened: OpenedHue;

beforeEach(async () => {
  peer = await startHueBridge({ home: smallHome(4) });
  time = fakeTime();
});

afterEach(async () => {
  await opened.link.close();
  await until(() => peer.connections() === 0);
  expect(time.waiting()).toBe(0);
  await peer.close();
});

function open(lamps: readonly Lamp[] = peer.home.lights.map((light) => hueLamp(light))): readonly LightDriver[] {
  opened = openedHue(peer, lamps, time);
  return opened.link.drivers;
}

const puts = (): readonly string[] =>
  peer.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path.split('/').at(-2)!);

async function code(work: Promise<Outcome>): Promise<string> {
  const outcome = await work.catch((problem: Error) => ({ kind: 'failed' as const, code: problem.message }));
  return outcome.kind === 'failed' ? outcome.code : outcome.kind;
}

describe('a lamp on a Hue bridge', () => {
  it('takes a fade in one message, in its own brightness and white', async () => {
    const [light] = peer.home.lights;
    const [driver] = open([hueLamp(light!, { kelvin: { min: 2200, max: 6500 }, gamma: 2 })]);
    expect(await driver!.send(roomScene(0.5, 2700), 60_000, never)).toEqual(sent);
    expect(light).toMatchObject({ on: true, brightness: 25, mirek: 370, fadeMs: 60_000 });
    const off = driver!.send(dark, 30_000, never);
    await time.pass(100);
    expect(await off).toEqual(sent);
    expect(light).toMatchObject({ on: false, fadeMs: 30_000 });
    expect(peer.requests.filter(({ method }) => method === 'PUT')).toHaveLength(2);
  });

  it('can be a whole room, at one command a second', async () => {
    const target = { kind: 'hue', resource: 'grouped_light', rid: peer.home.groups[0]!.grouped } as const;
    const [driver] = open([hueLamp(peer.home.lights[0]!, { target })]);
    await driver!.send(dim, 1_000, never);
    expect(peer.home.lights.map(({ brightness }) => brightness)).toEqual([10, 10, 10, 100]);
    const second = driver!.send(bright, 1_000, never);
    await time.pass(999);
    expect(puts()).toEqual(['grouped_light']);
    await time.pass(1);
    expect(await second).toEqual(sent);
  });

  it('that is out of reach is told as such, while its neighbour goes on', async () => {
    peer.home.lights[0]!.reachable = false;
    const [gone, there] = open();
    expect(await code(gone!.send(dim, 0, never))).toBe('lampOutOfReach');
    const next = there!.send(dim, 0, never);
    await time.pass(100);
    expect(await next).toEqual(sent);
  });

  it('that the bridge does not know is no lamp', async () => {
    const rid = '00000000-0000-4000-8000-00000000abcd';
    const [driver] = open([hueLamp(peer.home.lights[0]!, { target: { kind: 'hue', resource: 'light', rid } })]);
    expect(await code(driver!.send(dim, 0, never))).toBe('noSuchLamp');
  });

  it.each<[Trouble, string]>([
    ['tooMany', 'busy'],
    ['redirect', 'redirected'],
    ['garbage', 'strangeReply'],
    ['endless', 'strangeReply'],
    ['forbidden', 'notAllowed'],
  ])('whose bridge answers with %s fails as %s, and works again after it', async (trouble, failure) => {
    const [driver] = open();
    peer.trouble = ({ method }) => (method === 'PUT' ? trouble : null);
    expect(await code(driver!.send(dim, 0, never))).toBe(failure);
    peer.trouble = null;
    const again = driver!.send(dim, 0, never);
    await time.pass(1_000);
    expect(await again).toEqual(sent);
  });

  it('is told nothing by an app without a key', async () => {
    opened = openedHue(peer, [hueLamp(peer.home.lights[0]!)], time, null);
    expect(await code(opened.link.drivers[0]!.send(dim, 0, never))).toBe('notPaired');
    await until(() => opened.healths.length === 1);
    expect(opened.healths).toEqual([{ kind: 'lost', since: 1_000_000, code: 'notPaired' }]);
    expect(peer.requests).toEqual([]);
  });
});

describe('full', () => {
  it('goes before everything that waits and aborts what hangs', async () => {
    const drivers = open();
    await until(() => peer.streams() === 1);
    peer.trouble = ({ method }) => (method === 'PUT' ? 'silence' : null);
    const cue = drivers.map((driver) => code(driver.send(dim, 60_000, never)));
    await until(() => puts().length === 1);
    peer.trouble = null;
    const outcomes = await Promise.all(drivers.map((driver) => driver.full!(bright, never)));
    expect(outcomes).toEqual([sent, sent, sent, sent]);
    expect(await Promise.all(cue)).toEqual(['superseded', 'superseded', 'superseded', 'superseded']);
    expect(peer.home.lights.map(({ brightness, fadeMs }) => [brightness, fadeMs])).toEqual([
      [100, 0],
      [100, 0],
      [100, 0],
      [100, null],
    ]);
    expect(puts()).toHaveLength(5);
    expect(time.now()).toBe(0);
  });

  it('asks a busy bridge again until it takes it', async () => {
    const [driver] = open();
    let refused = 0;
    peer.trouble = ({ method }) => (method === 'PUT' && (refused += 1) <= 2 ? 'tooMany' : null);
    let over = false;
    const full = driver!.full!(bright, never).finally(() => (over = true));
    await until(() => refused === 1);
    while (!over) await time.pass(20);
    expect([await full, refused > 2]).toEqual([sent, true]);
  });

  describe('with twenty lamps, half of them out of reach and a fade under way', () => {
    async function begin(): Promise<{ readonly lights: Lights; readonly cue: Promise<unknown> }> {
      await peer.close();
      peer = await startHueBridge({ home: smallHome(20) });
      for (const light of peer.home.lights.slice(10)) light.reachable = false;
      const drivers = open();
      const lights = createLights({ drivers, timers: time, sendLimitMs: SEND_LIMIT_MS });
      const cue = lights.send(dim, 60_000);
      await until(() => puts().length === 1);
      return { lights, cue };
    }
    const reached = (): number =>
      peer.home.lights.filter(({ brightness, fadeMs }) => brightness === 100 && fadeMs === 0).length;

    it('reaches those that are there as fast as the bridge answers, and names the others in time', async () => {
      const { lights, cue } = await begin();
      let over = false;
      const full = lights.full(bright).finally(() => (over = true));
      await until(() => reached() === 10);
      expect(time.now()).toBe(0);
      while (!over) await time.pass(10);
      expect(time.now()).toBeLessThanOrEqual(750);
      const outcomes = (await full).map(({ outcome }) => (outcome.kind === 'failed' ? outcome.code : outcome.kind));
      expect(outcomes).toEqual([
        ...Array.from({ length: 10 }, () => 'sent'),
        ...Array.from({ length: 10 }, () => 'lampOutOfReach'),
      ]);
      lights.replace([]);
      await cue;
    });

    it('is over after three quarters of a second where the bridge does not answer for them', async () => {
      const { lights, cue } = await begin();
      const out = new Set(peer.home.lights.slice(10).map(({ rid }) => rid));
      peer.trouble = ({ path }) => (out.has(path.split('/').at(-1)!) ? 'silence' : null);
      const full = lights.full(bright);
      await until(() => reached() === 10);
      await time.pass(750);
      const outcomes = (await full).map(({ outcome }) => (outcome.kind === 'failed' ? outcome.code : outcome.kind));
      expect(outcomes).toEqual([
        ...Array.from({ length: 10 }, () => 'sent'),
        ...Array.from({ length: 10 }, () => 'timeout'),
      ]);
      expect(time.now()).toBe(750);
      lights.replace([]);
      await cue;
    });
  });
});

describe('the health of a bridge', () => {
  it('is that of its event stream, which is opened again with growing pauses', async () => {
    open([]);
    await until(() => opened.healths.length === 1);
    peer.trouble = () => 'overloaded';
    peer.dropStreams();
    await until(() => opened.healths.length === 2);
    expect(opened.link.health()).toEqual({ kind: 'lost', since: 1_000_000, code: 'unreachable' });
    const tries = (): number => peer.requests.filter(({ path }) => path.startsWith('/eventstream')).length;
    for (const [pauseMs, already] of [
      [1_000, 1],
      [2_000, 2],
      [4_000, 3],
    ] as const) {
      await until(() => time.waiting() === 1);
      await time.pass(pauseMs - 1);
      expect(tries()).toBe(already);
      await time.pass(1);
      await until(() => tries() === already + 1);
    }
    await until(() => time.waiting() === 1);
    expect(opened.link.health()).toEqual({ kind: 'lost', since: 1_000_000, code: 'busy' });
    peer.trouble = null;
    await time.pass(8_000);
    await until(() => opened.link.health().kind === 'ok');
  });

  it('is lost where the bridge falls silent, and where its certificate is another', async () => {
    open([]);
    await until(() => opened.healths.length === 1);
    peer.trouble = () => 'silence';
    await time.pass(30_000);
    await until(() => peer.requests.length === 2);
    await time.pass(8_000);
    await until(() => opened.link.health().kind === 'lost');
    expect(opened.healths.at(-1)).toEqual({ kind: 'lost', since: 1_038_000, code: 'timeout' });
    peer.changeCertificate();
    peer.trouble = null;
    await until(() => time.waiting() === 1);
    await time.pass(1_000);
    await until(() => opened.healths.length === 3);
    expect(opened.healths.at(-1)).toEqual({ kind: 'lost', since: 1_038_000, code: 'certificateChanged' });
    expect(peer.requests).toHaveLength(2);
  });

  it.each([
    ['a line without an end', () => peer.say('x'.repeat(600_000))],
    ['more than any home has to tell', () => peer.say(`${': '.repeat(100)}\n`.repeat(25_000))],
  ])('is lost where the stream brings %s', async (_, bring) => {
    open([]);
    await until(() => peer.streams() === 1 && opened.healths.length === 1);
    bring();
    await until(() => opened.healths.length === 2);
    expect(opened.healths.at(-1)).toMatchObject({ kind: 'lost', code: 'strangeReply' });
  });

  it('stays where the stream brings what nobody understands', async () => {
    open([]);
    await until(() => peer.streams() === 1 && opened.healths.length === 1);
    peer.say('data: {"not": "a list"}\n\ndata: [[[\n\nid\n\u0000\n');
    peer.report([{ id: 'no id', type: 7 }]);
    await time.pass(30_000);
    await until(() => peer.requests.length === 2 && time.waiting() === 1);
    expect(opened.healths).toEqual([{ kind: 'ok' }]);
  });
});

describe('finding', () => {
  it('lists rooms and zones, then lights, with what they can', async () => {
    open([]);
    const found = await opened.link.find(never);
    expect(found.map(({ name, dims, kelvin }) => [name, dims, kelvin])).toEqual([
      ['Ceiling', true, { min: 2203, max: 5000 }],
      ['Treatment room', true, { min: 2203, max: 5000 }],
      ['Lamp 1', true, { min: 2000, max: 6535 }],
      ['Lamp 2', true, { min: 2203, max: 5000 }],
      ['Lamp 3', true, null],
      ['Plug by the door', false, null],
    ]);
    const { lights, groups } = peer.home;
    expect(found[0]?.target).toEqual({ kind: 'hue', resource: 'grouped_light', rid: groups[1]!.grouped });
    expect(found[2]?.target).toEqual({ kind: 'hue', resource: 'light', rid: lights[0]!.rid });
  });

  it('says why it cannot', async () => {
    open([]);
    peer.trouble = () => 'otherJson';
    await expect(opened.link.find(never)).rejects.toThrow('strangeReply');
  });
});
