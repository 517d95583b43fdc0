import type { Socket } from 'node:net';

export interface PacketLimits {
  /** Largest packet, bytes. */
  readonly bytes: number;
  /** Most packets in one second. */
  readonly perSecond: number;
}

/** `length` bytes of a packet are still to come, or its header is being read. */
type Reading =
  | { readonly kind: 'header' }
  | { readonly kind: 'length'; readonly value: number; readonly shift: number };

/**
 * Watches the boundaries of MQTT packets as they arrive and breaks the connection over one that is too large, before it
 * is collected in memory (a packet may announce 256 MB), or over too many of them.
 * @param now ms of a monotonic clock
 * @param onBroken told once, with a key of the text catalogue
 */
export function guardPackets(
  socket: Socket,
  { bytes, perSecond }: PacketLimits,
  now: () => number,
  onBroken: (code: string) => void,
): void {
  let reading: Reading = { kind: 'header' };
  let body = 0;
  let count = 0;
  let windowStart = now();
  let broken = false;

  const breakOff = (): void => {
    if (broken) return;
    broken = true;
    onBroken('strangeReply');
    socket.destroy();
  };

  const began = (): void => {
    const at = now();
    if (at - windowStart >= 1_000) {
      windowStart = at;
      count = 0;
    }
    count += 1;
    if (count > perSecond) breakOff();
  };

  const lengthByte = (byte: number, value: number, shift: number): void => {
    const next = value + (byte & 0x7f) * 2 ** shift;
    if (next > bytes || shift > 21) return breakOff();
    if ((byte & 0x80) !== 0) reading = { kind: 'length', value: next, shift: shift + 7 };
    else {
      reading = { kind: 'header' };
      body = next;
    }
  };

  socket.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length && !broken;) {
      if (body > 0) {
        const skipped = Math.min(body, chunk.length - at);
        body -= skipped;
        at += skipped;
        continue;
      }
      const byte = chunk[at] ?? 0;
      at += 1;
      if (reading.kind === 'header') {
        began();
        reading = { kind: 'length', value: 0, shift: 0 };
      } else lengthByte(byte, reading.value, reading.shift);
    }
  });
}
