/** What a made-up flac file is to be like. */
export interface FlacShape {
  readonly seconds: number;
  /** `still`: one value a frame, some bytes for eight seconds. */
  readonly sound?: 'tone' | 'still';
}

const RATE = 8000;
const BLOCK = { tone: 4096, still: 65_535 } as const;

/** A flac file of one channel of 8 bits at 8 kHz: a sine, not compressed, or values that hardly take room. */
export function flacOf({ seconds, sound = 'tone' }: FlacShape): Buffer {
  const block = BLOCK[sound];
  const total = Math.round(seconds * RATE);
  const sine = Buffer.alloc(RATE, 0);
  for (let at = 0; at < RATE; at += 1) sine.writeInt8(Math.round(40 * Math.sin((2 * Math.PI * 997 * at) / RATE)), at);
  const twice = Buffer.concat([sine, sine]);
  const frames: Buffer[] = [];
  for (let from = 0, number = 0; from < total; from += block, number += 1) {
    const length = Math.min(block, total - from);
    const start = from % RATE;
    // The subframe's kind (1: as it is, 0: one value for all), then its samples.
    const samples =
      sound === 'tone' ? [1 << 1, ...twice.subarray(start, start + length)] : [0, number % 2 === 0 ? 40 : 216];
    const head = [0xff, 0xf8, 0x74, 0x02, ...coded(number), (length - 1) >> 8, (length - 1) & 255];
    const frame = Buffer.from([...head, crc8(head), ...samples, 0, 0]);
    frame.writeUInt16BE(crc16(frame.subarray(0, -2)), frame.length - 2);
    frames.push(frame);
  }
  return Buffer.concat([header(block, total), ...frames]);
}

function header(block: number, total: number): Buffer {
  const bytes = Buffer.alloc(42);
  bytes.write('fLaC');
  bytes.writeUInt32BE(0x80_00_00_22, 4);
  bytes.writeUInt16BE(block, 8);
  bytes.writeUInt16BE(block, 10);
  // 20 bits of rate, 3 of channels less one, 5 of bits less one, 36 of samples.
  bytes.writeBigUInt64BE((BigInt(RATE) << 44n) | (7n << 36n) | BigInt(total), 18);
  return bytes;
}

/** A frame's number as UTF-8 writes a character's. */
function coded(number: number): readonly number[] {
  return [...Buffer.from(String.fromCodePoint(number))];
}

type Table = readonly number[];

function tableOf(bits: number, polynomial: number): Table {
  const top = 1 << (bits - 1);
  return Array.from({ length: 256 }, (_none, byte) => {
    let sum = byte << (bits - 8);
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & top) === 0 ? sum << 1 : (sum << 1) ^ polynomial;
    return sum & (2 ** bits - 1);
  });
}

const crc8Table = tableOf(8, 0x07);
const crc16Table = tableOf(16, 0x8005);

function crc8(bytes: Iterable<number>): number {
  let sum = 0;
  for (const byte of bytes) sum = crc8Table[sum ^ byte] ?? 0;
  return sum;
}

function crc16(bytes: Iterable<number>): number {
  let sum = 0;
  for (const byte of bytes) sum = ((sum << 8) & 0xffff) ^ (crc16Table[(sum >> 8) ^ byte] ?? 0);
  return sum;
}
