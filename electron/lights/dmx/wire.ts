import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { promisify } from 'node:util';

/** Where packets go. */
export interface WireTarget {
  readonly host: string;
  readonly port: number;
  /** Address of this PC's network to send from; null leaves the choice to the system. */
  readonly from: string | null;
  readonly multicast: boolean;
}

/** A way for packets to one target. Nothing here throws; a code is a key of the text catalogue (`light.<code>`). */
export interface Wire {
  readonly isOpen: () => boolean;
  /** Opens it, or joins an opening that is under way: null once it is open, or why it is not. */
  readonly open: () => Promise<string | null>;
  /** Null once the last byte was handed to the network, or why it was not. */
  readonly send: (packet: Uint8Array) => Promise<string | null>;
  readonly close: () => Promise<void>;
}

/**
 * A connected UDP socket: a name is looked up once and not for every packet, and "nobody listens there" comes back.
 * @param onError told of what the network reports between two packets
 */
export function openWire(target: WireTarget, onError: (code: string) => void): Wire {
  let open: Socket | null = null;
  let opening: Promise<string | null> | null = null;
  let closed = false;

  const drop = (socket: Socket): void => {
    if (open === socket) open = null;
    shut(socket);
  };

  const begin = async (): Promise<string | null> => {
    const socket = createSocket(isIPv6(target.host) ? 'udp6' : 'udp4');
    socket.unref();
    try {
      await connected(socket, target);
    } catch (problem) {
      shut(socket);
      return codeOf(problem);
    }
    if (closed) {
      shut(socket);
      return 'closed';
    }
    socket.on('error', (problem) => onError(codeOf(problem)));
    open = socket;
    return null;
  };

  const hand = (socket: Socket, packet: Uint8Array): Promise<unknown> =>
    new Promise((resolve) => {
      try {
        socket.send(packet, (problem) => resolve(problem));
      } catch (problem) {
        resolve(problem);
      }
    });

  return {
    isOpen: () => open !== null,
    open: () => {
      if (closed) return Promise.resolve('closed');
      if (open !== null) return Promise.resolve(null);
      opening ??= begin().finally(() => (opening = null));
      return opening;
    },
    send: async (packet) => {
      const socket = open;
      if (socket === null) return closed ? 'closed' : 'notSent';
      const first = await hand(socket, packet);
      if (first == null) return null;
      onError(codeOf(first));
      // Most often this is the network's answer to an earlier packet, told instead of sending this one: once more.
      const second = open === socket ? await hand(socket, packet) : first;
      if (second == null) return null;
      // A socket keeps the network that it was opened on; only a new one finds another.
      const code = codeOf(second);
      if (code === 'noNetwork' || code === 'unreachable') drop(socket);
      return code;
    },
    close: async () => {
      closed = true;
      await opening;
      if (open !== null) drop(open);
    },
  };
}

async function connected(socket: Socket, { host, port, from, multicast }: WireTarget): Promise<void> {
  let fail: (problem: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  socket.once('error', fail);
  const steps = async (): Promise<void> => {
    if (from !== null)
      await new Promise<void>((resolve) => socket.bind({ address: from, port: 0, exclusive: true }, resolve));
    if (multicast && from !== null) socket.setMulticastInterface(from);
    await promisify<number, string>(socket.connect.bind(socket))(port, host);
  };
  await Promise.race([steps(), failed]);
  socket.off('error', fail);
}

function shut(socket: Socket): void {
  // Until it is gone a closing socket may still report; nobody is interested any more, and nothing may crash.
  socket.on('error', () => undefined);
  try {
    socket.close();
  } catch {
    // It was closed already.
  }
}

function nameOf(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : '';
}

const codes: Readonly<Record<string, string>> = {
  ENETUNREACH: 'noNetwork',
  ENETDOWN: 'noNetwork',
  EADDRNOTAVAIL: 'noNetwork',
  EINVAL: 'noNetwork',
  ENODEV: 'noNetwork',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ECONNREFUSED: 'noReceiver',
  ENOTFOUND: 'unknownHost',
  EAI_AGAIN: 'unknownHost',
};

function codeOf(problem: unknown): string {
  return codes[nameOf(problem)] ?? 'notSent';
}
