/**
 * Renders the built-in music and compares it with the catalogue.
 *
 *   npm run music                        renders and encodes into out/music
 *   npm run music -- some/folder         the same into another folder
 *   npm run music -- --check             renders without encoding, compares the PCM hashes
 *   npm run music -- --only shoreline-01 one track (may be given more than once)
 *   npm run music -- --write             encodes into assets/music and rewrites the catalogue
 *   npm run music -- --write --missing   goes on with what an interrupted --write left out
 *   npm run music -- --jobs 2            tracks at a time
 */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { knownTracks, writeCatalog, type CatalogTrack } from './catalog.ts';
import { requireEncoder } from './encode.ts';
import { ALL_TRACKS, RECOVERY_BED } from './sets/index.ts';
import type { Answer, Job } from './worker.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ASSETS = path.join(ROOT, 'assets', 'music');

/**
 * Renders the tracks on `jobs` threads; `each` is told of every one that is
 * done. The long bed goes first, so that no thread is left with it at the end;
 * the others follow set by set, as the tracks of a set share their tables.
 */
async function renderAll(
  ids: readonly string[],
  folder: string | null,
  jobs: number,
  each: (entry: CatalogTrack) => Promise<void>,
): Promise<void> {
  const queue = [...ids].sort((a, b) => Number(b === RECOVERY_BED.id) - Number(a === RECOVERY_BED.id));
  const lane = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    try {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
        worker.postMessage({ id, folder } satisfies Job);
        const [answer] = (await once(worker, 'message')) as [Answer];
        if ('failed' in answer) throw new Error(answer.failed);
        await each(answer.entry);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, ids.length) }, lane));
}

async function folderBytes(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile() && file.name.endsWith('.opus'))
    .map(async (file) => (await stat(path.join(file.parentPath, file.name))).size);
  return (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      missing: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      jobs: { type: 'string', default: '1' },
    },
  });
  if (values.check && values.write) throw new Error('--check and --write exclude each other');
  const unknown = values.only.find((id) => !ALL_TRACKS.some((track) => track.id === id));
  if (unknown) throw new Error(`no track "${unknown}"; there are ${ALL_TRACKS.map((track) => track.id).join(', ')}`);
  const known = await knownTracks(ASSETS);
  const wanted = values.only.length > 0 ? values.only : ALL_TRACKS.map((track) => track.id);
  const ids = values.missing ? wanted.filter((id) => !known.has(id)) : wanted;
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1) throw new Error('--jobs takes a whole number from 1');
  const folder = values.check
    ? null
    : values.write
      ? ASSETS
      : path.resolve(positionals[0] ?? path.join(ROOT, 'out', 'music'));
  if (folder !== null) await requireEncoder();
  const begun = performance.now();
  const rendered = new Map<string, CatalogTrack>();
  const different: string[] = [];
  await renderAll(ids, folder, jobs, async (entry) => {
    rendered.set(entry.id, entry);
    const same = known.get(entry.id)?.pcmSha256 === entry.pcmSha256;
    if (!same) different.push(entry.id);
    const verdict = values.write ? 'written' : same ? 'as catalogued' : 'DIFFERS from the catalogue';
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.log(
      `${rendered.size}/${ids.length}  ${String(seconds).padStart(4)} s  ${entry.id}  ${entry.title}: ${verdict}`,
    );
    // After every track, so that a run of many minutes can be interrupted.
    if (values.write) await writeCatalog(ASSETS, new Map([...known, ...rendered]));
  });
  if (!values.write && different.length > 0)
    throw new Error(`${different.length} of ${ids.length} tracks differ: ${different.join(', ')}`);
  if (folder !== null)
    console.log(
      `${((await folderBytes(folder)) / 1e6).toFixed(1)} MB of Opus in ${path.relative(process.cwd(), folder) || '.'}`,
    );
}

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
});
