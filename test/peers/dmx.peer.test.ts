import { Sender } from 'sacn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection, ConnectionOf, Lamp, LinkHealth } from '../../shared/lights/lamps.ts';
import { roomScene, type Scene } from '../../shared/lights/scene.ts';
import { openArtNet } from '../../electron/lights/dmx/art-net.ts';
import { openSacn } from '../../electron/lights/dmx/sacn.ts';
import type { LightLink, LinkParts } from '../../electron/lights/link.ts';
import { systemTimers } from '../../electron/lights/timers.ts';
import { startOlad, type Olad } from './olad.ts';
import { ownNetwork } from './own-network.ts';
import { Expected, sheetSteps } from './sheet-course.ts';
import { closer, pause } from './sound-server.ts';

const close = closer();
let olad: Olad;
beforeAll(async () => {
  olad = await startOlad(close, { artNet: [2], sacn: [3, 4, 5, 6] });
}, 60_000);
afterAll(() => close.all(), 60_000);

const lamp = (id: string, channel: number, wide = false): Lamp => ({
  id,
  name: id,
  zone: 'room',
  connectionId: 'node',
  target: { kind: 'dmx', channel, wide },
  dims: true,
  kelvin: null,
  minimumLevel: 0,
  gamma: 1,
});

const parts = (onHealth: (health: LinkHealth) => void = () => undefined): LinkParts => ({
  timers: systemTimers,
  wall: Date.now,
  secret: null,
  onHealth,
  onLost: (id, code) => {
    throw new Error(`${id} did not arrive: ${code}`);
  },
});

const common = { name: 'Peer', frameRate: 40 };
const multicast = (universe: number, priority = 100): ConnectionOf<'sacn'> => ({
  ...{ ...common, kind: 'sacn', id: `multicast ${universe}`, host: null, from: olad.network.ours },
  ...{ universe, priority },
});
const unicast = (universe: number): ConnectionOf<'sacn'> => ({
  ...{ ...common, kind: 'sacn', id: `unicast ${universe}`, host: olad.network.theirs, from: null },
  ...{ universe, priority: 100 },
});
const artNet = (universe: number): ConnectionOf<'artnet'> => ({
  ...{ ...common, kind: 'artnet', id: `art-net ${universe}`, host: olad.network.theirs, universe },
});

function open(connection: Connection, lamps: readonly Lamp[], given = parts()): LightLink {
  if (connection.kind === 'sacn') return openSacn(connection, lamps, given);
  if (connection.kind === 'artnet') return openArtNet(connection, lamps, given);
  throw new Error(connection.kind);
}

const send = (link: LightLink, scene: Scene, fadeMs: number) =>
  Promise.all(link.drivers.map((driver) => driver.send(scene, fadeMs, new AbortController().signal)));

/** Looks until it holds; fails after ten seconds. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return;
    await pause(20);
  }
  throw new Error('It does not hold after ten seconds.');
}

/** From a frame's moment until it is read back, ms: frames are 25 ms apart, and two machines' worth of programs run. */
const LAG_MS = 100;
const LOOK_EVERY_MS = 40;

describe.concurrent('olad', () => {
  it('has the levels of a whole sheet of 50 minutes at sixty times its pace, to 1/255', { timeout: 90_000 }, async () => {
    const lamps = [lamp('narrow', 1), lamp('wide', 10, true)];
    const ways = [
      { universe: 2, link: open(artNet(2), lamps) },
      { universe: 3, link: open(multicast(3), lamps) },
      { universe: 4, link: open(unicast(4), lamps) },
    ];
    const begun = performance.now();
    const expected = new Expected(begun);
    for (const { link } of ways) await send(link, roomScene(1, null), 0);
    await pause(200);

    let over = false;
    const wrong: string[] = [];
    const seen = new Map(ways.map(({ universe }) => [universe, new Set<number>()]));
    let looks = 0;
    const look = async (universe: number): Promise<void> => {
      const from = performance.now() - LAG_MS;
      const slots = await olad.read(universe);
      const to = performance.now();
      const levels = Array.from({ length: 21 }, (_, share) => expected.level(from + ((to - from) * share) / 20) * 255);
      const narrow = slots[0] ?? -1;
      const wide = ((slots[9] ?? -1) * 256 + (slots[10] ?? -1)) / 257;
      looks += 1;
      seen.get(universe)?.add(narrow);
      for (const number of [narrow, wide]) {
        if (number < Math.min(...levels) - 1 || number > Math.max(...levels) + 1) {
          wrong.push(`${universe}: ${number}, not ${Math.min(...levels)} to ${Math.max(...levels)}, at ${to - begun} ms`);
        }
      }
    };
    const watching = (async () => {
      while (!over) {
        for (const { universe } of ways) await look(universe);
        await pause(LOOK_EVERY_MS);
      }
    })();
    const startedAt = performance.now();
    let last = startedAt;
    for (const step of sheetSteps()) {
      await pause(Math.max(0, startedAt + step.atMs - performance.now()));
      last = performance.now();
      expected.sent(step, last);
      const outcomes = await Promise.all(ways.map(({ link }) => send(link, step.scene, step.fadeMs)));
      expect(outcomes.flat().every(({ kind }) => kind === 'sent')).toBe(true);
    }
    await pause(2500);
    over = true;
    await watching;
    for (const { link } of ways) await link.close();

    expect(last - startedAt).toBeGreaterThanOrEqual(50_000);
    expect(wrong).toEqual([]);
    expect(looks).toBeGreaterThan(1000);
    for (const numbers of seen.values()) expect(numbers.size).toBeGreaterThan(40);
  });

  it('sees a stream end when its connection is closed', async () => {
    const link = open(multicast(5), [lamp('one', 7)]);
    await send(link, roomScene(0.5, null), 0);
    await until(async () => (await olad.read(5))[6] === 128);
    const ended = /sent a termination for universe 5/;
    expect(olad.network.said()).not.toMatch(ended);
    await link.close();
    await until(() => ended.test(olad.network.said()));
  });

  it('follows the source of the higher priority, and comes back to us when it goes', async () => {
    const link = open(multicast(6), [lamp('one', 1)]);
    await send(link, roomScene(0.2, null), 0);
    await until(async () => (await olad.read(6))[0] === 51);
    const other = (priority: number, cid: string): Sender =>
      new Sender({
        universe: 6,
        useUnicastDestination: olad.network.theirs,
        minRefreshRate: 40,
        defaultPacketOptions: { priority, useRawDmxValues: true, sourceName: 'a desk', cid: Buffer.alloc(16, cid) },
      });
    const lower = other(50, 'lower');
    await lower.send({ payload: { 1: 222 } });
    await pause(500);
    expect((await olad.read(6))[0]).toBe(51);
    lower.close();
    const higher = other(150, 'higher');
    await higher.send({ payload: { 1: 222 } });
    await until(async () => (await olad.read(6))[0] === 222);
    await pause(500);
    expect((await olad.read(6))[0]).toBe(222);
    higher.close();
    await until(async () => (await olad.read(6))[0] === 51);
    await link.close();
  });
});

it.concurrent('a cable that is pulled is told as lost, and as found again once it is back', async () => {
  const network = await ownNetwork(close, () => ['sleep', '120']);
  const told: string[] = [];
  const connection: Connection = { ...unicast(1), host: `${network.theirs}:5568`, from: network.ours };
  const tolerant = { ...parts((health) => told.push(health.kind)), onLost: () => undefined };
  const link = open({ ...connection, host: null }, [lamp('one', 1)], tolerant);
  await send(link, roomScene(1, null), 0);
  expect(told).toEqual(['unanswered']);
  network.plug('down');
  await until(() => told.length === 2);
  expect(link.health()).toMatchObject({ kind: 'lost', code: 'noNetwork' });
  expect(await send(link, roomScene(0.5, null), 0)).toEqual([{ kind: 'failed', code: 'noNetwork' }]);
  network.plug('up');
  await until(() => told.length === 3);
  expect(told).toEqual(['unanswered', 'lost', 'unanswered']);
  await link.close();
});
