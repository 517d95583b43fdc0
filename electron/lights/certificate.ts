import net from 'node:net';
import tls from 'node:tls';
import { LightError } from './limited.ts';
import { addressOf } from './pinned-socket.ts';

/** What a bridge or broker shows of itself before anything is said to it. */
export interface ShownCertificate {
  /** SHA-256 of it in DER, 64 hex digits, lower case. */
  readonly fingerprint: string;
  /** The name it gives itself; a Hue bridge's is its id. At most 60 characters, printable. */
  readonly name: string;
  /** An authority that this computer trusts vouches for it and for this address: it needs no pinning. */
  readonly trusted: boolean;
}

/**
 * Looks at the certificate that a place shows. Nothing is sent but the greeting of TLS.
 * Rejects with `LightError`: `badAddress`, `unreachable`, `timeout` (aborted).
 * @param entered as the clinic entered it, with a port where it is not the usual one
 */
export function certificateAt(entered: string, usualPort: number, signal: AbortSignal): Promise<ShownCertificate> {
  return new Promise((resolve, reject) => {
    const { host, port } = addressOf(entered, usualPort);
    const socket = tls.connect({
      host,
      port,
      // It is shown to a person, who says whether it is the right one; nothing is written over this connection.
      rejectUnauthorized: false,
      ca: [...tls.getCACertificates('default'), ...tls.getCACertificates('system')],
      ...(net.isIP(host) === 0 ? { servername: host } : {}),
    });
    const end = (shown: ShownCertificate | null, code: string): void => {
      signal.removeEventListener('abort', aborted);
      socket.destroy();
      if (shown === null) reject(new LightError(code));
      else resolve(shown);
    };
    const aborted = (): void => end(null, 'timeout');
    signal.addEventListener('abort', aborted);
    socket.on('error', () => end(null, 'unreachable'));
    socket.once('close', () => end(null, 'unreachable'));
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerX509Certificate();
      if (certificate === undefined) return end(null, 'unreachable');
      const fingerprint = certificate.fingerprint256.replaceAll(':', '').toLowerCase();
      end({ fingerprint, name: nameIn(certificate.subject), trusted: socket.authorized }, '');
    });
    if (signal.aborted) aborted();
  });
}

/** The common name in a subject's lines (`CN=…`), without what no screen should show. */
function nameIn(subject: string | undefined): string {
  const line = subject?.split('\n').find((part) => part.startsWith('CN='));
  return (line?.slice('CN='.length) ?? '').replaceAll(/[^\x20-\x7e]/g, '').slice(0, 60);
}
