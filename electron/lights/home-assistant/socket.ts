import { WebSocket } from 'ws';
import { dial, type Place } from '../dial.ts';
import { LightError } from '../limited.ts';
import { addressOf } from '../pinned-socket.ts';
import { greetingSchema, json } from './messages.ts';

export interface HomeLogin {
  readonly place: Place;
  /** Long-lived access token. */
  readonly token: string | null;
}

/**
 * Opens a web socket to Home Assistant and is let in. `ws` and not the one of the platform: that one takes neither a
 * connection whose certificate was compared with a pinned one, nor a limit for what comes in. No compression, since a small
 * message could unfold to a huge one; redirects are not followed. The token is told to nobody who did not ask for it.
 * Rejects with `LightError`.
 * @param maxBytes largest message
 * @param take called once we are let in, before the next message is looked at
 */
export async function openSocket<T>(
  { place, token }: HomeLogin,
  maxBytes: number,
  take: (socket: WebSocket) => T,
  signal: AbortSignal,
): Promise<T> {
  if (token === null) throw new LightError('secretNeeded');
  const connection = await dial(place, signal);
  const { host, port } = addressOf(place.host, place.usualPort);
  const name = host.includes(':') ? `[${host}]` : host;
  const socket = new WebSocket(`ws://${name}:${port}/api/websocket`, {
    createConnection: () => connection,
    perMessageDeflate: false,
    followRedirects: false,
    maxPayload: maxBytes,
  });
  const giveUp = (): void => socket.terminate();
  signal.addEventListener('abort', giveUp);
  try {
    return await letIn(socket, token, take, signal);
  } catch (problem) {
    socket.terminate();
    throw problem;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

function letIn<T>(socket: WebSocket, token: string, take: (socket: WebSocket) => T, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (code: string): void => reject(new LightError(signal.aborted ? 'timeout' : code));
    // For good: an error that nobody hears would end the program.
    socket.on('error', () => fail('strangeReply'));
    socket.once('close', () => fail('unreachable'));
    const heard = (data: unknown, isBinary: boolean): void => {
      const greeting = greetingSchema.safeParse(isBinary ? undefined : json(String(data)));
      if (!greeting.success) return fail('strangeReply');
      switch (greeting.data.type) {
        case 'auth_required':
          return socket.send(JSON.stringify({ type: 'auth', access_token: token }));
        case 'auth_ok':
          socket.off('message', heard);
          return resolve(take(socket));
        case 'auth_invalid':
          return fail('notAllowed');
      }
    };
    socket.on('message', heard);
  });
}
