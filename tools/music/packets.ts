/**
 * Joins the packets of an Opus file: 120 ms each in place of 20, the sound bit for bit the same. What plays it wakes for
 * each packet, and playing costs about two thirds then. Opus packets: RFC 6716, section 3; Opus in Ogg: RFC 7845.
 */
import { readPages, writePages, type Packet } from './ogg.ts';

/** The most a packet may last, and the most frames in it (RFC 6716, 3.2.5). */
const MOST_MS = 120;
const MOST_FRAMES = 48;
/** Says that several frames follow, and that each has a length of its own. */
const [SEVERAL, VARIABLE] = [3, 0x80];
/** Samples a millisecond: Opus counts at 48 kHz whatever it was made from. */
const PER_MS = 48;
/** The longest frame there may be, bytes, and the longest whose length is said in one byte (RFC 6716, 3.2.1). */
const MOST_BYTES = 1275;
const SHORT = 252;

/** The file with its packets joined as far as they go. Throws where it is no Ogg Opus of one frame a packet. */
export function joinPackets(file: Uint8Array): Uint8Array<ArrayBuffer> {
  const { serial, packets, endGranule } = readPages(file);
  const [head, tags, ...sound] = packets;
  if (head === undefined || tags === undefined || !startsWith(head, 'OpusHead') || !startsWith(tags, 'OpusTags'))
    throw new Error('This is no Opus in Ogg');
  const joined: Packet[] = [];
  let granule = 0;
  for (let at = 0; at < sound.length;) {
    const frames = together(sound, at);
    at += frames.length;
    granule += frames.length * frameMs(frames[0]) * PER_MS;
    // The last one may say less than it holds: what is over is cut off (RFC 7845, 4.4).
    joined.push({ bytes: packetOf(frames), granule: at < sound.length ? granule : endGranule });
  }
  return writePages(serial, [head, tags], joined);
}

/** The packets from `at` on that fit into one: of one configuration, one frame each. */
function together(packets: readonly Uint8Array[], at: number): readonly Uint8Array[] {
  const first = packets[at];
  const most = Math.min(MOST_FRAMES, Math.floor(MOST_MS / frameMs(first)));
  const frames: Uint8Array[] = [];
  while (frames.length < most) {
    const next = packets[at + frames.length];
    if (next === undefined || next[0] !== first?.[0]) break;
    if ((tocOf(next) & SEVERAL) !== 0) throw new Error('A packet holds several frames already');
    frames.push(next);
  }
  return frames;
}

/** A packet of these frames, each with its length but the last (code 3, RFC 6716, 3.2.5). */
function packetOf(packets: readonly Uint8Array[]): Uint8Array {
  const [only] = packets;
  if (only !== undefined && packets.length === 1) return only;
  const frames = packets.map((packet) => packet.subarray(1));
  const lengths = frames.slice(0, -1).flatMap(({ length }) => lengthOf(length));
  const head = Uint8Array.of(tocOf(only) | SEVERAL, VARIABLE | frames.length, ...lengths);
  return Buffer.concat([head, ...frames]);
}

/** How a frame's length is written (RFC 6716, 3.2.1). */
function lengthOf(bytes: number): readonly number[] {
  if (bytes > MOST_BYTES) throw new Error('A frame is longer than Opus allows');
  if (bytes < SHORT) return [bytes];
  const low = SHORT + (bytes & 3);
  return [low, (bytes - low) / 4];
}

/** How long a frame of this packet lasts, ms (RFC 6716, table 2). */
function frameMs(packet: Uint8Array | undefined): number {
  const config = tocOf(packet) >> 3;
  if (config < 12) return [10, 20, 40, 60][config & 3] ?? 0;
  return (config < 16 ? [10, 20][config & 1] : [2.5, 5, 10, 20][config & 3]) ?? 0;
}

/** Its first byte, which says how it is to be read. */
function tocOf(packet: Uint8Array | undefined): number {
  const [toc] = packet ?? [];
  if (toc === undefined) throw new Error('A packet is empty');
  return toc;
}

function startsWith(packet: Uint8Array, magic: string): boolean {
  return String.fromCharCode(...packet.subarray(0, magic.length)) === magic;
}
