import { strict } from '../strict.ts';
import type { NativeImage } from '../surface/web-contents.ts';

/** A picture of a page, from the bytes of a PNG. */
export function nativeImage(png: Buffer): NativeImage {
  const size =
    png.length < 24 ? { width: 0, height: 0 } : { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
  return strict('NativeImage', {
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    getSize: () => size,
    isEmpty: () => png.length === 0,
  });
}
