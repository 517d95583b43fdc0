import { Buffer } from 'node:buffer';
import type { Packets } from './e131.ts';
import { SLOTS } from './levels.ts';

/** UDP port of Art-Net. */
export const ART_NET_PORT = 6454;

const OP_OUTPUT = 0x5000;
const PROTOCOL = 14;
const SEQUENCE_AT = 12;
const SLOTS_AT = 18;

/** ArtDmx packets of all 512 slots (Art-Net 4). `universe`: net, sub-net and universe as one number of 15 bits. */
export function artDmxPackets(universe: number): Packets {
  const layout = Buffer.alloc(SLOTS_AT + SLOTS);
  layout.write('Art-Net\0', 0, 'latin1');
  layout.writeUInt16LE(OP_OUTPUT, 8);
  layout.writeUInt16BE(PROTOCOL, 10);
  layout.writeUInt16LE(universe, 14);
  layout.writeUInt16BE(SLOTS, 16);

  // 1 to 255; 0 would say that packets are not numbered.
  let sequence = 0;
  return {
    frame: (slots) => {
      sequence = (sequence % 255) + 1;
      const made = Buffer.from(layout);
      made.writeUInt8(sequence, SEQUENCE_AT);
      made.set(slots, SLOTS_AT);
      return made;
    },
    ending: () => [],
  };
}
