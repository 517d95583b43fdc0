import { crc32, deflateSync } from 'node:zlib';

/** A PNG picture of one colour running into another. */
export function pngOf(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows.set([40 + (160 * x) / width, 90 + (100 * y) / height, 150], y * (1 + width * 3) + 1 + x * 3);
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2], 8);
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
  };
  const chunks = [chunk('IHDR', size), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

/** The mp3 with an ID3 tag in front of it that names this as its cover, said to be a PNG. */
export function withCover(mp3: Buffer, title: string, cover: Buffer): Buffer {
  const frame = (name: string, data: Buffer): Buffer =>
    Buffer.concat([Buffer.from(name), uint32(data.length), Buffer.from([0, 0]), data]);
  const frames = Buffer.concat([
    frame('TIT2', Buffer.from(`\0${title}`)),
    frame('APIC', Buffer.concat([Buffer.from('\0image/png\0\u0003\0', 'latin1'), cover])),
  ]);
  // Seven bits a byte.
  const length = Buffer.from([21, 14, 7, 0].map((shift) => (frames.length >> shift) & 127));
  return Buffer.concat([Buffer.from('ID3\u0003\0\0', 'latin1'), length, frames, mp3]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
