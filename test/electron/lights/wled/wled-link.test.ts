import { subscribe } from 'node:diagnostics_channel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lamp, LinkHealth } from '../../../../shared/lights/lamps.ts';
import { roomScene } from '../../../../shared/lights/scene.ts';
import { levelOn } from '../../../../electron/lights/dmx/levels.ts';
import type { LightLink } from '../../../../electron/lights/link.ts';
import { ASK_EVERY_MS, ASK_LOST_MS, openWled } from '../../../../electron/lights/wled/wled-link.ts';
import type { LightDriver, Outcome } from '../../../../electron/lights/port.ts';
import { fakeTime, type FakeTime } from '../../../helpers/fake-time.ts';
import { until } from '../../../helpers/until.ts';
import type { Trouble } from '../../../peers/device-trouble.ts';
import { startWled, type WledPeer } from '../../../peers/wled-strip.ts';
import { bright, dim, sent } from '../fixtures.ts';

const never = new AbortController().signal;
const dark = roomScene(0, null);

let peer: WledPeer;
let time: FakeTime;
let link: LightLink;
let healths: LinkHealth[];
let lost: (readonly [string, string])[];

async function start(segments?: Parameters<typeof startWled>[0]): Promise<void> {
  time = fakeTime();
  healths = [];
  lost = [];
  peer = await startWled({ ...segments, now: () => time.now() });
}

beforeEach(() => start());
afterEach(async () => {
  await link.close();
  await until(() => peer.connections() === 0);
  expect(time.waiting()).toBe(0);
  expect(peer.refused()).toBe(0);
  await peer.close();
});

function lampOf(segment: number | null, more: Partial<Lamp> = {}): Lamp {
  const id = `strip ${segment ?? 'whole'}`;
  const target = { kind: 'wled', segment } as const;
  return {
    id,
    name: id,
    zone: 'room',
    connectionId: 'wled',
    target,
    dims: true,
    kelvin: null,
    minimumLevel: 0,
    gamma: 1,
    ...more,
  };
}

async function open(...lamps: readonly Lamp[]): Promise<readonly LightDriver[]> {
  link = openWled({ kind: 'wled', id: 'wled', name: 'Strip', host: peer.host }, lamps, {
    timers: time,
    wall: () => 1_000_000 + time.now(),
    secret: null,
    onHealth: (health) => healths.push(health),
    onLost: (lampId, code) => lost.push([lampId, code]),
  });
  await until(() => healths.length === 1);
  return link.drivers;
}

const posts = (): readonly unknown[] => peer.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);

/** Requests of this process that wait for the head of their answer. */
const underway = new Set<unknown>();
const requestOf = (message: unknown): unknown => (message as { readonly request: unknown }).request;
subscribe('http.client.request.start', (message) => underway.add(requestOf(message)));
for (const end of ['http.client.response.finish', 'http.client.request.error'])
  subscribe(end, (message) => underway.delete(requestOf(message)));

/** Everything that was asked is answered, and what followed from that as well. */
async function answered(): Promise<void> {
  for (let quiet = 0; quiet < 5; quiet = underway.size === 0 ? quiet + 1 : 0) {
    await until(() => underway.size === 0);
    await time.pass(0);
  }
}

/** Lets time go on in steps, each message answered before the next. */
async function live(ms: number, step: number, each: () => void = () => undefined): Promise<void> {
  for (let gone = 0; gone < ms; gone += step) {
    await time.pass(step);
    const told = healths.length;
    await answered();
    expect(healths.length).toBe(told);
    each();
  }
}

async function code(work: Promise<Outcome>): Promise<string> {
  const outcome = await work.catch((problem: Error) => ({ kind: 'failed' as const, code: problem.message }));
  return outcome.kind === 'failed' ? outcome.code : outcome.kind;
}

describe('a strip', () => {
  it('goes to a level at once, in one message, from wherever it is', async () => {
    const [driver] = await open(lampOf(null));
    expect(await driver!.send(roomScene(0.1, null), 0, never)).toEqual(sent);
    expect(posts()).toEqual([{ on: true, bri: 26, tt: 0 }]);
    expect(peer.shown()).toBe(26);
  });

  it('falls evenly through five minutes, longer than its own fades can be, and is out at the end', async () => {
    const [driver] = await open(lampOf(null, { minimumLevel: 0.02 }));
    const course = { from: 1, to: 0, fadeMs: 300_000, startedAt: 0 };
    await driver!.send(dark, course.fadeMs, never);
    let furthest = 0;
    await live(295_000, 5_000, () => {
      furthest = Math.max(furthest, Math.abs(peer.shown() / 255 - levelOn(course, 0.02, time.now())));
    });
    expect(furthest).toBeLessThan(0.02);
    await live(5_000, 5_000);
    expect([peer.shown(), posts().length, lost]).toEqual([0, 30, []]);
    expect(posts().at(-1)).toEqual({ on: false, tt: 100 });
  });

  it('turns from where it is when a newer scene comes', async () => {
    const [driver] = await open(lampOf(null));
    await driver!.send(dark, 60_000, never);
    await live(30_000, 1_000);
    const middle = peer.shown();
    const turned = driver!.send(bright, 60_000, never);
    await time.pass(100);
    expect(await turned).toEqual(sent);
    await live(2_000, 1_000);
    expect(peer.shown() - middle).toBeGreaterThan(-4);
    expect(peer.shown() - middle).toBeLessThan(20);
    await live(60_000, 1_000);
    expect(peer.shown()).toBe(255);
  });

  it('makes good a message that was lost, and says where it did not arrive', async () => {
    const [driver] = await open(lampOf(null));
    await driver!.send(dark, 10_000, never);
    peer.trouble = ({ method }) => (method === 'POST' && time.now() < 5_000 ? 'hangUp' : null);
    await live(9_000, 1_000);
    expect(peer.shown()).toBeLessThan(10);
    peer.trouble = ({ method }) => (method === 'POST' ? 'garbage' : null);
    void driver!.send(dim, 3_000, never).catch(() => undefined);
    await live(2_000, 1_000);
    peer.trouble = null;
    expect(await driver!.send(dim, 3_000, never)).toEqual(sent);
    peer.trouble = ({ method }) => (method === 'POST' ? 'garbage' : null);
    await live(6_000, 500);
    expect(lost).toEqual([['strip whole', 'strangeReply']]);
  });

  it('is full at once, whatever it was doing', async () => {
    const [driver] = await open(lampOf(null));
    await driver!.send(dark, 60_000, never);
    await live(30_000, 2_000);
    let asked = 0;
    peer.trouble = ({ method }) => (method === 'POST' && (asked += 1) === 1 ? 'overloaded' : null);
    let over = false;
    const full = driver!.full!(bright, never).finally(() => (over = true));
    while (!over) await time.pass(20);
    expect([await full, asked > 1]).toEqual([sent, true]);
    expect(peer.shown()).toBe(255);
    const told = posts().length;
    await live(60_000, 2_000);
    expect([peer.shown(), posts().length]).toEqual([255, told]);
  });

  it.each<[Trouble, string]>([
    ['redirect', 'redirected'],
    ['endless', 'strangeReply'],
    ['otherJson', 'strangeReply'],
    ['missing', 'noSuchLamp'],
    ['tooMany', 'busy'],
  ])('that answers with %s fails as %s', async (trouble, failure) => {
    const [driver] = await open(lampOf(null));
    peer.trouble = ({ method }) => (method === 'POST' ? trouble : null);
    expect(await code(driver!.send(dim, 0, never))).toBe(failure);
  });
});

describe('segments', () => {
  beforeEach(async () => {
    await peer.close();
    await start({
      segments: [
        { name: 'Floor', can: 7 },
        { name: null, can: 1 },
      ],
    });
  });

  it('are led one by one; a dark one leaves the others alone', async () => {
    const [floor, other] = await open(lampOf(0, { kelvin: { min: 2_000, max: 6_000 } }), lampOf(1));
    await floor!.send(roomScene(0.5, 2_700), 0, never);
    const off = other!.send(dark, 0, never);
    await time.pass(100);
    expect(await off).toEqual(sent);
    expect(peer.segments).toMatchObject([
      { on: true, bri: 128, cct: 2_700 },
      { on: false, bri: 255 },
    ]);
    expect(peer.shown()).toBe(255);
  });

  it('are found beside the whole strip', async () => {
    await open();
    const found = await link.find(never);
    expect(found.map(({ name, target, kelvin }) => [name, target, kelvin])).toEqual([
      ['Strip behind the couch', { kind: 'wled', segment: null }, null],
      ['Strip behind the couch · Floor', { kind: 'wled', segment: 0 }, { min: 1_900, max: 10_000 }],
      ['Strip behind the couch · 2', { kind: 'wled', segment: 1 }, null],
    ]);
  });

  it('that are gone are no lamps', async () => {
    const [gone] = await open(lampOf(7));
    expect(await code(gone!.send(dim, 0, never))).toBe('noSuchLamp');
  });
});

describe('the health of a strip', () => {
  it('is asked every half minute, and every five seconds where it is lost', async () => {
    await open();
    expect(healths).toEqual([{ kind: 'ok' }]);
    peer.trouble = () => 'hangUp';
    await time.pass(ASK_EVERY_MS);
    await until(() => healths.length === 2);
    expect(healths[1]).toEqual({ kind: 'lost', since: 1_030_000, code: 'unreachable' });
    peer.trouble = () => 'silence';
    await time.pass(ASK_LOST_MS);
    await until(() => time.waiting() === 1);
    await time.pass(4_000);
    await until(() => healths.length === 3);
    expect(healths[2]).toEqual({ kind: 'lost', since: 1_030_000, code: 'timeout' });
    peer.trouble = null;
    await until(() => time.waiting() === 1);
    await time.pass(ASK_LOST_MS);
    await until(() => healths.length === 4);
    expect(link.health()).toEqual({ kind: 'ok' });
  });
});
