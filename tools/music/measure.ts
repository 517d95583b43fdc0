/**
 * Listens by measuring: decodes every Opus file of a music folder and prints a
 * table, and what is out of bounds. Needs ffmpeg for decoding.
 *
 *   node tools/music/measure.ts [folder] [track id ...]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { knownTracks } from './catalog.ts';
import { findings, listen, type Heard } from './listen.ts';
import { RATE } from './types.ts';

const ASSETS = fileURLToPath(new URL('../../assets/music/', import.meta.url));

/** Decodes to two sides of floats; the decoder's own resampling and dither stay out of it. */
async function decode(file: string): Promise<{ left: Float32Array; right: Float32Array }> {
  const child = spawn('ffmpeg', ['-v', 'error', '-i', file, '-f', 'f32le', '-ar', String(RATE), '-ac', '2', '-'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const failed = once(child, 'error').then(() => {
    throw new Error('ffmpeg is not installed; the checker needs it to decode Opus');
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = await Promise.race([once(child, 'close'), failed]);
  if (code !== 0) throw new Error(`ffmpeg could not decode ${file}`);
  const joined = Buffer.concat(chunks);
  const both = new Float32Array(joined.buffer, joined.byteOffset, Math.floor(joined.length / 8) * 2);
  const left = new Float32Array(both.length / 2);
  const right = new Float32Array(both.length / 2);
  for (let i = 0; i < left.length; i++) {
    left[i] = both[2 * i]!;
    right[i] = both[2 * i + 1]!;
  }
  return { left, right };
}

const COLUMNS: readonly (readonly [title: string, cell: (heard: Heard) => string])[] = [
  ['seconds', (h) => h.seconds.toFixed(1)],
  ['LUFS', (h) => h.lufs.toFixed(2)],
  ['max 3s', (h) => h.loudest3s.toFixed(1)],
  ['LRA', (h) => h.rangeLu.toFixed(1)],
  ['dBTP', (h) => h.truePeakDb.toFixed(1)],
  ['onset', (h) => h.onsetDb.toFixed(1)],
  ['click', (h) => h.click.toFixed(2)],
  ['quiet s', (h) => h.longestSilence.toFixed(1)],
  ['>8k dB', (h) => h.highDb.toFixed(0)],
  ['<25 dB', (h) => h.rumbleDb.toFixed(0)],
  ['DC dB', (h) => h.dcDb.toFixed(0)],
  ['corr', (h) => h.correlation.toFixed(2)],
  ['centroid Hz', (h) => `${h.centroid[0].toFixed(0)}-${h.centroid[1].toFixed(0)}`],
  ['chroma', (h) => h.chromaChange.toFixed(2)],
];

async function main(): Promise<void> {
  const [folder = ASSETS, ...only] = process.argv.slice(2);
  const known = await knownTracks(ASSETS);
  console.log(['track'.padEnd(18), ...COLUMNS.map(([title]) => title.padStart(11))].join(''));
  let wrong = 0;
  for (const track of known.values()) {
    if (only.length > 0 && !only.includes(track.id)) continue;
    const heard = listen(await decode(path.join(folder, track.file)));
    console.log([track.id.padEnd(18), ...COLUMNS.map(([, cell]) => cell(heard).padStart(11))].join(''));
    for (const finding of findings(heard, track)) {
      wrong++;
      console.log(`  ! ${finding}`);
    }
  }
  console.log(wrong === 0 ? 'All within bounds.' : `${wrong} findings.`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
});
