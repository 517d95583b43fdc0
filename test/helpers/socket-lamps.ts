import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Scene } from '../../shared/lights/scene.ts';
import { LightError } from '../../electron/lights/limited.ts';
import type { LightDriver, Outcome } from '../../electron/lights/port.ts';
import { able } from '../electron/lights/fixtures.ts';

/** How a lamp's socket behaves: takes a scene after a while; never answers; drips for ever; or nobody listens. */
export type Temper =
  | { readonly kind: 'answers'; readonly afterMs: number }
  | { readonly kind: 'silent' | 'drips' | 'gone' };

export interface SocketLamp {
  readonly driver: LightDriver;
  /** Level that it took last. */
  readonly level: () => number | null;
  /** Connections that are still open. */
  readonly open: () => number;
  readonly close: () => Promise<void>;
}

/** A lamp on a real socket of this machine, one line a message; ordinary messages are paced as a bridge would pace them. */
export async function socketLamp(id: string, temper: Temper, paceMs: number): Promise<SocketLamp> {
  const sockets = new Set<Socket>();
  let level: number | null = null;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.setEncoding('utf8').on('data', (text: string) => {
      if (temper.kind === 'drips') setInterval(() => socket.write('x'), 20).unref();
      if (temper.kind !== 'answers') return;
      setTimeout(() => {
        level = Number(text);
        socket.end('ok\n');
      }, temper.afterMs);
    });
  });
  const port = await listening(server);
  if (temper.kind === 'gone') await new Promise((resolve) => server.close(resolve));

  const ask = (scene: Scene, signal: AbortSignal): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      signal.addEventListener('abort', () => socket.destroy());
      socket.on('error', () => reject(new LightError('unreachable')));
      socket.on('connect', () => socket.write(String(scene.zones[0]?.level)));
      socket.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('\n')) resolve({ kind: 'sent' });
      });
    });
  let before = Promise.resolve();
  return {
    driver: {
      id,
      capabilities: able,
      send: async (scene, _fadeMs, signal) => {
        const turn = before;
        before = turn.then(() => new Promise((resolve) => void setTimeout(resolve, paceMs).unref()));
        await turn;
        return signal.aborted ? { kind: 'timeout' } : ask(scene, signal);
      },
      full: ask,
    },
    level: () => level,
    open: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
