import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { LightError } from './limited.ts';

/** Where to connect to. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

const HOST = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9.-]+))(?::([0-9]{1,5}))?$/;

/** Takes a host apart as the clinic entered it. Throws `LightError('badAddress')`. */
export function addressOf(host: string, usualPort: number): Address {
  const match = HOST.exec(host);
  const name = match?.[1] ?? match?.[2];
  const port = match?.[3] === undefined ? usualPort : Number(match[3]);
  if (name === undefined || port < 1 || port > 65_535) throw new LightError('badAddress');
  return { host: name, port };
}

/** An open connection without encryption. Throws `LightError('unreachable')`; gives up on `signal`. */
export function openPlain({ host, port }: Address, signal: AbortSignal): Promise<Socket> {
  const socket = connectPlain({ host, port });
  return opened(socket, 'connect', signal);
}

/**
 * An encrypted connection to the one device that has this certificate (SHA-256 of its DER, 64 hex digits, lower case). The devices sign their certificates themselves,
 * so no authority is asked: the pin is what proves them, and it is compared before the socket is handed to anybody.
 * Throws `LightError`: `certificateChanged`, `unreachable`, `strangeReply` (no TLS there); gives up on `signal`.
 */
export async function openPinned(address: Address, fingerprint: string, signal: AbortSignal): Promise<TLSSocket> {
  const socket = await openUnchecked(address, signal);
  if (fingerprintOf(socket) === fingerprint) return socket;
  socket.destroy();
  throw new LightError('certificateChanged');
}

function openUnchecked({ host, port }: Address, signal: AbortSignal): Promise<TLSSocket> {
  const servername = isIP(host) === 0 ? host : '';
  const socket = connectTls({ host, port, servername, rejectUnauthorized: false });
  socket.disableRenegotiation();
  return opened(socket, 'secureConnect', signal);
}

function fingerprintOf(socket: TLSSocket): string | undefined {
  return socket.getPeerX509Certificate()?.fingerprint256.replaceAll(':', '').toLowerCase();
}

function opened<S extends Socket>(socket: S, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => void socket.destroy();
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp);
    // For good: a socket that fails between two owners must not end the app.
    socket.on('error', (problem) => reject(new LightError(codeOfSocket(problem))));
    socket.once('close', () => {
      signal.removeEventListener('abort', giveUp);
      reject(new LightError('unreachable'));
    });
    socket.once(event, () => {
      signal.removeEventListener('abort', giveUp);
      resolve(socket);
    });
  });
}

/** TLS alerts and a partner that speaks no TLS at all are no fault of the way to it. */
function codeOfSocket(problem: Error): string {
  const code = 'code' in problem && typeof problem.code === 'string' ? problem.code : '';
  return /^(ERR_SSL|ERR_TLS|EPROTO)/.test(code) ? 'strangeReply' : 'unreachable';
}
