import {
  Agent,
  request as startRequest,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { LightError } from './limited.ts';
import { openPinned, openPlain, type Address } from './pinned-socket.ts';

/** Connections that wait for the next question; as many as a Hue bridge bears. */
const MAX_WAITING = 3;

/** A request to a device; `until` gives up the connection that is opened for it. */
export interface DeviceRequest extends RequestOptions {
  readonly until: AbortSignal;
}

/** The device closed a connection that had carried an answer before. */
export class StaleConnection extends LightError {}

/** Opens connections in the one allowed way, and gives up those whose question was given up meanwhile. */
export class DeviceAgent extends Agent {
  readonly #certificate: string | null;

  constructor(certificate: string | null) {
    super({ keepAlive: true, maxFreeSockets: MAX_WAITING });
    this.#certificate = certificate;
  }

  override createConnection(...[options, created]: Parameters<Agent['createConnection']>): undefined {
    const { host, port, until } = options as unknown as Address & DeviceRequest;
    const socket =
      this.#certificate === null
        ? openPlain({ host, port }, until)
        : openPinned({ host, port }, this.#certificate, until);
    // The callback's type asks for a stream beside an error as well; Node looks at the error alone.
    socket.then(
      (ready) => created?.(null, ready),
      (problem: Error) => (created as ((problem: Error) => void) | undefined)?.(problem),
    );
  }

  /** Closes the connections that wait. */
  forgetWaiting(): void {
    for (const sockets of Object.values(this.freeSockets)) for (const socket of sockets ?? []) socket.destroy();
  }
}

/** Sends a request and waits for the head of its answer. Rejects with a `LightError`, also for a status that is no success. */
export function response(options: DeviceRequest, text: Buffer | null): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = startRequest(options);
    request.on('error', (problem) => reject(lightError(problem, request.reusedSocket)));
    request.once('close', () => reject(new LightError('unreachable')));
    request.once('response', (reply) => {
      reply.on('error', () => undefined);
      const code = codeOfStatus(reply.statusCode ?? 0);
      if (code === null) return resolve(reply);
      reply.destroy();
      reject(new LightError(code));
    });
    request.end(text ?? undefined);
  });
}

/** Names whatever a connection throws. */
export function lightError(problem: unknown, reused = false): LightError {
  if (problem instanceof LightError) return problem;
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  if (code.startsWith('HPE_')) return new LightError('strangeReply');
  return reused ? new StaleConnection('unreachable') : new LightError('unreachable');
}

function codeOfStatus(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'redirected';
  if (status === 401 || status === 403) return 'notAllowed';
  if (status === 404) return 'noSuchLamp';
  return status === 429 || status === 503 ? 'busy' : 'refused';
}
