import { createServer, type Server } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createHttp, type HttpClient } from '../../../electron/lights/http.ts';
import { LightError } from '../../../electron/lights/limited.ts';
import { addressOf } from '../../../electron/lights/pinned-socket.ts';
import { fakeTime, type FakeTime } from '../../helpers/fake-time.ts';
import { until } from '../../helpers/until.ts';
import type { Trouble } from '../../peers/device-trouble.ts';
import { startHueBridge, type HueBridgePeer } from '../../peers/hue-bridge.ts';

const replySchema = z.object({ errors: z.array(z.unknown()), data: z.array(z.object({ bridge_id: z.string() })) });
const never = new AbortController().signal;

let peer: HueBridgePeer;
let time: FakeTime;
let http: HttpClient;

beforeEach(async () => {
  peer = await startHueBridge();
  time = fakeTime();
  http = clientFor(peer.fingerprint());
});

afterEach(async () => {
  http.close();
  await peer.close();
});

function clientFor(certificate: string | null, host = peer.host): HttpClient {
  return createHttp({ timers: time, host, certificate });
}

function ask(signal = never, client = http): Promise<string> {
  return client
    .ask(
      {
        method: 'GET',
        path: '/clip/v2/resource/bridge',
        headers: { 'hue-application-key': peer.key },
        reply: replySchema,
        limitMs: 4_000,
        maxBytes: 100_000,
      },
      signal,
    )
    .then(
      ({ data }) => data[0]?.bridge_id ?? '',
      (problem: unknown) => (problem instanceof LightError ? problem.code : String(problem)),
    );
}

describe('asking a device', () => {
  it('gives its answer, over one connection for many questions', async () => {
    for (let times = 0; times < 5; times += 1) expect(await ask()).toBe(peer.bridgeId);
    expect(peer.connections()).toBe(1);
    expect(time.waiting()).toBe(0);
  });

  it.each<[Trouble, string]>([
    ['tooMany', 'busy'],
    ['overloaded', 'busy'],
    ['forbidden', 'notAllowed'],
    ['missing', 'noSuchLamp'],
    ['fault', 'refused'],
    ['redirect', 'redirected'],
    ['hangUp', 'unreachable'],
    ['cut', 'unreachable'],
    ['garbage', 'strangeReply'],
    ['notHttp', 'strangeReply'],
    ['otherJson', 'strangeReply'],
    ['endless', 'strangeReply'],
    ['endlessHead', 'strangeReply'],
  ])('of one that answers with %s ends as %s, and leaves no connection', async (trouble, code) => {
    peer.trouble = () => trouble;
    expect(await ask()).toBe(code);
    await until(() => peer.connections() <= (trouble === 'garbage' || trouble === 'otherJson' ? 1 : 0));
    expect(peer.requests).toHaveLength(1);
    expect(time.waiting()).toBe(0);
    peer.trouble = null;
    expect(await ask()).toBe(peer.bridgeId);
  });

  it.each<Trouble>(['silence', 'drip'])(
    'of one that answers with %s is given up when its time is over',
    async (trouble) => {
      peer.trouble = () => trouble;
      const asked = ask();
      await until(() => peer.requests.length === 1);
      await time.pass(3_999);
      expect(peer.connections()).toBe(1);
      await time.pass(1);
      expect(await asked).toBe('timeout');
      await until(() => peer.connections() === 0);
    },
  );

  it('is given up at once by its signal, and by closing', async () => {
    peer.trouble = () => 'silence';
    const giveUp = new AbortController();
    const first = ask(giveUp.signal);
    const second = ask();
    await until(() => peer.requests.length === 2);
    giveUp.abort();
    expect(await first).toBe('superseded');
    http.close();
    expect(await second).toBe('superseded');
    expect(await ask(AbortSignal.abort())).toBe('superseded');
    await until(() => peer.connections() === 0);
    expect(peer.requests).toHaveLength(2);
    expect(time.waiting()).toBe(0);
  });

  it('asks again over a new connection where the device closed the waiting one', async () => {
    await ask();
    peer.trouble = () => (peer.requests.length === 2 ? 'hangUp' : null);
    expect(await ask()).toBe(peer.bridgeId);
    expect(peer.requests).toHaveLength(3);
  });
});

describe('the certificate', () => {
  it('that is not the pinned one ends it before a byte of ours is sent', async () => {
    expect(await ask()).toBe(peer.bridgeId);
    http.close();
    peer.changeCertificate();
    http = clientFor('0'.repeat(64));
    expect(await ask()).toBe('certificateChanged');
    expect(peer.requests).toHaveLength(1);
    await until(() => peer.connections() === 0);
    http = clientFor(peer.fingerprint());
    expect(await ask()).toBe(peer.bridgeId);
  });

  it('is asked of every new connection', async () => {
    expect(await ask()).toBe(peer.bridgeId);
    peer.changeCertificate();
    peer.trouble = () => 'hangUp';
    expect(await ask()).toBe('certificateChanged');
  });
});

describe('a host', () => {
  let servers: (Server | ReturnType<typeof createTcp>)[] = [];
  afterEach(async () => {
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    servers = [];
  });

  async function listening<S extends Server | ReturnType<typeof createTcp>>(server: S): Promise<string> {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('where nobody listens is unreachable', async () => {
    await peer.close();
    expect(await ask()).toBe('unreachable');
  });

  it('that speaks no TLS is strange, one that never answers the greeting runs out of time', async () => {
    const plain = await listening(
      createTcp(
        (socket) =>
          void socket
            .on('error', () => undefined)
            .resume()
            .end('hello\n'),
      ),
    );
    expect(await ask(never, clientFor('0'.repeat(64), plain))).toBe('strangeReply');
    const sockets: Socket[] = [];
    const mute = await listening(
      createTcp((socket) => void sockets.push(socket.on('error', () => undefined).resume())),
    );
    const asked = ask(never, clientFor('0'.repeat(64), mute));
    await until(() => sockets.length === 1);
    await time.pass(4_000);
    expect(await asked).toBe('timeout');
    await until(() => sockets[0]!.destroyed);
  });

  it('without encryption is told what was asked, under its own name', async () => {
    const heard: string[] = [];
    const plain = await listening(
      createServer((request, response) => {
        heard.push(`${request.method} ${request.url} ${request.headers.host}`);
        response.end('{"errors":[],"data":[{"bridge_id":"plain"}]}');
      }),
    );
    const client = clientFor(null, plain);
    expect(await ask(never, client)).toBe('plain');
    client.close();
    expect(heard).toEqual([`GET /clip/v2/resource/bridge ${plain}`]);
  });

  it.each([
    ['lamp.example', { host: 'lamp.example', port: 80 }],
    ['192.0.2.7:8080', { host: '192.0.2.7', port: 8080 }],
    ['[2001:db8::7]:81', { host: '2001:db8::7', port: 81 }],
  ])('%s is taken apart', (host, address) => expect(addressOf(host, 80)).toEqual(address));

  it.each(['lamp.example/x', 'a@lamp.example', 'lamp.example:0', 'lamp.example:65536', '', 'a b', 'x\r\ny'])(
    '%j is none',
    (host) => expect(() => addressOf(host, 80)).toThrow('badAddress'),
  );
});
