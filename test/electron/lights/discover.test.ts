import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAround, LOOK_MS, MOST_FOUND } from '../../../electron/lights/discover.ts';
import { fakeTime } from '../../helpers/fake-time.ts';

/** The library that the app's own uses to write and read packets. */
const packets = createRequire(import.meta.url)('dns-packet') as {
  readonly encode: (packet: object) => Buffer;
  readonly decode: (bytes: Buffer) => { readonly questions: readonly { readonly name: string }[] };
};

/** The records by which a device announces itself. */
function announced(type: string, name: string, port: number, addresses: readonly string[]): object {
  const fqdn = `${name}._${type}._tcp.local`;
  return {
    type: 'response',
    answers: [{ type: 'PTR', name: `_${type}._tcp.local`, ttl: 120, data: fqdn }],
    additionals: [
      { type: 'SRV', name: fqdn, ttl: 120, data: { port, target: 'device.local' } },
      { type: 'TXT', name: fqdn, ttl: 120, data: [Buffer.from('bridgeid=001788fffe000001')] },
      ...addresses.map((data) => ({ type: data.includes(':') ? 'AAAA' : 'A', name: 'device.local', ttl: 120, data })),
    ],
  };
}

let network: Socket;
beforeEach(async () => {
  network = createSocket('udp4').bind(0, '127.0.0.1');
  await once(network, 'listening');
});
afterEach(() => void network.close());

/** Looks around in a network that answers each question with `answer`; ends once all kinds were asked for and answered. */
async function look(answer: (question: string) => readonly (object | Buffer)[]) {
  const time = fakeTime();
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  // Loopback delivers in order: when the last announcement is here, so are all that were sent before it.
  const heard = new Promise<void>((resolve) => {
    socket.on('message', (message) => void (message.includes('zz-last') && resolve()));
  });
  const stop = new AbortController();
  const asked = new Set<string>();
  const all = new Promise<void>((resolve) => {
    network.on('message', (message: Buffer, from: RemoteInfo) => {
      const name = packets.decode(message).questions[0]?.name ?? '';
      asked.add(name);
      for (const one of answer(name))
        network.send(Buffer.isBuffer(one) ? one : packets.encode(one), from.port, from.address);
      if (asked.size < 4) return;
      // A last, honest announcement.
      network.send(packets.encode(announced('wled', 'zz-last', 80, ['192.0.2.250'])), from.port, from.address);
      resolve();
    });
  });
  const to = { ip: '127.0.0.1', port: network.address().port, bind: false } as const;
  const looking = lookAround({ timers: time, socket, to }, stop.signal);
  await all;
  return { looking, heard, time, stop, asked };
}

/** What was found, once the last announcement was heard. */
async function foundIn(answer: (question: string) => readonly (object | Buffer)[]) {
  const { looking, heard, time } = await look(answer);
  await heard;
  await time.pass(LOOK_MS);
  return looking;
}

const hue = announced('hue', 'Philips Hue - 000001', 443, ['fe80::1', '192.0.2.7']);

describe('looking around in the network', () => {
  it('asks for four kinds and proposes what announces itself', async () => {
    const found = await foundIn((question) => (question.startsWith('_hue') ? [hue] : []));
    expect(found).toEqual([
      { kind: 'hue', name: 'Philips Hue - 000001', host: '192.0.2.7:443' },
      { kind: 'wled', name: 'zz-last', host: '192.0.2.250:80' },
    ]);
  });

  it('is not led astray: garbage, giants, impossible ports, no address, control characters', async () => {
    const bad = [
      Buffer.from('not a packet'),
      Buffer.alloc(0),
      Buffer.alloc(12_000, 0xc0),
      packets.encode(hue).subarray(0, 40),
      announced('hue', 'no address', 443, []),
      announced('hue', 'port zero', 0, ['192.0.2.8']),
      { type: 'response', answers: [{ type: 'PTR', name: '_hue._tcp.local', ttl: 120, data: '.' }] },
      { type: 'response', answers: [{ type: 'TXT', name: '_hue._tcp.local', ttl: 120, data: [] }] },
      announced('mqtt', 'a\u0007b\nc', 1883, ['192.0.2.9']),
      announced('mqtt', 'x'.repeat(60), 1884, ['192.0.2.9']),
    ];
    const found = await foundIn((question) => (question.startsWith('_hue') ? bad : []));
    const hosts = found.map(({ host }) => host);
    expect(hosts).toContain('192.0.2.250:80');
    expect(hosts).not.toContain('192.0.2.8:0');
    expect(found.find(({ host }) => host === '192.0.2.9:1883')?.name).toBe('a b c');
    expect(Math.max(...found.map(({ name }) => name.length))).toBeLessThanOrEqual(60);
  });

  it('ends at once when somebody announces more than anybody has', async () => {
    const many = Array.from({ length: 60 }, (_, at) => announced('wled', `strip-${at}`, 80, [`192.0.2.${at + 1}`]));
    const { looking } = await look((question) => (question.startsWith('_wled') ? many : []));
    expect(await looking).toHaveLength(MOST_FOUND);
  });

  it('ends when it is stopped, with what was found by then', async () => {
    const { looking, stop } = await look(() => []);
    stop.abort();
    expect((await looking).length).toBeLessThanOrEqual(1);
  });

  it('finds nothing where another program keeps the port to itself', async () => {
    const to = { ip: '127.0.0.1', port: network.address().port, bind: '127.0.0.1' };
    const socket = createSocket({ type: 'udp4', reuseAddr: false });
    expect(await lookAround({ timers: fakeTime(), socket, to }, new AbortController().signal)).toEqual([]);
  });

  it('ends by itself, and leaves no timer and no socket behind', async () => {
    const { looking, time } = await look(() => []);
    await time.pass(LOOK_MS);
    await looking;
    expect(time.waiting()).toBe(0);
  });
});
