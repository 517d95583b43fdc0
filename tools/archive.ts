import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { MANIFEST } from './archive/manifest.ts';
import { writeArchive } from './archive/write.ts';

/** `npm run archive`: a made-up archive of any size, in a real encrypted record file. */
const usage = 'Usage: npm run archive -- --out FOLDER [--sessions 50000] [--seed 1]';

async function main(words: readonly string[]): Promise<number> {
  const read = readOptions(words);
  if (read === null) {
    console.error(usage);
    return 2;
  }
  const { out, ...options } = read;
  const begun = performance.now();
  const told = (sessions: number): void =>
    console.log(`${sessions} of ${options.sessions} sessions, ${Math.round((performance.now() - begun) / 1000)} s`);
  const manifest = await writeArchive(out, options, told);
  console.log(
    `${manifest.events} events in ${Math.round(manifest.madeInMs / 1000)} s; keys in ${path.join(out, MANIFEST)}.`,
  );
  return 0;
}

/** Options of the command line, or null where they make no sense. */
function readOptions(words: readonly string[]): { out: string; sessions: number; seed: number } | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { out: { type: 'string' }, sessions: { type: 'string' }, seed: { type: 'string' } },
    });
    const sessions = Number(values.sessions ?? 50_000);
    const seed = Number(values.seed ?? 1);
    const fits = Number.isInteger(sessions) && sessions >= 1 && sessions <= 1_000_000 && Number.isInteger(seed);
    return values.out === undefined || !fits ? null : { out: path.resolve(values.out), sessions, seed };
  } catch {
    return null;
  }
}

process.exitCode = await main(process.argv.slice(2));
