import { writeFileSync } from 'node:fs';
import { pictureOf } from '../../../shared/music/picture.ts';

/** Largest picture of a file that is looked at, bytes and pixels: it is unpacked once, to four bytes a pixel. */
const MOST_BYTES = 10 << 20;
const MOST_PIXELS = 16_000_000;
/** Largest cover that is kept, bytes; one of 192 pixels takes a tenth of it. */
export const COVER_BYTES = 64 << 10;

interface Tagged {
  readonly data: Uint8Array;
  readonly type?: string;
}

/**
 * Writes the cover among a file's pictures to `to`, as it is: the one in front, or else the first. False where there is
 * none, or none that can be looked at, or no room for it: a track is not refused for its picture.
 */
export function writePicture(pictures: readonly Tagged[], to: string): boolean {
  const cover = pictures.find(({ type }) => type === 'Cover (front)') ?? pictures[0];
  if (cover === undefined || cover.data.length > MOST_BYTES) return false;
  const picture = pictureOf(cover.data);
  if (picture === null || picture.width * picture.height > MOST_PIXELS) return false;
  try {
    writeFileSync(to, cover.data, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

/** The cover as the decoder's window drew it anew, from its base64; null where it is not what was asked for. */
export function drawnCover(base64: string | null): Uint8Array | null {
  if (base64 === null) return null;
  const bytes = Buffer.from(base64, 'base64');
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
  return isWebp && bytes.length <= COVER_BYTES ? bytes : null;
}
