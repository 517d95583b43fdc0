import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { drawnCover, writePicture } from '../../../../electron/music/import/cover.ts';
import { pngOf } from '../../../helpers/cover.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'stillroom-cover-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const to = path.join(folder, 'picture');

it('is the picture in front, or else the first', () => {
  const [back, front] = [pngOf(2, 2), pngOf(3, 3)];
  expect(writePicture([{ data: back }, { data: front, type: 'Cover (front)' }], to)).toBe(true);
  expect(readFileSync(to).equals(front)).toBe(true);
  expect(writePicture([{ data: back }, { data: front }], to)).toBe(true);
  expect(readFileSync(to).equals(back)).toBe(true);
  rmSync(to);
});

it('is none where there is none, it is no picture, unpacks to too much, or is too long', () => {
  const huge = pngOf(1, 1);
  huge.writeUInt32BE(5000, 16);
  huge.writeUInt32BE(5000, 20);
  const long = Buffer.concat([pngOf(1, 1), Buffer.alloc(10 << 20)]);
  for (const data of [Buffer.from('<svg>'), huge, long]) expect(writePicture([{ data }], to)).toBe(false);
  expect(writePicture([], to)).toBe(false);
  expect(writePicture([{ data: pngOf(1, 1) }], path.join(folder, 'no folder', 'picture'))).toBe(false);
  expect(existsSync(to)).toBe(false);
});

it('comes back drawn anew as a small WebP file and as nothing else', () => {
  const webp = Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1');
  expect(drawnCover(webp.toString('base64'))).toEqual(webp);
  const long = Buffer.concat([webp, Buffer.alloc(64 << 10)]);
  for (const other of [pngOf(1, 1), Buffer.alloc(0), long]) expect(drawnCover(other.toString('base64'))).toBeNull();
  expect(drawnCover(null)).toBeNull();
});
