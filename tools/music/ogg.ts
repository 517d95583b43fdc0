/** Ogg files of one stream, read into packets and written again: RFC 3533. */

/** A packet and the place in the sound at which it ends, in samples. */
export interface Packet {
  readonly bytes: Uint8Array;
  readonly granule: number;
}

/** What a file holds. */
export interface Stream {
  readonly serial: number;
  readonly packets: readonly Uint8Array[];
  /** Where the sound ends, in samples. */
  readonly endGranule: number;
}

/** Length of a page's head before the lengths of its pieces, and where things stand in it, bytes. */
const HEAD = 27;
const [KIND, GRANULE, SERIAL, INDEX, SUM, COUNT] = [5, 6, 14, 18, 22, 26];
const [FIRST, LAST] = [2, 4];
const MAGIC = Buffer.from('OggS');
/** A packet is cut into pieces of this length, bytes; a page has at most so many of them. */
const PIECE = 255;
/** Sound on a page, samples: a second, which is what a search lands on. */
const PAGE = 48_000;

/** Reads a file of one stream. Throws where it is damaged or none. */
export function readPages(file: Uint8Array): Stream {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const packets: Uint8Array[] = [];
  let [serial, endGranule] = [0, 0];
  let parts: Uint8Array[] = [];
  for (let at = 0; at < file.length;) {
    const pieces = file.subarray(at + HEAD, at + HEAD + (file[at + COUNT] ?? 0));
    const length = pieces.reduce((sum, piece) => sum + piece, HEAD + pieces.length);
    const bytes = Uint8Array.from(file.subarray(at, at + length));
    if (at + length > file.length || !isWhole(bytes)) throw new Error('A page of the file is damaged');
    serial = view.getUint32(at + SERIAL, true);
    endGranule = Number(view.getBigInt64(at + GRANULE, true));
    let from = HEAD + pieces.length;
    for (const piece of pieces) {
      parts.push(bytes.subarray(from, (from += piece)));
      if (piece === PIECE) continue;
      packets.push(Uint8Array.from(Buffer.concat(parts)));
      parts = [];
    }
    at += length;
  }
  return { serial, packets, endGranule };
}

/** Writes heads, each on a page of its own, and then the sound, about a second to a page. */
export function writePages(
  serial: number,
  heads: readonly Uint8Array[],
  sound: readonly Packet[],
): Uint8Array<ArrayBuffer> {
  const pages = [...heads.map((bytes) => [{ bytes, granule: 0 }]), ...paged(sound)];
  const written = pages.map((packets, index) => {
    const kind = (index === 0 ? FIRST : 0) | (index === pages.length - 1 ? LAST : 0);
    return page(packets, { serial, index, kind });
  });
  return Uint8Array.from(Buffer.concat(written));
}

/** Packets by pages; none goes on from one page to the next. */
function paged(packets: readonly Packet[]): readonly (readonly Packet[])[] {
  const pages: Packet[][] = [];
  let [room, until] = [0, 0];
  for (const packet of packets) {
    const pieces = Math.floor(packet.bytes.length / PIECE) + 1;
    if (pages.length === 0 || packet.granule > until || pieces > room) {
      pages.push([]);
      room = PIECE;
      until = packet.granule + PAGE;
    }
    pages.at(-1)?.push(packet);
    room -= pieces;
  }
  return pages;
}

function page(
  packets: readonly Packet[],
  { serial, index, kind }: { readonly serial: number; readonly index: number; readonly kind: number },
): Uint8Array {
  const pieces = packets.flatMap(({ bytes }) => [
    ...Array.from({ length: Math.floor(bytes.length / PIECE) }, () => PIECE),
    bytes.length % PIECE,
  ]);
  if (pieces.length > PIECE) throw new Error('A packet is too long for a page');
  const head = new DataView(new ArrayBuffer(HEAD));
  for (const [at, letter] of MAGIC.entries()) head.setUint8(at, letter);
  head.setUint8(KIND, kind);
  head.setBigInt64(GRANULE, BigInt(packets.at(-1)?.granule ?? 0), true);
  head.setUint32(SERIAL, serial, true);
  head.setUint32(INDEX, index, true);
  head.setUint8(COUNT, pieces.length);
  const bytes = Buffer.concat([
    new Uint8Array(head.buffer),
    Uint8Array.from(pieces),
    ...packets.map((packet) => packet.bytes),
  ]);
  bytes.writeUInt32LE(checksum(bytes), SUM);
  return bytes;
}

/** Whether a page begins as one does and has the sum that it says. Its own sum is taken out of it. */
function isWhole(page: Uint8Array): boolean {
  if (MAGIC.some((letter, at) => page[at] !== letter)) return false;
  const said = new DataView(page.buffer, page.byteOffset, page.byteLength).getUint32(SUM, true);
  page.fill(0, SUM, SUM + 4);
  return checksum(page) === said;
}

/** CRC-32 with the polynomial 0x04c11db7, highest bit first, without a turn at its ends (RFC 3533, section 6). */
function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum = ((sum << 8) ^ (table[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return sum;
}

/** What each byte does to the sum. */
const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let rest = index << 24;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest << 1) ^ (rest & 0x80_00_00_00 ? 0x04_c1_1d_b7 : 0);
  return rest >>> 0;
});
