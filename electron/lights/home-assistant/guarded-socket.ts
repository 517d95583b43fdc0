import type { HaWebSocket } from 'home-assistant-js-websocket';
import type { WebSocket } from 'ws';
import * as z from 'zod/mini';
import { json, messageSchema } from './messages.ts';

/** More messages in a second are a flood. */
const PER_SECOND = 500;

const sentSchema = z.object({ id: z.int(), type: z.string() });
type Listener = (event: { readonly data?: string }) => void;

/**
 * What the client library sees of a socket. It takes every message for a sound one, throws on others, and answers those
 * that it does not expect; so it is handed only messages that are well formed and belong to something it asked for.
 * Text that is none of Home Assistant's, and a flood, end the connection.
 * @param now ms of a monotonic clock
 * @param onBroken told once, before the end
 */
export function guardedSocket(socket: WebSocket, now: () => number, onBroken: () => void): HaWebSocket {
  const listeners = new Map<string, Set<Listener>>([
    ['message', new Set()],
    ['close', new Set()],
  ]);
  const asked = new Set<number>();
  const subscribed = new Set<number>();
  let count = 0;
  let windowStart = now();

  const tell = (kind: string, event: { readonly data?: string }): void => {
    for (const listener of listeners.get(kind) ?? []) listener(event);
  };
  const breakOff = (): void => {
    onBroken();
    socket.terminate();
  };
  const tooMany = (): boolean => {
    const at = now();
    if (at - windowStart >= 1_000) {
      windowStart = at;
      count = 0;
    }
    count += 1;
    return count > PER_SECOND;
  };

  socket.on('message', (data: Buffer, isBinary) => {
    const text = isBinary ? '' : data.toString('utf8');
    const value = json(text);
    if (tooMany() || typeof value !== 'object' || value === null) return breakOff();
    const message = messageSchema.safeParse(value);
    if (!message.success) return;
    const { id, type } = message.data;
    const expected = type === 'event' ? subscribed.has(id) : asked.delete(id);
    if (expected) tell('message', { data: text });
  });
  socket.once('close', () => tell('close', {}));

  const seen = {
    OPEN: socket.OPEN,
    get readyState() {
      return socket.readyState;
    },
    haVersion: '',
    addEventListener: (kind: string, listener: Listener) => void listeners.get(kind)?.add(listener),
    removeEventListener: (kind: string, listener: Listener) => void listeners.get(kind)?.delete(listener),
    send: (text: string) => {
      const sent = sentSchema.safeParse(json(text));
      if (sent.success) asked.add(sent.data.id);
      if (sent.success && sent.data.type.startsWith('subscribe_')) subscribed.add(sent.data.id);
      socket.send(text);
    },
    close: () => socket.close(),
  };
  // The library's type is a browser's socket; it uses no more of it than this.
  return seen as unknown as HaWebSocket;
}
