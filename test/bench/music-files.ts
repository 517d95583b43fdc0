import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { id3Length } from '../../shared/music/file-kind.ts';

/** Kept between runs: the files are the same every time. */
export const musicFolder = fileURLToPath(new URL('../../out/bench/music-1', import.meta.url));

/** Kinds as they come in a collection, and how ffmpeg is told of each. */
const kinds = {
  mp3: ['-c:a', 'libmp3lame', '-b:a', '192k'],
  m4a: ['-c:a', 'aac', '-b:a', '192k'],
  aac: ['-c:a', 'aac', '-b:a', '160k', '-f', 'adts'],
  ogg: ['-c:a', 'libvorbis', '-q:a', '5'],
  opus: ['-c:a', 'libopus', '-b:a', '128k'],
  flac: ['-c:a', 'flac'],
  wav: ['-c:a', 'pcm_s16le'],
} as const;
type Kind = keyof typeof kinds;
export const allKinds = Object.keys(kinds) as readonly Kind[];

/** One file of the collection: which sound it has, and what makes it another file than those with the same sound. */
export interface MusicFile {
  readonly name: string;
  readonly seconds: number;
}

const often: readonly Kind[] = ['mp3', 'flac', 'm4a', 'mp3', 'ogg', 'wav', 'mp3', 'opus', 'aac', 'm4a'];

/** `count` different files of 20 to 40 s in the folder `short-<count>`: soft noise and tones, two channels at 44.1 kHz. */
export function shortFiles(count: number): { readonly folder: string; readonly files: readonly MusicFile[] } {
  const folder = path.join(musicFolder, `short-${count}`);
  const files = Array.from({ length: count }, (_none, index) => {
    const kind = often[index % often.length] ?? 'mp3';
    const seconds = 20 + 4 * (Math.floor(index / often.length) % 6);
    return { kind, seconds, name: `${String(index).padStart(4, '0')}.${kind}` };
  });
  whole(folder, (making) => {
    const sounds = new Map<string, Buffer>();
    for (const [index, { kind, seconds, name }] of files.entries()) {
      const key = `${kind}-${seconds}`;
      const sound =
        sounds.get(key) ?? readFileSync(encoded(path.join(making, '..', `sound-${key}.${kind}`), kind, seconds));
      sounds.set(key, sound);
      writeFileSync(path.join(making, name), told(sound, kind, index));
    }
  });
  return { folder, files };
}

/** Files of these lengths, min, kind after kind, in the folder `name`. */
export function longFiles(
  name: string,
  minutes: readonly number[],
  of: readonly Kind[],
): { readonly folder: string; readonly files: readonly MusicFile[] } {
  const folder = path.join(musicFolder, name);
  const files = minutes.map((length, index) => {
    const kind = of[index % of.length] ?? 'mp3';
    return { kind, seconds: length * 60, name: `${String(length).padStart(2, '0')} minutes ${index}.${kind}` };
  });
  whole(folder, (making) => {
    for (const { kind, seconds, name: file } of files) encoded(path.join(making, file), kind, seconds);
  });
  return { folder, files };
}

/** A folder that is there as a whole or not at all. */
function whole(folder: string, fill: (making: string) => void): void {
  if (existsSync(folder)) return;
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  console.error(`making ${path.relative(process.cwd(), folder)}, which is kept …`);
  fill(making);
  renameSync(making, folder);
}

/** So much sound, s, is made; longer files play it again and again. */
const SOUND_S = 60;

function encoded(file: string, kind: Kind, seconds: number): string {
  if (existsSync(file)) return file;
  const sound = path.join(musicFolder, 'sound.wav');
  if (!existsSync(sound)) {
    const noise = `anoisesrc=c=pink:a=0.1:r=44100:d=${SOUND_S}:seed=1`;
    const tones = `aevalsrc=0.1*sin(220*2*PI*t)+0.05*sin(331*2*PI*t)*sin(0.2*t):s=44100:d=${SOUND_S}`;
    const inputs = ['-f', 'lavfi', '-i', noise, '-f', 'lavfi', '-i', tones];
    ffmpeg([...inputs, '-filter_complex', 'amix=inputs=2', '-ac', '2', sound]);
  }
  ffmpeg(['-stream_loop', '-1', '-i', sound, '-t', String(seconds), '-bitexact', ...kinds[kind], file]);
  return file;
}

function ffmpeg(words: readonly string[]): void {
  const { status, stderr, error } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...words], { encoding: 'utf8' });
  if (error !== undefined) throw new Error(`ffmpeg is needed to make music to measure with: ${error.message}`);
  if (status !== 0) throw new Error(`ffmpeg made no music: ${stderr}`);
}

/** The same sound as another file: with a number in a place of its kind that is not sound. */
function told(sound: Buffer, kind: Kind, number: number): Buffer {
  const title = Buffer.from(`Track ${String(number).padStart(8, '0')}`);
  switch (kind) {
    case 'mp3':
    case 'aac':
      return Buffer.concat([id3Of(title), sound.subarray(id3Length(sound))]);
    case 'm4a':
      return Buffer.concat([sound, uint32(8 + title.length), Buffer.from('free'), title]);
    case 'wav':
      return Buffer.concat([sound, Buffer.from('note'), uint32(title.length).reverse(), title]);
    case 'flac':
      // After "fLaC" and its first block: one of an application that nobody knows.
      return Buffer.concat([
        ...[sound.subarray(0, 42), Buffer.from([2]), uint32(4 + title.length).subarray(1)],
        ...[Buffer.from('test'), title, sound.subarray(42)],
      ]);
    case 'ogg':
    case 'opus':
      return withSerial(sound, number + 1);
    default:
      return kind satisfies never;
  }
}

function id3Of(title: Buffer): Buffer {
  const frame = Buffer.concat([Buffer.from('TIT2'), uint32(title.length + 1), Buffer.from([0, 0, 0]), title]);
  return Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0', 'latin1'), Buffer.from([frame.length]), frame]);
}

/** Each ogg page names the stream that it belongs to, and a checksum over all of itself. */
function withSerial(ogg: Buffer, serial: number): Buffer {
  const bytes = Buffer.from(ogg);
  for (let at = 0; at + 27 <= bytes.length;) {
    const segments = bytes.readUInt8(at + 26);
    const length = bytes.subarray(at + 27, at + 27 + segments).reduce((sum, size) => sum + size, 27 + segments);
    bytes.writeUInt32LE(serial, at + 14);
    bytes.writeUInt32LE(0, at + 22);
    bytes.writeUInt32LE(oggSum(bytes.subarray(at, at + length)), at + 22);
    at += length;
  }
  return bytes;
}

const oggTable = Array.from({ length: 256 }, (_none, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  return sum;
});

function oggSum(page: Uint8Array): number {
  let sum = 0;
  for (const byte of page) sum = (sum << 8) ^ (oggTable[(sum >>> 24) ^ byte] ?? 0);
  return sum >>> 0;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
