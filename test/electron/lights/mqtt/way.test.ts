import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openMqttWay, type MqttWay } from '../../../../electron/lights/mqtt/way.ts';

/** MQTT 5: accepted, no session, no properties. */
const CONNACK = Buffer.from([0x20, 0x03, 0x00, 0x00, 0x00]);
const LIMITS = { bytes: 1_000, perSecond: 200 };
const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of open.splice(0).toReversed()) await end();
});

/** A broker that says `words` as soon as somebody connects. */
async function brokerSaying(words: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => words(socket));
    socket.resume();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** All within one second of our clock, however long the machine takes. */
function connect(port: number, heard: Buffer[] = [], signal = new AbortController().signal): Promise<MqttWay> {
  const place = { host: `127.0.0.1:${port}`, usualPort: 1883, encrypted: false, certificate: null };
  return openMqttWay(
    { place, user: null, password: null },
    { limits: LIMITS, now: () => 0, onMessage: (_, payload) => void heard.push(payload) },
    signal,
  );
}

/** Why a connection was over, also where it was over before it was open. */
function endOf(opening: Promise<MqttWay>): Promise<unknown> {
  return opening.then(
    (way) => way.closed,
    (problem: { code?: unknown }) => problem.code,
  );
}

describe('a connection to a broken or hostile broker', () => {
  it('ends over a packet that announces more than we take, without waiting for it', async () => {
    // A message of 200 MB, of which the first bytes come.
    const port = await brokerSaying((socket) =>
      socket.write(Buffer.concat([CONNACK, Buffer.from([0x30, 0x80, 0xc2, 0xd7, 0x5f, 0, 1, 0x61])])),
    );
    expect(await endOf(connect(port))).toBe('strangeReply');
  });

  it('ends over more packets than lamps could have to say', async () => {
    const message = Buffer.from([0x30, 0x05, 0x00, 0x01, 0x61, 0x00, 0x31]);
    const port = await brokerSaying((socket) => {
      socket.write(CONNACK);
      const more = (): void => {
        while (!socket.destroyed && socket.write(Buffer.concat(Array.from({ length: 100 }, () => message))));
        if (!socket.destroyed) socket.once('drain', more);
      };
      more();
    });
    const heard: Buffer[] = [];
    expect(await endOf(connect(port, heard))).toBe('strangeReply');
    expect(heard.length).toBeLessThanOrEqual(LIMITS.perSecond);
  });

  it('gives up on a broker that accepts the line and says nothing', async () => {
    const giveUp = new AbortController();
    const port = await brokerSaying(() => giveUp.abort());
    const opening = connect(port, [], giveUp.signal);
    await expect(opening).rejects.toMatchObject({ code: 'timeout' });
  });

  it('tells who waits for an acknowledgement that the connection is over', async () => {
    const port = await brokerSaying((socket) => {
      socket.write(CONNACK);
      socket.once('data', () => socket.destroy());
    });
    const way = await connect(port);
    await expect(way.publish('a/set', '1')).rejects.toMatchObject({ code: 'unreachable' });
    await way.closed;
    await expect(way.publish('a/set', '2')).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('survives whatever bytes come', async () => {
    let next = Buffer.alloc(0);
    // The handshake in a packet of its own every other time, so that both an opening and an open connection are tried.
    let together = false;
    const port = await brokerSaying((socket) => {
      together = !together;
      if (together) socket.end(Buffer.concat([CONNACK, next]));
      else socket.write(CONNACK, () => setImmediate(() => socket.end(next)));
    });
    const header = fc.constantFrom(0x20, 0x30, 0x32, 0x34, 0x40, 0x50, 0x62, 0x70, 0x90, 0xb0, 0xd0, 0xe0, 0xf0, 0x00);
    const packet = fc
      .tuple(header, fc.uint8Array({ maxLength: 40 }))
      .map(([first, rest]) => Buffer.from([first, rest.length, ...rest]));
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((list) => Buffer.from(list)),
      fc.array(packet, { maxLength: 4 }).map((list) => Buffer.concat(list)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (said) => {
        next = said;
        expect(await endOf(connect(port))).toMatch(/^(unreachable|strangeReply)$/);
      }),
      { numRuns: 150 },
    );
  });
});
