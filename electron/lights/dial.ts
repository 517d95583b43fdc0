import { isIP, type Socket } from 'node:net';
import tls from 'node:tls';
import { LightError } from './limited.ts';
import { addressOf, openPinned, openPlain, type Address } from './pinned-socket.ts';

/** Where a bridge or broker of the clinic listens. */
export interface Place {
  /** As it was entered: a name or address, with a port where it is not the usual one. */
  readonly host: string;
  readonly usualPort: number;
  readonly encrypted: boolean;
  /** SHA-256 of the certificate (hex, lower case) that alone is trusted; null trusts the system's authorities. */
  readonly certificate: string | null;
}

/**
 * Opens a connection that is proven before its first byte: nothing, above all no password, is written to a peer whose
 * certificate is not the right one. Rejects with `LightError`; gives up on `signal`.
 */
export async function dial(place: Place, signal: AbortSignal): Promise<Socket> {
  const address = addressOf(place.host, place.usualPort);
  const socket = await opened(address, place, signal);
  socket.setNoDelay(true);
  return socket;
}

function opened(address: Address, { encrypted, certificate }: Place, signal: AbortSignal): Promise<Socket> {
  if (!encrypted) return openPlain(address, signal);
  return certificate === null ? openTrusted(address, signal) : openPinned(address, certificate, signal);
}

/**
 * An encrypted connection to whom an authority vouches for: one that Node brings or one that this computer trusts, since a
 * clinic's own is installed there. Rejects with `LightError`: `unreachable`, `certificateUnknown`.
 */
function openTrusted({ host, port }: Address, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({
      host,
      port,
      minVersion: 'TLSv1.2',
      ca: [...tls.getCACertificates('default'), ...tls.getCACertificates('system')],
      ...(isIP(host) === 0 ? { servername: host } : {}),
    });
    const giveUp = (): void => void socket.destroy();
    signal.addEventListener('abort', giveUp);
    // For good: a socket that fails between two owners must not end the app.
    socket.on('error', (problem) => reject(new LightError(codeOf(problem))));
    socket.once('close', () => {
      signal.removeEventListener('abort', giveUp);
      reject(new LightError('unreachable'));
    });
    socket.once('secureConnect', () => {
      signal.removeEventListener('abort', giveUp);
      resolve(socket);
    });
    if (signal.aborted) giveUp();
  });
}

function codeOf(problem: Error & { code?: unknown }): string {
  const code = typeof problem.code === 'string' ? problem.code : '';
  return /CERT|ALTNAME|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/.test(code) ? 'certificateUnknown' : 'unreachable';
}
