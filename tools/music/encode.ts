/** Opus encoding with `opusenc` of opus-tools; only needed to write the music anew. */
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { once } from 'node:events';
import { joinPackets } from './packets.ts';
import { RATE } from './types.ts';

const KBITS = 33;

const MISSING =
  'opusenc is not installed. Install opus-tools (Debian: apt-get install opus-tools) or render with --check.';

/** Fails early, before minutes of rendering, when the encoder is not there. */
export async function requireEncoder(): Promise<void> {
  const child = spawn('opusenc', ['--version'], { stdio: 'ignore' });
  const outcome = await Promise.race([once(child, 'exit'), once(child, 'error')]);
  if (outcome[0] !== 0) throw new Error(MISSING);
}

/** Encodes interleaved 16-bit stereo to `file`, in packets as long as Opus has them. The serial number is fixed, so the same PCM gives the same file. */
export async function encodeOpus(pcm: Int16Array, file: string, title: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const child = spawn(
    'opusenc',
    [
      '--quiet',
      '--raw',
      '--raw-bits',
      '16',
      '--raw-rate',
      String(RATE),
      '--raw-chan',
      '2',
      '--music',
      '--vbr',
      '--bitrate',
      String(KBITS),
      '--comp',
      '10',
      '--serial',
      '1',
      '--title',
      title,
      '--artist',
      'Stillroom',
      '--comment',
      'LICENSE=CC0-1.0',
      '-',
      file,
    ],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += String(chunk)));
  const done = once(child, 'exit');
  child.stdin.end(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength));
  const [code] = await done;
  if (code !== 0) throw new Error(`opusenc failed on ${file}: ${complaint.trim()}`);
  await writeFile(file, joinPackets(await readFile(file)));
}
