import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readIndex } from '../../shared/music/library-index.ts';
import { Nurse } from '../helpers/nurse.ts';
import type { MusicFile } from './music-files.ts';
import { memoryMb, renderersBelow } from './music-memory.ts';
import { dataFolder, openThrough } from './opened.ts';
import { cpuMs } from './processes.ts';
import { summarise, type BenchResult } from './result.ts';

const LOOK_EVERY_MS = 250;
/** Which processes there are, and how many files are in, is asked this often, looks. */
const ASK_EVERY = 8;
const READ_EVERY = 4;
/** Without another file for so many looks, it has stopped. */
const PATIENCE = 1200;
const LIMIT_MB = 400;

/** A folder of music that is brought in by the built app, as somebody would: time, throughput, memory. */
export async function importRows(
  what: string,
  { folder, files }: { readonly folder: string; readonly files: readonly MusicFile[] },
): Promise<readonly BenchResult[]> {
  const data = dataFolder();
  const app = await openThrough('app', { userData: data.userData, env: {}, display: null });
  try {
    const nurse = new Nurse(app.page);
    await nurse.setUp();
    await nurse.button(/^Settings/).click();
    await nurse.button('Look after the music').click();
    await app.hooks.answerDialog({ canceled: false, filePaths: [folder] });
    const begun = Date.now();
    await nurse.button('Choose a folder…').click();
    // From here on nothing is attached to the app's pages.
    await app.disconnect();
    const index = join(data.userData, 'music', 'library.json');
    const { memory, ended } = await watch(app.pid, index, files.length);
    const tookS = ((ended.at(-1) ?? 0) - begun) / 1000;
    const sounds = files.reduce((sum, { seconds }) => sum + seconds, 0);
    const of = `music: import of ${what}`;
    const none = { peers: {}, goal: null, met: () => null };
    const each = ended.map((at, index) => at - (ended[index - 1] ?? begun));
    const speeds = each.map((ms, index) => (files[index]?.seconds ?? 0) / (ms / 1000));
    return [
      summarise({ name: `${of}: time for one`, unit: 's', samples: each.map((ms) => ms / 1000), ...none }),
      summarise({ name: `${of}: speed of one, sound to time`, unit: 'x', samples: speeds, ...none }),
      summarise({ name: `${of}: all of it`, unit: 's', samples: [tookS], ...none }),
      summarise({ name: `${of}: speed of all, sound to time`, unit: 'x', samples: [sounds / tookS], ...none }),
      summarise({
        name: `${of}: memory of main with its threads and of the page that decodes, highest of ${memory.length} looks`,
        unit: 'MB',
        samples: [Math.max(...memory.map(({ own }) => own))],
        peers: { 'together with all other pages': [Math.max(...memory.map(({ all }) => all))] },
        goal: `< ${LIMIT_MB} MB`,
        met: (found) => found < LIMIT_MB,
      }),
    ];
  } finally {
    await app.end();
    data.remove();
  }
}

/** At one moment, MB: main with the page that decodes; those with all other pages. */
interface Memory {
  readonly own: number;
  readonly all: number;
}

/** Memory at every look until all files are in, and when each of them was, epoch ms. Throws where they do not all come. */
async function watch(
  main: number,
  index: string,
  total: number,
): Promise<{ readonly memory: readonly Memory[]; readonly ended: readonly number[] }> {
  const memory: Memory[] = [];
  const before = new Map(renderersBelow(main).map((pid) => [pid, cpuMs(pid)]));
  const worked = (pid: number): number => cpuMs(pid) - (before.get(pid) ?? 0);
  let pages: readonly number[] = [];
  let [ended, grownAt]: [readonly number[], number] = [[], 0];
  for (let look = 0; look - grownAt < PATIENCE; look += 1) {
    // The page that decodes is the one that works.
    if (look % ASK_EVERY === 0) pages = renderersBelow(main).toSorted((a, b) => worked(b) - worked(a));
    const own = memoryMb([main, ...pages.slice(0, 1)]);
    memory.push({ own, all: own + memoryMb(pages.slice(1)) });
    const found = look % READ_EVERY === 0 ? inIndex(index) : ended;
    if (found.length === total) return { memory, ended: found };
    if (found.length > ended.length) grownAt = look;
    ended = found;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`${ended.length} of ${total} files were brought in`);
}

function inIndex(index: string): readonly number[] {
  const read = readIndex(readFileSync(index, 'utf8'));
  return read.kind === 'good' ? read.tracks.map(({ imported }) => imported.importedAt) : [];
}
