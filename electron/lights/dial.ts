import net from 'node:net';
import tls from 'node:tls';
import { LightError } from './limited.ts';

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
 * certificate is not the right one. Rejects with `LightError`: `unreachable`, `timeout` (aborted), `certificateChanged`,
 * `certificateUnknown`.
 */
export function dial(place: Place, signal: AbortSignal): Promise<net.Socket> {
  const { host, port } = hostAndPort(place.host, place.usualPort);
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new LightError('timeout'));
    const socket = place.encrypted
      ? tls.connect({
          host,
          port,
          minVersion: 'TLSv1.2',
          // A pinned certificate is compared below, before anything is written; its authority and name do not matter then.
          rejectUnauthorized: place.certificate === null,
          ...(place.certificate === null ? { ca: authorities() } : {}),
          ...(net.isIP(host) === 0 ? { servername: host } : {}),
        })
      : net.connect({ host, port });
    const aborted = (): void => fail(new LightError('timeout'));
    const fail = (problem: Error): void => {
      signal.removeEventListener('abort', aborted);
      socket.destroy();
      reject(problem instanceof LightError ? problem : new LightError(codeOf(problem)));
    };
    signal.addEventListener('abort', aborted);
    // Stays for the connection's life: whoever takes it over listens for `close`, and no error is ever unheard.
    socket.on('error', fail);
    socket.once('close', () => fail(new LightError('unreachable')));
    socket.once(place.encrypted ? 'secureConnect' : 'connect', () => {
      signal.removeEventListener('abort', aborted);
      if (place.certificate !== null && fingerprintOf(socket) !== place.certificate) {
        return fail(new LightError('certificateChanged'));
      }
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}

/** A host as the clinic entered it, apart from its port; brackets of an IPv6 address taken off. */
export function hostAndPort(entered: string, usualPort: number): { readonly host: string; readonly port: number } {
  const parts = /^(?:\[(?<v6>[^\]]+)\]|(?<name>[^:]+))(?::(?<port>\d{1,5}))?$/.exec(entered)?.groups;
  const port = Number(parts?.['port'] ?? usualPort);
  return { host: parts?.['v6'] ?? parts?.['name'] ?? entered, port: port <= 65_535 ? port : usualPort };
}

/** Those that Node brings and those that this computer trusts: a clinic's own authority is installed there. */
function authorities(): string[] {
  return [...tls.getCACertificates('default'), ...tls.getCACertificates('system')];
}

function fingerprintOf(socket: net.Socket): string | null {
  if (!(socket instanceof tls.TLSSocket)) return null;
  return socket.getPeerX509Certificate()?.fingerprint256.replaceAll(':', '').toLowerCase() ?? null;
}

function codeOf(problem: Error & { code?: unknown }): string {
  const code = typeof problem.code === 'string' ? problem.code : '';
  return /CERT|ALTNAME|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/.test(code) ? 'certificateUnknown' : 'unreachable';
}
