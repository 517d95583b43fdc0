import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { inRoot, outFolder } from '../../tools/run/paths.mjs';
import { nodeProgram } from '../../tools/vite/main.ts';

const entries = {
  writer: 'test/faults/kill-worker/writer.ts',
  scenario: 'test/faults/disk/scenario.ts',
  'record-worker': 'electron/record/worker.ts',
} as const;

/**
 * Bundles the programs that are started often, beside the worker as it is built for the app: from the sources each
 * start would take a second.
 * @returns their folder
 */
export async function buildPrograms(): Promise<string> {
  const out = path.join(outFolder, 'faults');
  rmSync(out, { recursive: true, force: true });
  const place = { root: inRoot('.'), out };
  await Promise.all(Object.entries(entries).map(([name, entry]) => build(nodeProgram(place, name, entry))));
  return path.join(out, 'main');
}
