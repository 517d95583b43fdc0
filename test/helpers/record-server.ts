import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

/** Serves answers to one page over a socket of this machine: the other end of `recordSocket`. */
export interface RecordServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** @param answer of one request, as main would give it */
export async function serveRecord(answer: (message: string) => Promise<string>): Promise<RecordServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const text = data.toString('utf8');
      const end = text.indexOf(' ');
      void answer(text.slice(end + 1)).then((said) => socket.send(`${text.slice(0, end)} ${said}`));
    });
  });
  return {
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of server.clients) socket.terminate();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
