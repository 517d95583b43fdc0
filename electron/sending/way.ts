import { request, type IncomingMessage } from 'node:http';
import type { FhirServer } from '../../shared/sending/server.ts';
import type { Reply } from '../../shared/sending/reply.ts';
import { dial } from '../lights/dial.ts';
import { lightError } from '../lights/http-request.ts';
import { LightError } from '../lights/limited.ts';

/** As much of an answer as is read, bytes. A server's own description may be long; some send the whole bundle back. */
const MOST_BYTES = { metadata: 4 * 1024 * 1024, answer: 2 * 1024 * 1024 } as const;
const FHIR_JSON = 'application/fhir+json';

/** One server and how we say who we are; null where it asks for nothing. */
export interface Way {
  readonly server: FhirServer;
  readonly token: string | null;
}

/** One question. Its path begins below the server's own and is made by us. */
export interface Asked {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly body: Uint8Array | null;
  readonly most: keyof typeof MOST_BYTES;
}

/** Opens the connection that a send would take, and closes it: reached and proven, and nothing was said. Rejects with `LightError`. */
export async function prove({ server }: Way, signal: AbortSignal): Promise<void> {
  (await dial(placeOf(server), signal)).destroy();
}

/**
 * Asks the server once, over a connection of its own that was proven before the first byte, so that no token and no session
 * reaches a stranger. Redirects are an answer like any other: nobody follows them. Of a body that is longer than what is
 * read, nothing counts. Rejects with `LightError`: `unreachable`, `certificateChanged`, `certificateUnknown`, `strangeReply`,
 * or what `signal` was aborted with.
 */
export async function ask({ server, token }: Way, asked: Asked, signal: AbortSignal): Promise<Reply> {
  const socket = await dial(placeOf(server), signal);
  const giveUp = (): void => void socket.destroy();
  signal.addEventListener('abort', giveUp);
  try {
    signal.throwIfAborted();
    const { method, path, body: bytes } = asked;
    const head = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = bytes === null ? {} : { 'content-type': FHIR_JSON, 'content-length': String(bytes.length) };
      const auth = token === null ? {} : { authorization: `Bearer ${token}` };
      const going = request({
        ...{ createConnection: () => socket, host: server.host, method, path: `${server.path}${path}` },
        // What is sent back need not be the whole bundle again.
        headers: { host: server.host, accept: FHIR_JSON, prefer: 'return=minimal', ...auth, ...sent },
      });
      going.on('error', (problem) => reject(lightError(problem)));
      going.once('close', () => reject(new LightError('unreachable')));
      going.once('response', resolve);
      going.end(bytes ?? undefined);
    });
    // For good: what breaks off after its head must not end the app.
    head.on('error', () => undefined);
    const status = head.statusCode ?? 0;
    const headers = { ...head.headers };
    const body = saysAll(method, status, headers) ? undefined : await read(head, MOST_BYTES[asked.most]);
    return { status, headers, body };
  } catch (problem) {
    throw signal.aborted ? signal.reason : lightError(problem);
  } finally {
    signal.removeEventListener('abort', giveUp);
    socket.destroy();
  }
}

function placeOf({ host, certificate }: FhirServer) {
  return { host, usualPort: 443, encrypted: true, certificate };
}

/** Whether the head alone is enough: a `PUT` that was taken, with its version or its place. */
function saysAll(method: Asked['method'], status: number, headers: Reply['headers']): boolean {
  const placed = headers['etag'] !== undefined || headers['location'] !== undefined;
  return method === 'PUT' && status >= 200 && status < 300 && placed;
}

async function read(head: IncomingMessage, most: number): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of head) {
    size += (part as Buffer).length;
    // Leaving the loop ends the connection: nobody reads an endless answer to its end.
    if (size > most) return undefined;
    parts.push(part as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
