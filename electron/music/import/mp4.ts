import type { BytesOf } from './bytes.ts';

/** The largest table of contents that is looked into, bytes: that of a day of sound is a tenth of it. */
const MOST_MOOV = 64 << 20;

/**
 * What sound an mp4 file carries, by the four letters of its first track (`mp4a`, `alac`, `drms`); null where none is
 * found, or the file ends before one of its parts does.
 */
export function mp4Codec(file: BytesOf): string | null {
  let codec: string | null = null;
  for (let at = 0; at + 16 <= file.size;) {
    const head = file.read(at, 16);
    const view = new DataView(head.buffer, head.byteOffset);
    const short = view.getUint32(0);
    const size = short === 1 ? Number(view.getBigUint64(8)) : short === 0 ? file.size - at : short;
    if (size < 8 || at + size > file.size) return null;
    if (nameAt(head, 4) === 'moov' && size <= MOST_MOOV) codec ??= codecIn(file.read(at, size));
    at += size;
  }
  return codec;
}

/** The codec that a table of contents names. */
function codecIn(moov: Uint8Array): string | null {
  const view = new DataView(moov.buffer, moov.byteOffset, moov.byteLength);
  const found: string[] = [];
  const walk = (from: number, to: number): void => {
    for (let at = from; at + 8 <= to;) {
      const size = view.getUint32(at);
      const name = nameAt(moov, at + 4);
      if (size < 8 || at + size > to) return;
      if (name === 'stsd' && size >= 24) found.push(nameAt(moov, at + 20));
      if (['moov', 'trak', 'mdia', 'minf', 'stbl'].includes(name)) walk(at + 8, at + size);
      at += size;
    }
  };
  walk(0, moov.length);
  // A film's pictures may come first; whatever is protected counts before what plays.
  return ['drms', 'enca', 'alac', 'mp4a'].find((codec) => found.includes(codec)) ?? found[0] ?? null;
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
