import { spawnSync } from 'node:child_process';
import { LoudnessMeter } from '../../shared/music/loudness.ts';
import { noise, RATE, wav } from './sound-signal.ts';

/** Every kind of file that can be imported, with how ffmpeg makes one. */
const formats = {
  mp3: ['-c:a', 'libmp3lame', '-b:a', '192k', '-f', 'mp3'],
  m4a: ['-c:a', 'aac', '-b:a', '192k', '-movflags', 'frag_keyframe+empty_moov', '-f', 'mp4'],
  aac: ['-c:a', 'aac', '-b:a', '192k', '-f', 'adts'],
  ogg: ['-c:a', 'libvorbis', '-q:a', '6', '-f', 'ogg'],
  opus: ['-c:a', 'libopus', '-b:a', '160k', '-f', 'opus'],
  flac: ['-c:a', 'flac', '-f', 'flac'],
  wav: ['-c:a', 'pcm_s16le', '-f', 'wav'],
} as const;
export type Format = keyof typeof formats;
export const formatNames = Object.keys(formats) as readonly Format[];

function ffmpeg(args: readonly string[], input: Buffer): Buffer {
  const done = spawnSync('ffmpeg', ['-v', 'error', '-i', 'pipe:0', ...args, 'pipe:1'], { input, maxBuffer: 2 ** 28 });
  if (done.status !== 0) throw new Error(`ffmpeg: ${String(done.stderr)} ${done.error?.message ?? ''}`);
  return done.stdout;
}

/** A file of one format, and what a decoder makes of it: what is measured at an import. */
export interface Encoded {
  readonly file: Buffer;
  readonly decoded: Float32Array;
}

/** Encodes mono samples at 48 kHz. */
export function encoded(format: Format, samples: Float32Array): Encoded {
  const file = ffmpeg(formats[format], wav(samples));
  const pcm = ffmpeg(['-ar', String(RATE), '-ac', '1', '-f', 'f32le'], file);
  return { file, decoded: new Float32Array(pcm.buffer.slice(pcm.byteOffset, pcm.byteOffset + pcm.length)) };
}

/** Noise without the top that lossy formats take away: each sample leans on the one before. */
export function softNoise(seed: number, rms: number, seconds: number): Float32Array {
  const samples = noise(seed, 1, seconds);
  const keep = 0.6;
  let last = 0;
  for (let at = 0; at < samples.length; at += 1) {
    last = keep * last + (1 - keep) * samples[at]!;
    // The RMS of what leans this much is that of white noise times the root of (1 - keep) / (1 + keep).
    samples[at] = (last * rms) / Math.sqrt((1 - keep) / (1 + keep));
  }
  return samples;
}

/** EBU R128 loudness (LUFS) and true peak (dBTP) of mono samples at 48 kHz. */
export function measured(samples: Float32Array): { readonly loudnessLufs: number; readonly truePeakDb: number } {
  const meter = new LoudnessMeter(RATE, 1);
  meter.push([samples]);
  const { loudnessLufs, truePeakDb } = meter.result();
  if (loudnessLufs === null || truePeakDb === null) throw new Error('Nothing to hear');
  return { loudnessLufs, truePeakDb };
}
