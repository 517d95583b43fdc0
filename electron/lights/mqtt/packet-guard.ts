import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

export interface PacketLimits {
  /** Largest packet, bytes. */
  readonly bytes: number;
  /** Most packets in one second. */
  readonly perSecond: number;
}

/**
 * First bytes of what a broker may say to us: CONNACK, PUBLISH (QoS 0, as we subscribe; retained or not), PUBACK, SUBACK,
 * PINGRESP and DISCONNECT. The client library stumbles, and takes the program along, over some of the others.
 */
const EXPECTED: ReadonlySet<number> = new Set([0x20, 0x30, 0x31, 0x40, 0x90, 0xd0, 0xe0]);
/** A length is written in at most four bytes of seven bits. */
const LAST_SHIFT = 21;

/** Follows the boundaries of MQTT packets; true while what comes is what a sound broker says. */
export function packetCheck({ bytes, perSecond }: PacketLimits, now: () => number): (chunk: Buffer) => boolean {
  let length: { readonly value: number; readonly shift: number } | null = null;
  let body = 0;
  let count = 0;
  let windowStart = now();

  const begins = (first: number): boolean => {
    const at = now();
    if (at - windowStart >= 1_000) {
      windowStart = at;
      count = 0;
    }
    count += 1;
    length = { value: 0, shift: 0 };
    return count <= perSecond && EXPECTED.has(first);
  };

  const lengthByte = (byte: number, { value, shift }: { value: number; shift: number }): boolean => {
    const next = value + (byte & 0x7f) * 2 ** shift;
    if (next > bytes || shift > LAST_SHIFT) return false;
    if ((byte & 0x80) !== 0) length = { value: next, shift: shift + 7 };
    else {
      length = null;
      body = next;
    }
    return true;
  };

  return (chunk) => {
    for (let at = 0; at < chunk.length; at += 1) {
      if (body > 0) {
        const skipped = Math.min(body, chunk.length - at);
        body -= skipped;
        at += skipped - 1;
        continue;
      }
      const byte = chunk[at] ?? 0;
      if (!(length === null ? begins(byte) : lengthByte(byte, length))) return false;
    }
    return true;
  };
}

/**
 * A socket to a broker that hands on only what passes `packetCheck`, and breaks over anything else: a packet that is too
 * large before it is collected in memory (one may announce 256 MB), too many of them, kinds that are not for us.
 * @param now ms of a monotonic clock
 * @param onBroken told once, before the end
 */
export function guarded(socket: Socket, limits: PacketLimits, now: () => number, onBroken: () => void): Duplex {
  const sound = packetCheck(limits, now);
  const guard = new Duplex({
    read: () => void socket.resume(),
    write: (chunk: Buffer, _, done) => void socket.write(chunk, done),
    writev: (chunks, done) => void socket.write(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer)), done),
    final: (done) => void socket.end(done),
    destroy: (_, done) => {
      socket.destroy();
      done(null);
    },
  });
  socket.on('data', (chunk: Buffer) => {
    if (guard.destroyed) return;
    if (sound(chunk)) {
      if (!guard.push(chunk)) socket.pause();
      return;
    }
    onBroken();
    guard.destroy();
  });
  socket.once('close', () => guard.destroy());
  return guard;
}
