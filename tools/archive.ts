import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { MANIFEST } from './archive/manifest.ts';
import { writeArchive } from './archive/write.ts';
import { DAY_MS } from './year/calendar.ts';
import { YEAR_PIN } from './year/people.ts';
import { writeYear, YEAR_PASSPHRASE } from './year/write.ts';
import type { YearOptions } from './year/year.ts';

/**
 * `npm run archive`: a made-up archive of any size, in a real encrypted record file; or a year of one small clinic, to be
 * read, as a data folder that the app opens.
 */
const usage = `Usage: npm run archive -- --out FOLDER [--sessions 50000] [--seed 1]
       npm run archive -- --out FOLDER --year [--until ${dayOf(Date.now() - DAY_MS)}] [--seed 1]`;

async function main(words: readonly string[]): Promise<number> {
  const read = readOptions(words);
  if (read === null) {
    console.error(usage);
    return 2;
  }
  if ('last' in read) return year(read);
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

async function year({ out, ...options }: YearOptions & { readonly out: string }): Promise<number> {
  try {
    const { sessions, events } = await writeYear(out, options);
    console.log(`${sessions} sessions up to ${dayOf(options.last)}, ${events} events.
Look at it: STILLROOM_DATA=${out} npm start
Passphrase "${YEAR_PASSPHRASE}"; the PIN of everybody is ${YEAR_PIN}.`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

type Read = { readonly out: string; readonly seed: number } & (
  | { readonly sessions: number }
  | Pick<YearOptions, 'last'>
);

/** Options of the command line, or null where they make no sense. */
function readOptions(words: readonly string[]): Read | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        ...{ out: { type: 'string' }, seed: { type: 'string' }, sessions: { type: 'string' } },
        ...{ year: { type: 'boolean', default: false }, until: { type: 'string' } },
      },
    });
    const { out, sessions, year: isYear, until } = values;
    const seed = Number(values.seed ?? 1);
    const isMixed = isYear ? sessions !== undefined : until !== undefined;
    if (out === undefined || !Number.isInteger(seed) || isMixed) return null;
    const base = { out: path.resolve(out), seed };
    if (!isYear) return isSize(Number(sessions ?? 50_000)) ? { ...base, sessions: Number(sessions ?? 50_000) } : null;
    const last = Date.parse(until ?? dayOf(Date.now() - DAY_MS));
    return dayOf(last) === (until ?? dayOf(last)) ? { ...base, last } : null;
  } catch {
    return null;
  }
}

function isSize(sessions: number): boolean {
  return Number.isInteger(sessions) && sessions >= 1 && sessions <= 1_000_000;
}

/** A moment's calendar day, `YYYY-MM-DD`. */
function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

process.exitCode = await main(process.argv.slice(2));
