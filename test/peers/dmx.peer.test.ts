import { Sender } from 'sacn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection, ConnectionOf, Lamp, LinkHealth } from '../../shared/lights/lamps.ts';
import { plannedLight, plannedScenes } from '../../shared/cues/planned.ts';
import { PREVIEW_RATE, previewSpan } from '../../shared/cues/preview-run.ts';
import { zoneOf } from '../../shared/lights/level-at.ts';
import { roomScene, type Scene } from '../../shared/lights/scene.ts';
import { defaultProtocol } from '../../shared/protocol/default-protocol.ts';
import { createCuePreview } from '../../electron/lights/cue-preview.ts';
import { openArtNet } from '../../electron/lights/dmx/art-net.ts';
import { openSacn } from '../../electron/lights/dmx/sacn.ts';
import type { LightLink, LinkParts } from '../../electron/lights/link.ts';
import { createLights, SEND_LIMIT_MS } from '../../electron/lights/lights.ts';
import { systemTimers } from '../../electron/lights/timers.ts';
import { watchLights } from '../../electron/lights/watched.ts';
import { startOlad, type Olad } from './olad.ts';
import { QLC_ART_NET_UNIVERSE, QLC_SACN_UNIVERSE, startQlcPlus, type QlcPlus } from './qlcplus.ts';
import { ownNetwork } from './own-network.ts';
import { Expected, sheetSteps } from './sheet-course.ts';
import { closer, pause } from './sound-server.ts';

const close = closer();
let olad: Olad;
let qlc: QlcPlus;
beforeAll(async () => {
  olad = await startOlad(close, { artNet: [2], sacn: [3, 4, 5, 6, 7] });
  qlc = await startQlcPlus(close);
});
afterAll(() => close.all());

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
const multicast = (universe: number, from = olad.network.ours): ConnectionOf<'sacn'> => ({
  ...{ ...common, kind: 'sacn', id: `multicast ${universe}`, host: null, from },
  ...{ universe, priority: 100 },
});
const unicast = (universe: number): ConnectionOf<'sacn'> => ({
  ...{ ...common, kind: 'sacn', id: `unicast ${universe}`, host: olad.network.theirs, from: null },
  ...{ universe, priority: 100 },
});
const artNet = (universe: number, host = olad.network.theirs): ConnectionOf<'artnet'> => ({
  ...{ ...common, kind: 'artnet', id: `art-net ${universe}`, host, universe },
});

function open(connection: Connection, lamps: readonly Lamp[], given = parts()): LightLink {
  if (connection.kind === 'sacn') return openSacn(connection, lamps, given);
  if (connection.kind === 'artnet') return openArtNet(connection, lamps, given);
  throw new Error(connection.kind);
}

const send = (link: LightLink, scene: Scene, fadeMs: number) =>
  Promise.all(link.drivers.map((driver) => driver.send(scene, fadeMs, new AbortController().signal)));

/** Looks until it holds; fails after a minute. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < 60_000; await pause(20)) if (await holds()) return;
  throw new Error('It does not hold after a minute.');
}

/**
 * A number read back is one that the sheet had so long before, ms, to 1/255: always within the first, however busy the
 * machine is with our own process, olad and QLC+, and in 19 of 20 looks within the second.
 */
const LAG = { always: 1000, usual: 100 } as const;
const LOOK_EVERY_MS = 40;
/** Where our own process, which sends, or who is looked at stood still for longer, the looks of the next second say nothing. */
const STANDSTILL_MS = 500;

/** Tells whether somebody stood still a moment ago: this process, by a beat of its own, or who said nothing meanwhile. */
function standstills() {
  let beat = performance.now();
  let ours = -Infinity;
  const theirs = new Map<string, { heard: number; stood: number }>();
  const beating = setInterval(() => (beat = performance.now()), 20);
  return {
    end: () => clearInterval(beating),
    /** @param from when it was asked; null where it speaks by itself */
    lately: (who: string, from: number | null, to: number): boolean => {
      const known = theirs.get(who) ?? { heard: to, stood: -Infinity };
      if (to - beat > STANDSTILL_MS) ours = to;
      const stood = to - (from ?? known.heard) > STANDSTILL_MS ? to : known.stood;
      theirs.set(who, { heard: to, stood });
      return to - Math.max(ours, stood) < LAG.always;
    },
  };
}

/** The numbers of a lamp on channel 1 and of a wide one on channel 10, against where the sheet has to be. */
function watch(expected: Pick<Expected, 'level'>, begun: number) {
  const wrong: string[] = [];
  const seen = new Map<string, Set<number>>();
  const standstill = standstills();
  let looks = 0;
  let late = 0;
  const isAt = (number: number, first: number, last: number): boolean => {
    const levels = Array.from({ length: 41 }, (_, at) => expected.level(first + ((last - first) * at) / 40) * 255);
    return number >= Math.min(...levels) - 1 && number <= Math.max(...levels) + 1;
  };
  return {
    wrong,
    seen,
    looks: () => looks,
    late: () => late,
    end: standstill.end,
    /** @param from when it was asked for; null where it came by itself */
    look: (who: string, slots: ArrayLike<number>, from: number | null): void => {
      const to = performance.now();
      if (standstill.lately(who, from, to)) return;
      const [narrow, coarse, fine] = [slots[0] ?? -1, slots[9] ?? -1, slots[10] ?? -1];
      const numbers = [narrow, (coarse * 256 + fine) / 257];
      const within = (ms: number): boolean => numbers.every((number) => isAt(number, (from ?? to) - ms, to));
      looks += 1;
      const known = seen.get(who) ?? new Set();
      seen.set(who, known.add(narrow));
      if (within(LAG.usual)) return;
      late += 1;
      if (!within(LAG.always)) wrong.push(`${who}: ${numbers.join(' and ')} at ${to - begun} ms`);
    },
  };
}

describe.concurrent('olad and QLC+', () => {
  it('have the levels of a whole sheet of 50 minutes at sixty times its pace, to 1/255', async () => {
    const lamps = [lamp('narrow', 1), lamp('wide', 10, true)];
    const links = [
      artNet(2),
      multicast(3),
      unicast(4),
      multicast(QLC_SACN_UNIVERSE, qlc.network.ours),
      artNet(QLC_ART_NET_UNIVERSE, qlc.network.theirs),
    ].map((connection) => open(connection, lamps));
    const begun = performance.now();
    const expected = new Expected(begun);
    for (const link of links) await send(link, roomScene(1, null), 0);
    await pause(300);

    const watched = watch(expected, begun);
    let over = false;
    qlc.onEcho((way, slots) => over || watched.look(`QLC+ ${way}`, slots, null));
    const watching = (async () => {
      while (!over) {
        for (const universe of [2, 3, 4]) {
          const from = performance.now();
          watched.look(`olad ${universe}`, await olad.read(universe), from);
        }
        await pause(LOOK_EVERY_MS);
      }
    })();
    const startedAt = performance.now();
    let last = startedAt;
    for (const step of sheetSteps()) {
      // Timers may wake a little early.
      while (performance.now() < startedAt + step.atMs) await pause(startedAt + step.atMs - performance.now());
      last = performance.now();
      expected.sent(step, last);
      const outcomes = await Promise.all(links.map((link) => send(link, step.scene, step.fadeMs)));
      expect(outcomes.flat().every(({ kind }) => kind === 'sent')).toBe(true);
    }
    await pause(2500);
    over = true;
    await watching;
    watched.end();
    for (const link of links) await link.close();

    expect(last - startedAt).toBeGreaterThanOrEqual(50_000);
    expect(watched.wrong).toEqual([]);
    expect(watched.looks()).toBeGreaterThan(1000);
    expect(watched.late() / watched.looks()).toBeLessThan(0.05);
    expect(watched.seen.size).toBe(5);
    for (const numbers of watched.seen.values()) expect(numbers.size).toBeGreaterThan(40);
  });
});

describe.concurrent('olad', () => {
  it('has the levels of a whole sheet while it is previewed, and those of before afterwards', async () => {
    const link = open(multicast(7), [lamp('narrow', 1), lamp('wide', 10, true)]);
    const { timers } = parts();
    const nameOf = (id: string): string => id;
    const lights = watchLights(createLights({ drivers: link.drivers, nameOf, timers, sendLimitMs: SEND_LIMIT_MS }));
    const told: (readonly [boolean, readonly string[]])[] = [];
    const tell = (state: { readonly on: boolean; readonly missed: readonly string[] }): void =>
      void told.push([state.on, state.missed]);
    const preview = createCuePreview({ lights, timers, mayRun: () => true, tell });
    await lights.send(roomScene(0.7, null), 0);
    await until(async () => (await olad.read(7))[0] === 179);

    const { cues, infusionMs } = defaultProtocol(0, 'nobody');
    const { fromMs, toMs } = previewSpan({ cues, infusionMs });
    const scenes = plannedScenes({ cues, infusionMs });
    const begun = performance.now();
    expect(preview.play({ cues, infusionMs }, fromMs).ok).toBe(true);
    const sessionMs = (at: number): number => fromMs + (at - begun) * PREVIEW_RATE;
    const watched = watch({ level: (at) => zoneOf(plannedLight(scenes, sessionMs(at)), 'room')?.level ?? 0 }, begun);
    // It begins with the way to where the sheet begins, and ends with the way back.
    while (sessionMs(performance.now()) < 0) await pause(LOOK_EVERY_MS);
    while (sessionMs(performance.now()) < toMs - PREVIEW_RATE * LOOK_EVERY_MS) {
      const from = performance.now();
      watched.look('preview', await olad.read(7), from);
      await pause(LOOK_EVERY_MS);
    }
    watched.end();
    await until(async () => (await olad.read(7))[0] === 179);
    await link.close();

    expect(told).toEqual([
      [true, []],
      [false, []],
    ]);
    expect(watched.wrong).toEqual([]);
    expect(watched.looks()).toBeGreaterThan(200);
    expect(watched.late() / watched.looks()).toBeLessThan(0.05);
    expect(watched.seen.get('preview')?.size).toBeGreaterThan(40);
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
  const tolerant = { ...parts((health) => told.push(health.kind)), onLost: () => undefined };
  const link = open(multicast(1, network.ours), [lamp('one', 1)], tolerant);
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
