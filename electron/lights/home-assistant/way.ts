import { Connection } from 'home-assistant-js-websocket';
import type { WebSocket } from 'ws';
import * as z from 'zod/mini';
import { limited, LightError } from '../limited.ts';
import type { Way } from '../kept-open.ts';
import type { Timers } from '../port.ts';
import { guardedSocket } from './guarded-socket.ts';
import { entitiesSchema, type Entities } from './messages.ts';
import { openSocket, type HomeLogin } from './socket.ts';

/** One connection to Home Assistant. All calls reject with `LightError`. */
export interface HomeWay extends Way {
  /** Calls a service for one entity; resolves when Home Assistant says that it is done. */
  readonly call: (service: string, entity: string, data: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Hears of entities, first as they stand now. */
  readonly follow: (entities: readonly string[], listener: (news: Entities) => void) => Promise<void>;
  readonly states: () => Promise<unknown>;
}

/** Between two questions whether somebody is still there, ms, and how long an answer may take. */
const PING_MS = 5_000;
const PONG_MS = 5_000;

const problemSchema = z.object({ code: z.union([z.string(), z.number()]) });

export interface HomeParts {
  readonly timers: Timers;
  /** Largest message. */
  readonly maxBytes: number;
}

/** Opens one connection to Home Assistant. Rejects with `LightError`. */
export function openHomeWay(login: HomeLogin, { timers, maxBytes }: HomeParts, signal: AbortSignal): Promise<HomeWay> {
  return openSocket(login, maxBytes, (socket) => wayOver(socket, timers), signal);
}

/**
 * The connection of a socket that was let in, and never of another: the client library would reconnect by itself and send
 * later what it was told meanwhile, so it is closed for good as soon as its socket is.
 */
function wayOver(socket: WebSocket, timers: Timers): HomeWay {
  let reason = 'unreachable';
  const seen = guardedSocket(socket, timers.now, () => (reason = 'strangeReply'));
  const connection = new Connection(seen, {
    setupRetry: 0,
    createSocket: () => Promise.reject(new LightError('closed')),
  });
  connection.addEventListener('disconnected', () => connection.close());
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(reason)));
  // Too large, or no text: the socket ends itself.
  socket.on('error', () => (reason = 'strangeReply'));

  const ask = async (message: { readonly type: string; readonly [key: string]: unknown }): Promise<unknown> => {
    if (!connection.connected) throw new LightError('unreachable');
    try {
      return await connection.sendMessagePromise({ ...message });
    } catch (problem) {
      throw new LightError(codeOf(problem));
    }
  };

  let cancel = (): void => undefined;
  const ping = async (): Promise<void> => {
    const over = new AbortController();
    cancel = () => over.abort();
    const pong = await limited(timers, PONG_MS, over.signal, async () => {
      await ask({ type: 'ping' });
      return { kind: 'sent' };
    });
    if (over.signal.aborted) return;
    if (pong.kind === 'sent') watch();
    else socket.terminate();
  };
  const watch = (): void => {
    cancel = timers.after(PING_MS, () => void ping());
  };
  watch();
  void closed.then(() => cancel());

  return {
    closed,
    close: async () => {
      connection.close();
      socket.terminate();
      await closed;
    },
    call: async (service, entity, data) => {
      const [domain] = entity.split('.', 1);
      const target = { entity_id: entity };
      await ask({ type: 'call_service', domain, service, service_data: data, target });
    },
    follow: async (entities, listener) => {
      if (entities.length === 0) return;
      const heard = (event: unknown): void => {
        const news = entitiesSchema.safeParse(event);
        if (news.success) listener(news.data);
      };
      const message = { type: 'subscribe_entities', entity_ids: [...entities] };
      await connection.subscribeMessage(heard, message, { resubscribe: false });
    },
    states: () => ask({ type: 'get_states' }),
  };
}

/** What Home Assistant calls a failure, in our words; a number is the library's own: the connection broke. */
function codeOf(problem: unknown): string {
  const parsed = problemSchema.safeParse(problem);
  if (!parsed.success || typeof parsed.data.code === 'number') return 'unreachable';
  switch (parsed.data.code) {
    case 'unauthorized':
      return 'notAllowed';
    case 'not_found':
    case 'service_validation_error':
      return 'noSuchLamp';
    case 'timeout':
      return 'timeout';
    default:
      return 'refused';
  }
}
