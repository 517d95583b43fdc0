import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { certificateAt } from '../../../electron/lights/certificate.ts';
import { selfSigned } from '../../helpers/self-signed.ts';

const open: net.Server[] = [];
const sockets: net.Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of open.splice(0)) server.close();
});

/** A server on loopback; its address as a clinic would enter it. */
async function listening(server: net.Server): Promise<string> {
  open.push(server);
  server.on('connection', (socket: net.Socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const never = new AbortController().signal;

describe('the certificate that a place shows', () => {
  it('is told with the name it gives itself, and nothing is said to the place', async () => {
    const own = selfSigned('001788fffe0a1b2c');
    const heard: Buffer[] = [];
    const ended: Promise<unknown>[] = [];
    const server = tls.createServer({ key: own.key, cert: own.cert }, (socket) => {
      socket.on('data', (bytes: Buffer) => heard.push(bytes));
      socket.on('error', () => undefined);
      ended.push(once(socket, 'close'));
    });
    const shown = await certificateAt(await listening(server), 443, never);
    expect(shown).toEqual({ fingerprint: own.fingerprint, name: '001788fffe0a1b2c', trusted: false });
    await Promise.all(ended);
    expect(heard).toEqual([]);
  });

  it('puts nothing on the screen that is no name', async () => {
    const own = selfSigned(`a\u202e\u0007${'x'.repeat(60)}`);
    const server = tls.createServer({ key: own.key, cert: own.cert });
    const { name } = await certificateAt(await listening(server), 443, never);
    expect(name).toMatch(/^[\x20-\x7e]{0,60}$/);
  });

  it.each([
    ['speaks no TLS', (socket: net.Socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\n')],
    ['hangs up', (socket: net.Socket) => void socket.destroy()],
    ['talks without end', (socket: net.Socket) => void socket.write(Buffer.alloc(100_000, 0x16))],
  ])('a place that %s is unreachable', async (_name, answer) => {
    await expect(certificateAt(await listening(net.createServer(answer)), 443, never)).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('a place that says nothing is given up when it is told to', async () => {
    const stop = new AbortController();
    const server = net.createServer(() => stop.abort());
    await expect(certificateAt(await listening(server), 443, stop.signal)).rejects.toMatchObject({ code: 'timeout' });
  });

  it('an address that is none is no way to anywhere', async () => {
    await expect(certificateAt('127.0.0.1:0', 443, never)).rejects.toMatchObject({ code: 'badAddress' });
    await expect(certificateAt('127.0.0.1:99999', 443, never)).rejects.toMatchObject({ code: 'badAddress' });
  });
});
