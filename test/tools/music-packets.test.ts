import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPages, writePages } from '../../tools/music/ogg.ts';
import { joinPackets } from '../../tools/music/packets.ts';

const FOLDER = fileURLToPath(new URL('../../assets/music/', import.meta.url));
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const heads = [text('OpusHead…'), text('OpusTags…')];
const bytes = (most: number) => fc.uint8Array({ maxLength: most, size: 'max' });

/** Frames in what Opus writes for 20 ms of music (configuration 31) and for 10 ms of speech (12), with their first byte. */
const frame = fc.record({ toc: fc.constantFrom(31 << 3, (31 << 3) | 4, 12 << 3), body: bytes(1275) });
const msOf = (toc: number): number => (toc >> 3 === 12 ? 10 : 20);

/** The frames of a packet with their first byte, read as RFC 6716, section 3.2 has it. */
function framesOf(packet: Uint8Array): { toc: number; body: number[] }[] {
  const [first = 0, count = 0, ...rest] = packet;
  const toc = first & ~3;
  if ((first & 3) === 0) return [{ toc, body: [...packet.subarray(1)] }];
  expect([first & 3, count & 0xc0]).toEqual([3, 0x80]);
  const lengths: number[] = [];
  while (lengths.length < (count & 0x3f) - 1) {
    const length = rest.shift() ?? 0;
    lengths.push(length < 252 ? length : length + 4 * (rest.shift() ?? 0));
  }
  return [...lengths, Infinity].map((length) => ({ toc, body: rest.splice(0, length) }));
}

test('what is written as pages reads back as the same packets', () => {
  fc.assert(
    fc.property(fc.array(bytes(2000), { minLength: 1 }), fc.integer({ min: 0, max: 2 ** 31 }), (packets, serial) => {
      const sound = packets.map((packet, at) => ({ bytes: packet, granule: 700 * (at + 1) }));
      const read = readPages(writePages(serial, heads, sound));
      expect(read).toEqual({ serial, packets: [...heads, ...packets], endGranule: 700 * packets.length });
    }),
  );
});

test('a byte that changed is found', () => {
  const file = writePages(1, heads, [{ bytes: text('sound'), granule: 960 }]);
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      expect(() => readPages(file.map((byte, index) => (index === at ? byte ^ by : byte)))).toThrow('damaged');
    }),
  );
});

test('joined packets hold the same frames in the same order, at most 120 ms each, and end at the same sample', () => {
  fc.assert(
    fc.property(fc.array(frame, { minLength: 1, maxLength: 40, size: 'max' }), fc.nat(400), (frames, cutOff) => {
      const end = frames.reduce((sum, { toc }) => sum + msOf(toc) * 48, 0) - cutOff;
      const sound = frames.map(({ toc, body }) => ({ bytes: Uint8Array.of(toc, ...body), granule: end }));
      const { packets, endGranule } = readPages(joinPackets(writePages(7, heads, sound)));
      const read = packets.slice(2).map(framesOf);
      expect(read.flat()).toEqual(frames.map(({ toc, body }) => ({ toc, body: [...body] })));
      for (const own of read) expect(own.reduce((sum, { toc }) => sum + msOf(toc), 0)).toBeLessThanOrEqual(120);
      expect(endGranule).toBe(end);
    }),
  );
});

test('what is no Opus in Ogg is refused', () => {
  expect(() => joinPackets(writePages(1, [text('OpusHead'), text('vorbis')], []))).toThrow('no Opus');
  expect(() => joinPackets(text('no pages at all'))).toThrow('damaged');
});

test('the built-in music is in long packets', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.opus'));
  expect(files.length).toBeGreaterThan(30);
  for (const name of files) {
    const { packets, endGranule } = readPages(readFileSync(path.join(FOLDER, name)));
    expect(endGranule / 48 / (packets.length - 2)).toBeGreaterThan(110);
  }
});
