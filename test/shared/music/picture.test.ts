import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pictureOf } from '../../../shared/music/picture.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

it('knows a PNG and its size', () => {
  const png = bytes([0x89], 'PNG\r\n\u001A\n', [0, 0, 0, 13], 'IHDR', [0, 0, 1, 44, 0, 0, 2, 0, 8, 2, 0, 0, 0]);
  expect(pictureOf(png)).toEqual({ kind: 'png', width: 300, height: 512 });
});

it('knows a JPEG and its size, behind whatever segments come before its frame', () => {
  const jpeg = bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
    [0xff, 0xff, 0xc4, 0, 3, 9],
    [0xff, 0xc2, 0, 11, 8, 2, 0, 1, 44, 3],
  );
  expect(pictureOf(jpeg)).toEqual({ kind: 'jpeg', width: 300, height: 512 });
});

it.each(['', '\u00FF\u00D8', 'GIF89a', '<svg xmlns=', 'RIFF\0\0\0\0WEBP', '\u0089PNG\r\n\u001A\n'])(
  '%j is none',
  (text) => {
    expect(pictureOf(bytes(text))).toBeNull();
  },
);

it('never throws, and ends, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (rest, jpeg) => {
      pictureOf(jpeg ? bytes([0xff, 0xd8, 0xff], [...rest]) : rest);
    }),
  );
});
