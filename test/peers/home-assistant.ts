import { once } from 'node:events';
import { createServer as createPlain, type IncomingMessage, type Server } from 'node:http';
import { createServer as createEncrypted } from 'node:https';
import { WebSocketServer, type WebSocket } from 'ws';
import type { SelfSigned } from '../helpers/self-signed.ts';
import { answerCommand, type HomeCall, type HomeEntity } from './home-assistant-commands.ts';
import { makeHomeTrouble, type HomeTrouble } from './home-assistant-trouble.ts';

export interface HomeOptions {
  readonly token?: string;
  readonly entities?: readonly HomeEntity[];
  readonly certificate?: SelfSigned;
  /** 0, or none, lets the system choose. */
  readonly port?: number;
}

/**
 * A Home Assistant on the loopback, written from its public documents (developers.home-assistant.io, "WebSocket API"): as
 * far as lamps need it, and strict where the real one is.
 */
export interface FakeHome {
  readonly port: number;
  readonly token: string;
  /** Every service that was called, in order. */
  readonly calls: readonly HomeCall[];
  readonly entities: ReadonlyMap<string, HomeEntity>;
  /** What clients did that the documents forbid. */
  readonly faults: readonly string[];
  /** Resolves with the first call from number `from` on that is as wanted. */
  readonly until: (wanted: (call: HomeCall) => boolean, from?: number) => Promise<HomeCall>;
  /** An entity changes by itself, or is new; null: it is gone. */
  readonly change: (entity: string, to: HomeEntity | null) => void;
  /** From now on it behaves like this; null: soundly. */
  readonly trouble: (trouble: HomeTrouble | null) => void;
  /** Breaks all connections and listens no more. */
  readonly stop: () => Promise<void>;
  /** Listens again on the same port. */
  readonly start: (certificate?: SelfSigned) => Promise<void>;
}

/** Starts one that is ready when this resolves. */
export async function startHomeAssistant(options: HomeOptions = {}): Promise<FakeHome> {
  const token = options.token ?? 'a-long-lived-token-of-nobody';
  const entities = new Map((options.entities ?? []).map((entity) => [entity.entity_id, entity]));
  const calls: HomeCall[] = [];
  const faults: string[] = [];
  const waiting = new Set<() => void>();
  const followers = new Set<{ readonly only: ReadonlySet<string> | null; readonly tell: (event: unknown) => void }>();
  let trouble: HomeTrouble | null = null;
  let server: Server | null = null;
  let port = options.port ?? 0;

  const change = (entity: string, to: HomeEntity | null): void => {
    const isNew = !entities.has(entity);
    if (to === null) entities.delete(entity);
    else entities.set(entity, to);
    const short = to === null ? null : { s: to.state, a: to.attributes };
    for (const { only, tell } of followers) {
      if (only !== null && !only.has(entity)) continue;
      if (short === null) tell({ r: [entity] });
      else tell(isNew ? { a: { [entity]: short } } : { c: { [entity]: { '+': short } } });
    }
  };

  const serve = (socket: WebSocket): void => {
    const send = (message: unknown): void => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    };
    socket.on('error', () => undefined);
    if (trouble === 'mute') return;
    let isIn = false;
    let lastId = 0;
    send({ type: 'auth_required', ha_version: '2026.11.0' });
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as Record<string, unknown>;
      if (!isIn) {
        isIn = message['type'] === 'auth' && message['access_token'] === token;
        if (!isIn) {
          send({ type: 'auth_invalid', message: 'Invalid access token or password' });
          socket.close();
          return;
        }
        send({ type: 'auth_ok', ha_version: '2026.11.0' });
        if (trouble !== null) makeHomeTrouble(trouble, socket, null);
        return;
      }
      const id = Number(message['id']);
      if (!(id > lastId)) {
        faults.push('id_reuse');
        return send({
          id,
          type: 'result',
          success: false,
          error: { code: 'id_reuse', message: 'Identifier values have to increase.' },
        });
      }
      lastId = id;
      if (trouble === 'deaf') return;
      if (trouble !== null && message['type'] !== 'ping' && makeHomeTrouble(trouble, socket, id)) return;
      answerCommand(message, {
        entities,
        faults,
        send,
        change,
        follow: (only, tell) => {
          const follower = { only, tell };
          followers.add(follower);
          socket.once('close', () => followers.delete(follower));
        },
        called: (call) => {
          calls.push(call);
          for (const look of waiting) look();
        },
      });
    });
  };

  const start = async (certificate = options.certificate): Promise<void> => {
    const started =
      certificate === undefined ? createPlain() : createEncrypted({ key: certificate.key, cert: certificate.cert });
    const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: true });
    started.on('upgrade', (request: IncomingMessage, line, head) => {
      line.on('error', () => undefined);
      if (trouble === 'redirect') return void line.end('HTTP/1.1 302 Found\r\nlocation: ws://127.0.0.1:1/\r\n\r\n');
      if (trouble === 'noSocket') return void line.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi');
      if (request.url !== '/api/websocket') return void line.end('HTTP/1.1 404 Not Found\r\n\r\n');
      sockets.handleUpgrade(request, line, head, serve);
    });
    const lines = new Set<{ destroy: () => unknown }>();
    started.on('connection', (line) => lines.add(line));
    started.once('close', () => {
      for (const socket of sockets.clients) socket.terminate();
    });
    started.listen(port, '127.0.0.1');
    await once(started, 'listening');
    const address = started.address();
    if (address !== null && typeof address === 'object') port = address.port;
    server = started;
    ends = async () => {
      server = null;
      started.close();
      for (const socket of sockets.clients) socket.terminate();
      for (const line of lines) line.destroy();
      await once(started, 'close');
    };
  };
  let ends = (): Promise<void> => Promise.resolve();

  await start();
  return {
    get port() {
      return port;
    },
    token,
    calls,
    entities,
    faults,
    until: (wanted, from = 0) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = calls.slice(from).find(wanted);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    change,
    trouble: (next) => {
      trouble = next;
    },
    stop: async () => {
      if (server !== null) await ends();
    },
    start,
  };
}
