import type { IncomingMessage } from 'node:http';
import type * as z from 'zod/mini';
import { DeviceAgent, lightError, response, StaleConnection } from './http-request.ts';
import { LightError } from './limited.ts';
import { addressOf } from './pinned-socket.ts';
import type { Timers } from './port.ts';
import { within } from './within.ts';

/** One question to a device. */
export interface Ask<T> {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Begins with a slash; made by us, never by a device. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly reply: z.ZodMiniType<T>;
  /** From the first packet to the last byte of the answer, ms. */
  readonly limitMs: number;
  readonly maxBytes: number;
}

/** A question whose answer does not end. */
export interface Listening {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Until the answer begins, ms. */
  readonly limitMs: number;
  readonly onOpen: () => void;
  readonly onBytes: (bytes: Buffer) => void;
}

/**
 * Asks one host, the one that the clinic entered, and nobody else: redirects are refused. Every failure is a `LightError`:
 * `unreachable`, `timeout`, `superseded` (its signal, or `close`), `certificateChanged`, `notAllowed` (401, 403), `noSuchLamp`
 * (404), `busy` (429, 503), `redirected`, `refused` (any other status), `strangeReply`, `badAddress`.
 */
export interface HttpClient {
  readonly ask: <T>(ask: Ask<T>, signal: AbortSignal) => Promise<T>;
  /** Never resolves well: ends with the `LightError` that ended the stream; `unreachable` where the device hung up. */
  readonly listen: (listening: Listening, signal: AbortSignal) => Promise<never>;
  /** Ends what is open; nothing is left behind. */
  readonly close: () => void;
}

export interface HttpParts {
  readonly timers: Timers;
  readonly host: string;
  /** Fingerprint of the certificate to trust; null speaks plain HTTP. */
  readonly certificate: string | null;
}

export function createHttp({ timers, host, certificate }: HttpParts): HttpClient {
  const closing = new AbortController();
  const agent = new DeviceAgent(certificate);

  const begin = (
    { method, path, headers, body }: Pick<Ask<unknown>, 'method' | 'path' | 'headers' | 'body'>,
    signal: AbortSignal,
  ): Promise<IncomingMessage> => {
    const text = body === undefined ? null : Buffer.from(JSON.stringify(body));
    const sent = text === null ? {} : { 'content-type': 'application/json', 'content-length': String(text.length) };
    const address = addressOf(host, certificate === null ? 80 : 443);
    const all = { host, accept: '*/*', ...headers, ...sent };
    const once = (): Promise<IncomingMessage> =>
      response({ ...address, method, path, headers: all, agent, signal, until: signal }, text);
    // A connection that waited may have been closed by the device just as we wrote: then, once, a new one.
    return once().catch((problem: unknown) => {
      if (!(problem instanceof StaleConnection) || signal.aborted) throw problem;
      agent.forgetWaiting();
      return once();
    });
  };

  return {
    ask: (ask, signal) =>
      within(timers, ask.limitMs, [signal, closing.signal], async (until) => {
        const reply = await begin(ask, until);
        return parsed(ask.reply, await whole(reply, ask.maxBytes));
      }),
    listen: ({ path, headers, limitMs, onOpen, onBytes }, signal) =>
      within(timers, limitMs, [signal, closing.signal], async (until, unlimited) => {
        const reply = await begin({ method: 'GET', path, ...(headers === undefined ? {} : { headers }) }, until);
        unlimited();
        onOpen();
        for await (const bytes of reply) onBytes(bytes as Buffer);
        throw new LightError('unreachable');
      }).catch((problem: unknown) => Promise.reject(lightError(problem))),
    close: () => {
      closing.abort();
      agent.destroy();
    },
  };
}

async function whole(reply: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    // Leaving the loop early destroys the connection: nobody reads an endless answer to its end.
    for await (const part of reply) {
      size += (part as Buffer).length;
      if (size > maxBytes) throw new LightError('strangeReply');
      parts.push(part as Buffer);
    }
  } catch (problem) {
    throw lightError(problem);
  }
  return Buffer.concat(parts);
}

function parsed<T>(schema: z.ZodMiniType<T>, bytes: Buffer): T {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new LightError('strangeReply');
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new LightError('strangeReply');
  return result.data;
}
