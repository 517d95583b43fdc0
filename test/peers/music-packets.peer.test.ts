import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPages } from '../../tools/music/ogg.ts';
import { joinPackets } from '../../tools/music/packets.ts';
import { tempFolder } from '../helpers/temp-record.ts';

const { folder, remove } = tempFolder();
afterAll(remove);

const sound = (file: string): Buffer =>
  execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 's16le', '-'], { maxBuffer: 1 << 26 });

test('joined packets sound as the encoder’s own, sample for sample', () => {
  const [made, joined] = [path.join(folder, 'made.opus'), path.join(folder, 'joined.opus')];
  const source = ['-f', 'lavfi', '-i', 'aevalsrc=0.3*sin(440*t*(1+t/20))|0.2*sin(660*t):s=48000:d=21.37'];
  execFileSync('ffmpeg', ['-v', 'error', ...source, '-c:a', 'libopus', '-b:a', '40k', made]);
  writeFileSync(joined, joinPackets(readFileSync(made)));
  expect(readPages(readFileSync(joined)).packets.length).toBeLessThan(readPages(readFileSync(made)).packets.length / 4);
  expect(sound(joined).length).toBeGreaterThan(21.3 * 48_000 * 4);
  expect(sound(joined).equals(sound(made))).toBe(true);
});
