import { join } from 'node:path';
import { build } from 'vite';
import { nodeProgram } from '../../tools/vite/main.ts';
import { workers, workersFolder } from './worker-places.ts';

/** Bundles the app's workers before the tests, as the build does: started from the sources, they took a test that starts many twice the processor time. */
export async function setup(): Promise<void> {
  const place = { root: join(import.meta.dirname, '../..'), out: workersFolder };
  for (const [source, name] of Object.entries(workers)) await build(nodeProgram(place, name, source));
}
