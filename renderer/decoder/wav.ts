import { letGo, type Blocks } from './blocks.ts';
import type { Stretch } from './sound.ts';

/** Frames that are read at once. */
const FRAMES = 1 << 15;
const INTEGERS = 1;
const FLOATS = 3;
/** Says its kind further on. */
const EXTENSIBLE = 0xfffe;

/** A wav file whose samples stand in it as they are. */
export interface Wav {
  readonly rate: number;
  readonly channels: number;
  /** Bytes of one sample. */
  readonly width: number;
  readonly floats: boolean;
  /** Where its sound stands, bytes. */
  readonly from: number;
  readonly to: number;
}

/** What a wav file's header says; null where it is none, or of a kind that has to be decoded. */
export async function wavOf(blocks: Blocks): Promise<Wav | null> {
  const size = await blocks.size();
  if (size < 44) return null;
  const name = String.fromCharCode(...(await blocks.read(0, 12)));
  if (!name.startsWith('RIFF') || !name.endsWith('WAVE')) return null;
  let format: DataView | null = null;
  for (let at = 12; at + 8 <= size;) {
    const head = await blocks.read(at, at + 8);
    const chunk = String.fromCharCode(...head.subarray(0, 4));
    const length = new DataView(head.buffer).getUint32(4, true);
    if (chunk === 'data') return format === null ? null : described(format, at + 8, Math.min(size, at + 8 + length));
    if (chunk === 'fmt ' && length >= 16)
      format = new DataView((await blocks.read(at + 8, Math.min(size, at + 8 + length))).buffer);
    at += 8 + length + (length % 2);
  }
  return null;
}

function described(format: DataView, from: number, to: number): Wav | null {
  const said = format.getUint16(0, true);
  const kind = said === EXTENSIBLE && format.byteLength >= 26 ? format.getUint16(24, true) : said;
  const channels = format.getUint16(2, true);
  const width = format.getUint16(14, true) / 8;
  const floats = kind === FLOATS;
  const known = (kind === INTEGERS && [1, 2, 3, 4].includes(width)) || (floats && [4, 8].includes(width));
  if (!known || channels === 0 || format.getUint16(12, true) !== channels * width) return null;
  return { rate: format.getUint32(4, true), channels, width, floats, from, to };
}

/** Its sound, a stretch at a time. */
export async function* wavSound(blocks: Blocks, wav: Wav): AsyncGenerator<Stretch, void, undefined> {
  const { rate, channels, width, from, to } = wav;
  const frame = channels * width;
  const frames = Math.floor((to - from) / frame);
  const arrays = Array.from({ length: channels }, () => new Float32Array(FRAMES));
  for (let done = 0; done < frames; done += FRAMES) {
    const count = Math.min(FRAMES, frames - done);
    const bytes = await blocks.read(from + done * frame, from + (done + count) * frame);
    const view = new DataView(bytes.buffer);
    arrays.forEach((array, channel) => {
      for (let at = 0; at < count; at += 1) array[at] = sampleAt(view, at * frame + channel * width, wav);
    });
    letGo(bytes);
    yield { rate, channels: arrays.map((array) => array.subarray(0, count)) };
  }
}

/** One sample, -1 to 1. */
function sampleAt(view: DataView, at: number, { width, floats }: Wav): number {
  if (floats) return width === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true);
  if (width === 2) return view.getInt16(at, true) / 0x8000;
  if (width === 3) return ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 0x80_00_00;
  return width === 4 ? view.getInt32(at, true) / 0x80_00_00_00 : (view.getUint8(at) - 128) / 128;
}
