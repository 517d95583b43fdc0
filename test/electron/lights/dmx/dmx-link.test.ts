import { afterEach, describe, expect, it } from 'vitest';
import { Packet } from 'sacn';
import { roomScene, type Scene } from '../../../../shared/lights/scene.ts';
import { levelAt } from '../../../../shared/lights/level-at.ts';
import type { Lamp } from '../../../../shared/lights/lamps.ts';
import type { LightLink } from '../../../../electron/lights/link.ts';
import { openArtNet } from '../../../../electron/lights/dmx/art-net.ts';
import { QUIET_MS } from '../../../../electron/lights/dmx/health.ts';
import { REOPEN_MS } from '../../../../electron/lights/dmx/link.ts';
import { openSacn } from '../../../../electron/lights/dmx/sacn.ts';
import { udpReceiver } from '../../../helpers/udp-receiver.ts';
import { artNetTo, dmxLamp, linkParts, never, sacnTo } from './fixtures.ts';

const FRAME_MS = 25;
const SLOTS_AT = { sacn: 126, artnet: 18 };
const sent = { kind: 'sent' };

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function setUp(kind: 'sacn' | 'artnet', lamps: readonly Lamp[]) {
  const receiver = await udpReceiver();
  const { time, told, lost, parts } = linkParts();
  const link =
    kind === 'sacn' ? openSacn(sacnTo(receiver.port), lamps, parts) : openArtNet(artNetTo(receiver.port), lamps, parts);
  ends.unshift(link.close, receiver.close);
  let seen = 0;
  return {
    receiver,
    link,
    time,
    told,
    lost,
    /** The next packet's slots, from channel 1 on. */
    next: async (count: number): Promise<number[]> => {
      seen += 1;
      await receiver.have(seen);
      return [...receiver.packets[seen - 1]!.subarray(SLOTS_AT[kind], SLOTS_AT[kind] + count)];
    },
    /** Lets so many frames pass; each is there before the next is due. */
    frames: async (count: number): Promise<void> => {
      for (let frame = 0; frame < count; frame += 1) {
        const before = receiver.packets.length;
        await time.pass(FRAME_MS);
        await receiver.have(before + 1);
      }
      seen = receiver.packets.length;
    },
    last: (channel: number): number => receiver.packets.at(-1)![SLOTS_AT[kind] + channel - 1]!,
  };
}

const send = (link: LightLink, lamp: number, scene: Scene, fadeMs: number) =>
  link.drivers[lamp]!.send(scene, fadeMs, never);
const full = (link: LightLink, lamp: number) => link.drivers[lamp]!.full!(roomScene(1, null), never);
const byte = (level: number): number => Math.round(level * 255);

describe.each(['sacn', 'artnet'] as const)('lamps on %s', (kind) => {
  it('hear nothing before the first scene, and then go there at once', async () => {
    const { link, time, receiver, next } = await setUp(kind, [dmxLamp('a', 1)]);
    await time.pass(1000);
    expect(receiver.packets).toEqual([]);
    expect(await send(link, 0, roomScene(0.2, null), 60_000)).toEqual(sent);
    expect(await next(2)).toEqual([51, 0]);
    expect(link.health()).toEqual({ kind: 'unanswered' });
  });

  it('are told again in every frame, also while nothing changes', async () => {
    const { link, receiver, frames } = await setUp(kind, [dmxLamp('a', 3)]);
    await send(link, 0, roomScene(0.4, null), 0);
    await frames(80);
    expect(receiver.packets).toHaveLength(81);
    const bodies = new Set(receiver.packets.map((packet) => packet.subarray(SLOTS_AT[kind]).toString('hex')));
    expect(bodies.size).toBe(1);
  });

  it('fade by the clock to 1/255 and end exactly there', async () => {
    const { link, frames, last } = await setUp(kind, [dmxLamp('a', 1)]);
    await send(link, 0, roomScene(1, null), 0);
    void send(link, 0, roomScene(0.1, null), 2000);
    for (let frame = 1; frame < 80; frame += 1) {
      await frames(1);
      expect(last(1)).toBe(byte(levelAt(1, 0.1, 2000, frame * FRAME_MS)));
    }
    await frames(1);
    expect(last(1)).toBe(byte(0.1));
  });

  it('do not disturb each other: each has its own course and its own slots', async () => {
    const { link, frames, receiver } = await setUp(kind, [
      dmxLamp('a', 1),
      dmxLamp('b', 2, { wide: true }),
      dmxLamp('c', 5, { zone: 'task' }),
    ]);
    await Promise.all([0, 1, 2].map((lamp) => send(link, lamp, roomScene(1, null), 0)));
    void send(link, 0, roomScene(0.1, null), 1000);
    await frames(20);
    void send(link, 1, roomScene(0.5, null), 2000);
    await frames(20);
    const slots = receiver.packets.at(-1)!.subarray(SLOTS_AT[kind]);
    expect([slots[0], slots[3], slots[4], slots[5]]).toEqual([byte(0.1), 0, 255, 0]);
    const wide = Math.round(levelAt(1, 0.5, 2000, 500) * 65_535);
    expect(slots[1]! * 256 + slots[2]!).toBe(wide);
  });

  it('are led on from where they are when a new scene comes', async () => {
    const { link, frames, last } = await setUp(kind, [dmxLamp('a', 1)]);
    await send(link, 0, roomScene(1, null), 0);
    void send(link, 0, roomScene(0, null), 4000);
    await frames(60);
    const before = last(1);
    void send(link, 0, roomScene(1, null), 4000);
    await frames(1);
    expect(Math.abs(last(1) - before)).toBeLessThanOrEqual(3);
    await frames(160);
    expect(last(1)).toBe(255);
  });

  it('all go to full in one packet, at once, whatever fade is running', async () => {
    const lamps = Array.from({ length: 20 }, (_, at) => dmxLamp(`lamp ${at}`, at * 3 + 1, { wide: at % 2 === 0 }));
    const { link, frames, receiver } = await setUp(kind, lamps);
    await Promise.all(lamps.map((_, at) => send(link, at, roomScene(0.5, null), 0)));
    lamps.forEach((_, at) => void send(link, at, roomScene(0, null), 1_800_000));
    await frames(3);
    const before = receiver.packets.length;
    const outcomes = await Promise.all(lamps.map((_, at) => full(link, at)));
    expect(outcomes).toEqual(lamps.map(() => sent));
    await receiver.have(before + 1);
    expect(receiver.packets).toHaveLength(before + 1);
    const slots = receiver.packets[before]!.subarray(SLOTS_AT[kind]);
    lamps.forEach((_, at) => expect([...slots.subarray(at * 3, at * 3 + 3)]).toEqual([255, at % 2 === 0 ? 255 : 0, 0]));
    await frames(40);
    expect(receiver.packets.at(-1)!.subarray(SLOTS_AT[kind])).toEqual(slots);
  });

  it('take at most one scene between two frames, the newest of the others with the next frame', async () => {
    const { link, time, receiver } = await setUp(kind, [dmxLamp('a', 1)]);
    await send(link, 0, roomScene(1, null), 0);
    await receiver.have(1);
    const waiting = [0.2, 0.4, 0.6].map((level) => send(link, 0, roomScene(level, null), 0));
    await time.pass(10);
    expect(receiver.packets).toHaveLength(1);
    await time.pass(30);
    await receiver.have(2);
    expect(await Promise.all(waiting)).toEqual([sent, sent, sent]);
    expect(receiver.packets[1]![SLOTS_AT[kind]]).toBe(byte(0.6));
  });

  it('that nobody listens for are told as lost, with since when, until it is quiet', async () => {
    const { link, time, told, receiver } = await setUp(kind, [dmxLamp('a', 1)]);
    await send(link, 0, roomScene(1, null), 0);
    await receiver.have(1);
    await receiver.close();
    while (link.health().kind !== 'lost') await time.pass(FRAME_MS);
    expect(link.health()).toMatchObject({ kind: 'lost', code: 'noReceiver' });
    const { since } = link.health() as { since: number };
    expect(await full(link, 0)).toEqual({ kind: 'failed', code: 'noReceiver' });
    await time.pass(3000);
    expect(told).toEqual([{ kind: 'unanswered' }, { kind: 'lost', since, code: 'noReceiver' }]);
    const back = await udpReceiver(receiver.port);
    ends.push(back.close);
    await time.pass(QUIET_MS + 100);
    expect(link.health()).toEqual({ kind: 'unanswered' });
    expect(back.packets.at(-1)![SLOTS_AT[kind]]).toBe(255);
    ends.splice(ends.indexOf(receiver.close), 1);
  });

  it('that are told nothing by a scene stay as they are', async () => {
    const { link } = await setUp(kind, [dmxLamp('a', 1)]);
    expect(await send(link, 0, { zones: [{ zone: 'task', level: 0, kelvin: null }] }, 0)).toEqual(sent);
    expect(await link.find(never)).toEqual([]);
  });
});

describe('a stream of sACN', () => {
  it('is one source with its priority and numbers, and ends with three packets that say so', async () => {
    const { link, frames, receiver } = await setUp('sacn', [dmxLamp('a', 1)]);
    await send(link, 0, roomScene(0.3, null), 0);
    await frames(5);
    await link.close();
    await receiver.have(9);
    const read = receiver.packets.map((packet) => new Packet(packet));
    expect(read.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(read.map(({ options }) => options)).toEqual([0, 0, 0, 0, 0, 0, 0x40, 0x40, 0x40]);
    expect(new Set(read.map(({ cid }) => cid.toString('hex'))).size).toBe(1);
    expect(read[0]).toMatchObject({ universe: 7, priority: 120, sourceName: 'Stillroom Room 1' });
    expect(read.every(({ payloadAsBuffer }) => payloadAsBuffer![0] === byte(0.3))).toBe(true);
    expect(await send(link, 0, roomScene(1, null), 0)).toEqual({ kind: 'failed', code: 'closed' });
  });

  it('that never began says nothing at its end, and leaves no timer', async () => {
    const { link, time, receiver } = await setUp('sacn', [dmxLamp('a', 1)]);
    await time.pass(500);
    await link.close();
    await time.pass(500);
    expect(receiver.packets).toEqual([]);
    expect(time.waiting()).toBe(0);
  });
});

describe('a way that cannot be opened', () => {
  const nowhere = { ...sacnTo(5568), from: '192.0.2.77' };

  it('is told as lost since then, fails what is sent, and is tried again', async () => {
    const { time, told, lost, parts } = linkParts();
    const link = openSacn(nowhere, [dmxLamp('a', 1)], parts);
    ends.push(link.close);
    expect(await send(link, 0, roomScene(1, null), 0)).toEqual({ kind: 'failed', code: 'noNetwork' });
    await time.pass(3 * REOPEN_MS);
    expect(told).toEqual([{ kind: 'lost', since: 1_000_000, code: 'noNetwork' }]);
    expect(await full(link, 0)).toEqual({ kind: 'failed', code: 'noNetwork' });
    void send(link, 0, roomScene(0, null), 1000);
    await time.pass(2000);
    expect(lost).toEqual([['a', 'noNetwork']]);
  });

  it.each(['127.0.0.1:99999', '255.255.255.255'])('crashes nothing where the host is %s', async (host) => {
    const { told, parts } = linkParts();
    const link = openArtNet({ ...artNetTo(1), host }, [dmxLamp('a', 1)], parts);
    ends.push(link.close);
    expect(await full(link, 0)).toMatchObject({ kind: 'failed' });
    expect(told.at(-1)).toMatchObject({ kind: 'lost' });
  });
});
