/**
 * Builds the app into dist/: main process, its workers, preload and windows.
 * `--watch` goes on building what changes and tells its parent process each time (`built`).
 * `--root FOLDER` builds another tree of the same layout.
 */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, type InlineConfig } from 'vite';
import { nodeProgram } from './vite/main.ts';
import type { BuildPlace } from './vite/place.ts';
import { preload } from './vite/preload.ts';
import { windows } from './vite/renderer.ts';

/** The parts of the app, each its own bundle. */
export type Part =
  | 'main'
  | 'record-worker'
  | 'record-jobs'
  | 'record-queries'
  | 'music-import'
  | 'pdf-lock'
  | 'preload'
  | 'windows';

const pages = ['room.html', 'player.html', 'patient.html', 'decoder.html', 'print.html'];

/** What there is to build in a tree: each part whose sources exist. */
export function partsOf(place: BuildPlace): readonly { readonly part: Part; readonly config: InlineConfig }[] {
  const has = (file: string) => existsSync(path.join(place.root, file));
  const found = pages.filter((page) => has(`renderer/${page}`));
  return [
    ...(has('electron/main.ts')
      ? [{ part: 'main' as const, config: nodeProgram(place, 'main', 'electron/main.ts') }]
      : []),
    ...(has('electron/record/worker.ts')
      ? [{ part: 'record-worker' as const, config: nodeProgram(place, 'record-worker', 'electron/record/worker.ts') }]
      : []),
    ...(has('electron/record/jobs/job-worker.ts')
      ? [
          {
            part: 'record-jobs' as const,
            config: nodeProgram(place, 'record-jobs', 'electron/record/jobs/job-worker.ts'),
          },
        ]
      : []),
    ...(has('electron/record/search/query-worker.ts')
      ? [
          {
            part: 'record-queries' as const,
            config: nodeProgram(place, 'record-queries', 'electron/record/search/query-worker.ts'),
          },
        ]
      : []),
    ...(has('electron/music/import/import-worker.ts')
      ? [
          {
            part: 'music-import' as const,
            config: nodeProgram(place, 'music-import', 'electron/music/import/import-worker.ts'),
          },
        ]
      : []),
    ...(has('electron/report/lock/lock-worker.ts')
      ? [{ part: 'pdf-lock' as const, config: nodeProgram(place, 'pdf-lock', 'electron/report/lock/lock-worker.ts') }]
      : []),
    ...(has('electron/preload.ts')
      ? [{ part: 'preload' as const, config: preload(place, path.join(place.root, 'electron/preload.ts')) }]
      : []),
    ...(found.length > 0 ? [{ part: 'windows' as const, config: windows(place, found) }] : []),
  ];
}

/** Builds every part once; throws what the bundler throws. */
export async function buildAll(place: BuildPlace): Promise<void> {
  rmSync(place.out, { recursive: true, force: true });
  await Promise.all(partsOf(place).map(({ config }) => build(config)));
}

/** Builds every part, and again whenever its sources change; `told` hears once all are there, then of each new build. */
async function watchAll(place: BuildPlace, told: () => void): Promise<void> {
  const parts = partsOf(place);
  const seen = new Set<Part>();
  for (const { part, config } of parts) {
    const watching = await build({ ...config, build: { ...config.build, watch: {} } });
    if (!('on' in watching)) throw new Error(`The build of ${part} does not watch`);
    watching.on('event', (event) => {
      if (event.code === 'BUNDLE_END') void event.result.close();
      if (event.code !== 'BUNDLE_END' && event.code !== 'ERROR') return;
      seen.add(part);
      if (event.code === 'BUNDLE_END' && seen.size === parts.length) told();
    });
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { watch: { type: 'boolean' }, root: { type: 'string' } } });
  const root = path.resolve(values.root ?? fileURLToPath(new URL('..', import.meta.url)));
  const place = { root, out: path.join(root, 'dist') };
  try {
    if (values.watch === true) await watchAll(place, () => process.send?.('built'));
    else await buildAll(place);
  } catch (error) {
    // The bundler's message shows the place in our sources; its stack shows only the bundler.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
