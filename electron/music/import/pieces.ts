import { adtsFrame, mp3Frame, type Frame } from '../../../shared/music/frames.ts';
import type { BytesOf } from './bytes.ts';

/** A part of a file that decodes by itself: what is put before it, which bytes, and how much of its beginning stood in the piece before. */
export interface Piece {
  readonly before: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly skipMs: number;
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  /** What the file says of its own length, ms; null where it says nothing. */
  readonly declaredMs: number | null;
  /** It ends in the middle of something. */
  readonly cut: boolean;
}

/** Length of one piece, s: a minute of two channels at 48 kHz is 23 MB once it is decoded. */
const PIECE_S = 60;
/** Frames of an mp3 lean on those before them, and a decoder needs a moment to begin. */
const LEAN_FRAMES = 10;
const CHUNK = 1 << 20;
/** Shorter than it says by more than this, ms, a file was cut. */
export const SHORT_MS = 1000;
const nothing = new Uint8Array(0);

/** The pieces of a stream that is nothing but frames; junk between them is stepped over, but not more junk than frames. */
export function framePieces(
  file: BytesOf,
  from: number,
  frameAt: (bytes: Uint8Array, at: number) => Frame | null,
): Pieces {
  const starts: number[] = [];
  const pieces: Piece[] = [];
  let [chunk, chunkFrom] = [file.read(from, CHUNK), from];
  let [seconds, total, framed, firstFrame] = [0, 0, 0, 0];
  let [at, end, skipMs] = [from, from, 0];
  while (at < file.size) {
    if (at + 16 > chunkFrom + chunk.length && chunkFrom + chunk.length < file.size)
      [chunk, chunkFrom] = [file.read(at, CHUNK), at];
    const frame = frameAt(chunk, at - chunkFrom);
    // The last frame of many files is not whole, and nobody hears it.
    if (frame === null || at + frame.bytes > file.size) {
      at += 1;
      continue;
    }
    starts.push(at);
    const lasts = frame.samples / frame.rate;
    [seconds, total, framed] = [seconds + lasts, total + lasts, framed + frame.bytes];
    at += frame.bytes;
    end = at;
    if (seconds < PIECE_S) continue;
    pieces.push({ before: nothing, start: starts[firstFrame] ?? from, end, skipMs });
    firstFrame = Math.max(0, starts.length - LEAN_FRAMES);
    skipMs = LEAN_FRAMES * lasts * 1000;
    seconds = 0;
  }
  if (seconds > 0) pieces.push({ before: nothing, start: starts[firstFrame] ?? from, end, skipMs });
  const whole = framed * 2 >= file.size - from;
  return { pieces: whole ? pieces : [], declaredMs: total * 1000, cut: false };
}

export const aacPieces = (file: BytesOf, from: number): Pieces => framePieces(file, from, adtsFrame);

/** Those of an mp3: how many frames there were once, its first frame may say. */
export function mp3Pieces(file: BytesOf, from: number): Pieces {
  const found = framePieces(file, from, mp3Frame);
  const start = found.pieces[0]?.start ?? from;
  const head = file.read(start, 256);
  const frame = mp3Frame(head, 0);
  const count = xingFrames(head);
  if (frame === null || count === null || found.declaredMs === null) return found;
  const once = (count * frame.samples * 1000) / frame.rate;
  return { ...found, cut: found.declaredMs < once - SHORT_MS };
}

function xingFrames(head: Uint8Array): number | null {
  const text = String.fromCharCode(...head);
  const at = Math.max(text.indexOf('Xing'), text.indexOf('Info'));
  if (at < 0 || at + 12 > head.length || ((head[at + 7] ?? 0) & 1) === 0) return null;
  return new DataView(head.buffer, head.byteOffset).getUint32(at + 8);
}

/** The pieces of a wav file: each gets the header of the whole, with its own length. Null where it has no sound. */
export function wavPieces(file: BytesOf): Pieces | null {
  let format: Uint8Array | null = null;
  for (let at = 12; at + 8 <= file.size;) {
    const head = file.read(at, 8);
    const size = new DataView(head.buffer, head.byteOffset).getUint32(4, true);
    const name = String.fromCharCode(...head.subarray(0, 4));
    if (name === 'fmt ') format = file.read(at + 8, Math.min(size, 64));
    if (name === 'data') return format === null ? null : cutWav(format, at + 8, size, file.size);
    at += 8 + size + (size % 2);
  }
  return null;
}

function cutWav(format: Uint8Array, from: number, declared: number, fileSize: number): Pieces | null {
  const view = new DataView(format.buffer, format.byteOffset, format.byteLength);
  if (format.length < 16) return null;
  const [rate, align] = [view.getUint32(4, true), view.getUint16(12, true)];
  if (rate === 0 || align === 0) return null;
  const end = Math.min(fileSize, from + declared);
  const whole = from + Math.floor((end - from) / align) * align;
  const step = rate * align * PIECE_S;
  const pieces: Piece[] = [];
  for (let start = from; start < whole; start += step) {
    const stop = Math.min(whole, start + step);
    pieces.push({ before: wavHeader(format, stop - start), start, end: stop, skipMs: 0 });
  }
  return { pieces, declaredMs: (declared / align / rate) * 1000, cut: from + declared > fileSize };
}

function wavHeader(format: Uint8Array, bytes: number): Uint8Array {
  const header = new Uint8Array(28 + format.length);
  const view = new DataView(header.buffer);
  const word = (at: number, text: string): void => header.set(new TextEncoder().encode(text), at);
  word(0, 'RIFF');
  view.setUint32(4, 20 + format.length + bytes, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, format.length, true);
  header.set(format, 20);
  word(20 + format.length, 'data');
  view.setUint32(24 + format.length, bytes, true);
  return header;
}
