import { spawn } from 'node:child_process';
import { constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import * as z from 'zod/mini';
import { catchUpWholly, settle } from '../../electron/record/catch-up.ts';
import { closeStore, openStore } from '../../electron/record/store.ts';
import { planDays } from '../../tools/archive/plan.ts';
import { codeOf, MANIFEST, optionsOf, readManifest, type Manifest } from '../../tools/archive/manifest.ts';
import { nodeProgram } from '../../tools/vite/main.ts';
import { writeArchive } from '../../tools/archive/write.ts';
import type { ArchiveTask } from './record-archive-child.ts';
import { summarise, type BenchResult, type Measured } from './result.ts';

const SEED = 1;
const root = fileURLToPath(new URL('../../', import.meta.url));
const out = path.join(root, 'out', 'bench');
/** Built as the app is: reading the sources would count as memory. Workers lie beside, under the names that they go by. */
const program = { root, out: path.join(out, 'program') };
const parts = {
  child: 'test/bench/record-archive-child.ts',
  'record-worker': 'electron/record/worker.ts',
  'record-jobs': 'electron/record/jobs/job-worker.ts',
  'record-queries': 'electron/record/search/query-worker.ts',
};

const foundSchema = z.record(z.string(), z.array(z.number()));

/** What an archive of so many sessions costs: lists, searches, its start, a rebuild, memory, and a backup in a session. */
export async function archiveRows(sessions: number): Promise<readonly BenchResult[]> {
  const made = await archiveOf(sessions);
  for (const [name, entry] of Object.entries(parts)) await build(nodeProgram(program, name, entry));
  const folder = mkdtempSync(path.join(out, 'run-'));
  try {
    // The archive itself stays as it was made, for the next time.
    copyFileSync(
      path.join(made.folder, made.manifest.file),
      path.join(folder, made.manifest.file),
      constants.COPYFILE_FICLONE,
    );
    writeFileSync(path.join(folder, MANIFEST), JSON.stringify(made.manifest));
    const of = `record: archive of ${sessions} sessions (${made.manifest.events} events)`;
    const asked = await inChild({ what: 'queries', folder, ...termsOf(sessions) });
    const written = await inChild({ what: 'backup', folder, names: [], words: [] });
    const rebuilt = await inChild({ what: 'rebuild', folder, names: [], words: [] });
    return [...queryRows(of, asked), ...backupRows(of, written), rebuildRow(of, rebuilt)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The archive of a size, made where there is none of this size, seed and code. */
export async function archiveOf(sessions: number): Promise<{ readonly folder: string; readonly manifest: Manifest }> {
  const folder = path.join(out, `archive-${sessions}-${SEED}`);
  const known = readManifest(folder);
  if (known !== null && known.code === codeOf() && known.sessions === sessions) {
    bringUp(folder, known);
    return { folder, manifest: known };
  }
  console.error(`making an archive of ${sessions} sessions; it is kept in ${path.relative(process.cwd(), folder)} …`);
  mkdirSync(folder, { recursive: true });
  const manifest = await writeArchive(folder, { seed: SEED, sessions }, (done) =>
    console.error(`${done} of ${sessions} sessions`),
  );
  const megabytes = Math.round(statSync(path.join(folder, manifest.file)).size / 1e6);
  console.error(`${manifest.events} events, ${megabytes} MB, made in ${Math.round(manifest.madeInMs / 1000)} s`);
  return { folder, manifest };
}

/**
 * An archive that was kept may be of an older schema, or its lists of an older form: what the app would do in the background
 * over minutes is done here once, and not measured along.
 */
function bringUp(folder: string, manifest: Manifest): void {
  const store = openStore(optionsOf(folder, manifest));
  if ('ok' in store) throw new Error(`The archive did not open: ${store.code}`);
  catchUpWholly(store);
  settle(store);
  closeStore(store);
}

/** Names that stand in the archive, and words of its notes, as somebody types them. */
function termsOf(sessions: number): { readonly names: readonly string[]; readonly words: readonly string[] } {
  const patients = planDays(SEED, sessions).flatMap(({ sessions: day }) => day.map(({ patient }) => patient.name));
  const some = Array.from({ length: 40 }, (_, index) => patients[Math.floor((index * patients.length) / 40)] ?? '');
  const names = some.flatMap((name) => [name.slice(0, 2), name.slice(0, 4), name]);
  const notes = ['blanket', 'colours', 'telephone next', 'interpreter', 'bandage renewed', 'tearful calm'];
  const words = notes.flatMap((note) => [note.slice(0, 2), note.slice(0, 3), note.slice(0, 5), note]);
  return { names, words };
}

/** A process of its own for each: its memory is that of main and workers and of nothing else. */
async function inChild(task: ArchiveTask): Promise<z.infer<typeof foundSchema>> {
  if (!existsSync(task.folder)) throw new Error('There is no archive');
  const running = spawn(process.execPath, [path.join(program.out, 'main', 'child.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.stdin.end(JSON.stringify(task));
  let said = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve) => running.on('exit', resolve));
  if (code !== 0) throw new Error(`Measuring ${task.what} of the archive ended with ${code}`);
  return foundSchema.parse(JSON.parse(said));
}

type Row = Pick<Measured, 'unit' | 'goal' | 'met'> & { readonly name: string; readonly key: string };

const p99Under = (limit: number): Pick<Measured, 'unit' | 'goal' | 'met'> => ({
  unit: 'ms',
  goal: `p99 < ${limit} ms`,
  met: (_p50, p99) => p99 < limit,
});

function queryRows(of: string, found: z.infer<typeof foundSchema>): BenchResult[] {
  const rows: readonly Row[] = [
    { key: 'first', name: 'list, first page of 50', ...p99Under(30) },
    { key: 'older', name: 'list, a page from anywhere', ...p99Under(30) },
    { key: 'name', name: 'search by name', ...p99Under(30) },
    { key: 'note', name: 'search by note text', ...p99Under(30) },
    { key: 'open', name: 'open one session: read, parse, replay', ...p99Under(30) },
    { key: 'tail', name: 'start-up check of the tail', ...p99Under(300) },
    {
      key: 'memory',
      name: 'memory of main and workers after all of these, highest',
      unit: 'MB',
      goal: '< 250 MB',
      met: (_p50, p99) => p99 < 250,
    },
  ];
  return rows.map((row) => rowOf(of, row, found));
}

function backupRows(of: string, found: z.infer<typeof foundSchema>): BenchResult[] {
  const slowest = Math.max(...(found['append'] ?? []));
  return [
    rowOf(of, { key: 'append', name: 'append while a backup of it is made', ...p99Under(25) }, found),
    rowOf(
      of,
      { key: 'slowest', name: 'the slowest of these', unit: 'ms', goal: '< 100 ms', met: (p50) => p50 < 100 },
      { slowest: [slowest] },
    ),
    rowOf(of, { key: 'took', name: 'that backup, checked', unit: 's', goal: null, met: () => null }, found),
  ];
}

function rebuildRow(of: string, found: z.infer<typeof foundSchema>): BenchResult {
  const met = (p50: number): boolean => p50 < 120;
  return rowOf(of, { key: 'rebuild', name: 'rebuild of everything derived', unit: 's', goal: '< 120 s', met }, found);
}

function rowOf(of: string, { key, name, ...row }: Row, found: z.infer<typeof foundSchema>): BenchResult {
  return summarise({ name: `${of}: ${name}`, samples: found[key] ?? [], peers: {}, ...row });
}
