import { createServer, connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { connectAsync } from 'mqtt';
import { afterEach, describe, expect, it } from 'vitest';
import { createRooms, type RoomsKeeper, type Told } from '../../electron/rooms/rooms-keeper.ts';
import { tryBroker } from '../../electron/rooms/try-broker.ts';
import { systemTimers } from '../../electron/lights/timers.ts';
import { success } from '../../shared/ipc/answer.ts';
import type { RoomsBroker, RoomsSetup, RoomsView } from '../../shared/ipc/rooms.ts';
import { ROOMS_TOPIC } from '../../shared/rooms/room-status.ts';
import { idleStatus } from '../../shared/rooms/status-of.ts';
import { selfSigned } from '../helpers/self-signed.ts';
import { TestRoom } from '../helpers/session-builder.ts';
import { startMosquitto, type Broker, type BrokerOptions } from './mosquitto.ts';
import { closer } from './sound-server.ts';

const close = closer();
afterEach(() => close.all());
const going = (): AbortSignal => new AbortController().signal;

async function broker(options: BrokerOptions = {}): Promise<Broker> {
  const started = await startMosquitto(options);
  close.add(started.end);
  return started;
}

const plain = (port: number): RoomsBroker => ({
  ...{ host: `127.0.0.1:${port}`, encrypted: false, user: null, certificate: null },
});

interface Pc {
  readonly keeper: RoomsKeeper;
  readonly room: TestRoom;
  /** Something happened in the room. */
  readonly changed: () => void;
  /** Waits for a view of the others. */
  readonly sees: (holds: (view: RoomsView) => boolean) => Promise<RoomsView>;
}

/** One room's PC at the broker. */
async function pc(name: string, at: RoomsBroker, password: string | null = null): Promise<Pc> {
  let setup: RoomsSetup = { on: false, broker: null };
  const waiting = new Set<() => void>();
  const faults: unknown[] = [];
  const keeper = createRooms({
    settings: {
      ...{ pc: `pc of ${name}`, rooms: () => setup, setRooms: (next) => void (setup = next) },
      read: () => ({ roomName: name, address: '', emergencyNumbers: '', lockAfterMinutes: 5 }),
    },
    secrets: { get: async () => password, set: async () => success({}), remove: async () => success({}) },
    ...{ timers: systemTimers, wall: Date.now, onFault: (error) => void faults.push(error) },
    show: () => {
      for (const look of waiting) look();
    },
  });
  close.add(keeper.close);
  const room = new TestRoom();
  const told: Told = {
    get ahead() {
      return room.session;
    },
    protocol: room.protocol,
    clock: { rate: 1, now: () => room.clock.now(), recall: () => undefined },
  };
  expect(await keeper.save({ on: true, broker: at }, password)).toMatchObject({ ok: true });
  return {
    ...{ keeper, room, changed: () => keeper.follow(told) },
    sees: (holds) =>
      new Promise((resolve) => {
        const look = (): void => {
          const view = keeper.view();
          if (!holds(view)) return;
          waiting.delete(look);
          resolve(view);
        };
        waiting.add(look);
        look();
      }),
  };
}

/** A way to the broker that can be cut as a cable is. */
async function cable(port: number): Promise<{ readonly port: number; readonly cut: () => void }> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.pipe(far);
    far.pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  close.add(async () => cut());
  const address = server.address();
  return { port: address !== null && typeof address === 'object' ? address.port : 0, cut };
}

const only = (view: RoomsView) => (view.rooms.length === 1 ? view.rooms[0]! : null);

describe('two rooms at one Mosquitto', () => {
  it('tell each other how they stand, and an emergency at once', async () => {
    const { port } = await broker();
    const one = await pc('Room 1', plain(port));
    const two = await pc('Room 2', plain(port));
    expect(only(await two.sees((view) => only(view) !== null))).toMatchObject({
      status: idleStatus('Room 1'),
      lost: false,
    });
    one.room.started().run(34 * 60_000);
    one.changed();
    const running = await two.sees((view) => only(view)?.status.phase === 'infusing');
    expect(only(running)?.status).toMatchObject({ room: 'Room 1', leftS: 16 * 60, reading: { state: 'late' } });
    one.room.do({ type: 'beginEmergency' });
    const pressed = performance.now();
    one.changed();
    await two.sees((view) => only(view)?.status.emergency === true);
    expect(performance.now() - pressed).toBeLessThan(1_000);
    expect(two.keeper.view()).toMatchObject({ on: true, health: { kind: 'ok' }, ignored: 0, sameNames: [] });
  });

  it('are lost to each other with the broker, and heard again when it is back', async () => {
    const started = await broker();
    const one = await pc('Room 1', plain(started.port));
    const two = await pc('Room 2', plain(started.port));
    await one.sees((view) => only(view)?.lost === false);
    await two.sees((view) => only(view)?.lost === false);
    await started.stop();
    expect(await two.sees((view) => view.health.kind === 'lost')).toMatchObject({ rooms: [{ lost: true }] });
    await one.sees((view) => only(view)?.lost === true);
    await started.start();
    await two.sees((view) => view.health.kind === 'ok' && only(view)?.lost === false);
    await one.sees((view) => view.health.kind === 'ok' && only(view)?.lost === false);
  });

  it('a room whose cable is pulled is lost by the broker’s word, one that is closed empty leaves, one in a session does not', async () => {
    const { port } = await broker();
    const pulled = await cable(port);
    const watcher = await pc('Room 1', plain(port));
    const cut = await pc('Room 2', plain(pulled.port));
    const empty = await pc('Room 3', plain(port));
    const busy = await pc('Room 4', plain(port));
    busy.room.started();
    busy.changed();
    await watcher.sees((view) => view.rooms.length === 3 && view.rooms[2]?.status.phase === 'infusing');
    pulled.cut();
    await watcher.sees((view) => view.rooms.find(({ status }) => status.room === 'Room 2')?.lost === true);
    expect((await cut.sees((view) => view.health.kind === 'lost')).rooms.every(({ lost }) => lost)).toBe(true);
    await empty.keeper.close();
    await busy.keeper.close();
    const left = await watcher.sees((view) => view.rooms.length === 2 && view.rooms.every(({ lost }) => lost));
    expect(left.rooms.map(({ status }) => status.room)).toEqual(['Room 2', 'Room 4']);
  });

  it('mind no garbage, no words that the broker kept, no flood of names, and tell of a name twice', async () => {
    const { port } = await broker();
    const stranger = await connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion: 5 });
    close.add(() => stranger.endAsync(true));
    const topic = (tag: string): string => `${ROOMS_TOPIC}/${tag}`;
    const fine = JSON.stringify(idleStatus('Room 9'));
    await stranger.publishAsync(topic('9'.repeat(16)), fine, { retain: true, qos: 1 });
    const one = await pc('Room 1', plain(port));
    await one.sees((view) => view.health.kind === 'ok' && view.ignored === 1);
    const nonsense = ['', '{', '[]', 'null', '{"v":1}', JSON.stringify({ ...idleStatus('X'), name: 'Rosa Example' })];
    for (const text of nonsense) await stranger.publishAsync(topic('8'.repeat(16)), text, { qos: 1 });
    await stranger.publishAsync(topic('7'.repeat(16)), Buffer.alloc(2_000, 0x7b), { qos: 1 });
    await stranger.publishAsync(topic('Rosa'), fine, { qos: 1 });
    // Larger than we said we take: the broker keeps it to itself.
    await stranger.publishAsync(topic('7'.repeat(16)), Buffer.alloc(200_000, 0x7b), { qos: 1 });
    await stranger.publishAsync(topic('6'.repeat(16)), JSON.stringify(idleStatus('Room 1')), { qos: 1 });
    const seen = await one.sees((view) => view.rooms.length === 1);
    expect(seen).toMatchObject({ ignored: nonsense.length + 3, sameNames: ['Room 1'], health: { kind: 'ok' } });
  });
});

describe('the connection test', () => {
  const tried = (at: RoomsBroker, password: string | null = null) => tryBroker(at, password, systemTimers, going());

  it('is content once its word came back, and says plainly why not', async () => {
    const certificate = selfSigned('broker.example');
    const open = await broker();
    expect(await tried(plain(open.port))).toMatchObject({ ok: true });
    const guarded = await broker({ user: { name: 'rooms', password: 'right' }, certificate });
    const at = { ...plain(guarded.port), encrypted: true, user: 'rooms', certificate: certificate.fingerprint };
    expect(await tried(at, 'right')).toMatchObject({ ok: true });
    expect(await tried(at, 'wrong')).toMatchObject({ ok: false, params: { why: 'notAllowed' } });
    expect(await tried({ ...at, certificate: 'ab'.repeat(32) }, 'right')).toMatchObject({
      params: { why: 'certificateChanged' },
    });
    await open.stop();
    expect(await tried(plain(open.port))).toMatchObject({ params: { why: 'unreachable' } });
  });
});
