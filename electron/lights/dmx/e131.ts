import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { SLOTS } from './levels.ts';

/** UDP port of E1.31. */
export const E131_PORT = 5568;

/** Packets of one stream: numbered in the order in which they are made. */
export interface Packets {
  readonly frame: (slots: Uint8Array) => Buffer;
  /** What ends the stream; none where the protocol knows no end. */
  readonly ending: (slots: Uint8Array) => readonly Buffer[];
}

export interface E131Source {
  readonly cid: Buffer;
  /** Shown by receivers and consoles. */
  readonly name: string;
  readonly universe: number;
  readonly priority: number;
}

const LENGTH = 638;
const NAME_AT = 44;
/** 64 bytes with the zero that ends it. */
const NAME_BYTES = 63;
const SEQUENCE_AT = 111;
const OPTIONS_AT = 112;
const SLOTS_AT = 126;
const STREAM_TERMINATED = 0x40;
/** E1.31, 6.2.6: a source that ends says so three times. */
const ENDINGS = 3;

/** E1.31 data packets of all 512 slots (ANSI E1.31-2018, tables 4-1 to 4-3). */
export function e131Packets({ cid, name, universe, priority }: E131Source): Packets {
  const layout = Buffer.alloc(LENGTH);
  // Root layer: preamble, identifier, flags with the length from here on, vector "data", who sends.
  layout.writeUInt16BE(0x0010, 0);
  layout.write('ASC-E1.17', 4, 'latin1');
  layout.writeUInt16BE(lengthFrom(16), 16);
  layout.writeUInt32BE(4, 18);
  cid.copy(layout, 22, 0, 16);
  // Framing layer: vector "data", name, priority; no synchronisation.
  layout.writeUInt16BE(lengthFrom(38), 38);
  layout.writeUInt32BE(2, 40);
  // Whole characters only, as many as there is room for.
  new TextEncoder().encodeInto(name, layout.subarray(NAME_AT, NAME_AT + NAME_BYTES));
  layout.writeUInt8(priority, 108);
  layout.writeUInt16BE(universe, 113);
  // DMP layer: set property, one start code (0: dimmers) and 512 slots from address 0 on.
  layout.writeUInt16BE(lengthFrom(115), 115);
  layout.writeUInt8(2, 117);
  layout.writeUInt8(0xa1, 118);
  layout.writeUInt16BE(1, 121);
  layout.writeUInt16BE(SLOTS + 1, 123);

  let sequence = 0;
  const packet = (slots: Uint8Array, options: number): Buffer => {
    const made = Buffer.from(layout);
    made.writeUInt8(sequence, SEQUENCE_AT);
    made.writeUInt8(options, OPTIONS_AT);
    made.set(slots, SLOTS_AT);
    sequence = (sequence + 1) % 256;
    return made;
  };
  return {
    frame: (slots) => packet(slots, 0),
    ending: (slots) => Array.from({ length: ENDINGS }, () => packet(slots, STREAM_TERMINATED)),
  };
}

function lengthFrom(at: number): number {
  return 0x7000 | (LENGTH - at);
}

/** The identity of a connection's stream: the same UUID at every start, so that a receiver knows its source again. */
export function cidOf(connectionId: string): Buffer {
  const cid = createHash('sha256').update(`stillroom e1.31 ${connectionId}`).digest().subarray(0, 16);
  // Version 8 (made by a rule of one's own) and variant of RFC 9562.
  cid.writeUInt8((cid.readUInt8(6) & 0x0f) | 0x80, 6);
  cid.writeUInt8((cid.readUInt8(8) & 0x3f) | 0x80, 8);
  return cid;
}

/** The multicast group of a universe. */
export function groupOf(universe: number): string {
  return `239.255.${universe >> 8}.${universe & 0xff}`;
}
