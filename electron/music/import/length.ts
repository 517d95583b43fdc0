import { adtsFrame, mp3Frame, type Frame } from '../../../shared/music/frames.ts';
import type { BytesOf } from './bytes.ts';

/** What a file's own bytes say of its length before anything of it is decoded. */
export interface Length {
  /** ms; null where it says nothing. */
  readonly declaredMs: number | null;
  /** It ends in the middle of something. */
  readonly cut: boolean;
}

const CHUNK = 1 << 20;
/** Shorter than it says by more than this, ms, a file was cut. */
export const SHORT_MS = 1000;

/** Length of a stream that is nothing but frames; junk between them is stepped over. Null where there is more junk than frames. */
export function framesLength(
  file: BytesOf,
  from: number,
  frameAt: (bytes: Uint8Array, at: number) => Frame | null,
): (Length & { readonly first: number }) | null {
  let [chunk, chunkFrom] = [file.read(from, CHUNK), from];
  let [seconds, framed, first, at] = [0, 0, -1, from];
  while (at < file.size) {
    if (at + 16 > chunkFrom + chunk.length && chunkFrom + chunk.length < file.size)
      [chunk, chunkFrom] = [file.read(at, CHUNK), at];
    const frame = frameAt(chunk, at - chunkFrom);
    // The last frame of many files is not whole, and nobody hears it.
    if (frame === null || at + frame.bytes > file.size) {
      at += 1;
      continue;
    }
    if (first < 0) first = at;
    seconds += frame.samples / frame.rate;
    framed += frame.bytes;
    at += frame.bytes;
  }
  return framed > 0 && framed * 2 >= file.size - from ? { declaredMs: seconds * 1000, cut: false, first } : null;
}

export const aacLength = (file: BytesOf, from: number): Length | null => framesLength(file, from, adtsFrame);

/** That of an mp3: how many frames there were once, its first frame may say. */
export function mp3Length(file: BytesOf, from: number): Length | null {
  const found = framesLength(file, from, mp3Frame);
  if (found === null) return null;
  const head = file.read(found.first, 256);
  const frame = mp3Frame(head, 0);
  const count = xingFrames(head);
  if (frame === null || count === null) return found;
  const once = (count * frame.samples * 1000) / frame.rate;
  return { ...found, cut: (found.declaredMs ?? 0) < once - SHORT_MS };
}

function xingFrames(head: Uint8Array): number | null {
  const text = String.fromCharCode(...head);
  const at = Math.max(text.indexOf('Xing'), text.indexOf('Info'));
  if (at < 0 || at + 12 > head.length || ((head[at + 7] ?? 0) & 1) === 0) return null;
  return new DataView(head.buffer, head.byteOffset).getUint32(at + 8);
}

/** That of a wav file, by the header of its sound. Null where it has none. */
export function wavLength(file: BytesOf): Length | null {
  let bytesASecond = 0;
  for (let at = 12; at + 8 <= file.size;) {
    const head = file.read(at, 24);
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const size = view.getUint32(4, true);
    const name = String.fromCharCode(...head.subarray(0, 4));
    if (name === 'fmt ' && head.length >= 22) bytesASecond = view.getUint32(12, true) * view.getUint16(20, true);
    if (name === 'data' && (bytesASecond === 0 || size === 0)) return null;
    if (name === 'data') return { declaredMs: (size / bytesASecond) * 1000, cut: at + 8 + size > file.size };
    at += 8 + size + (size % 2);
  }
  return null;
}
