/** Renders, and where asked encodes, the tracks that the main thread names one after another. */
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { catalogTrack, type CatalogTrack } from './catalog.ts';
import { encodeOpus } from './encode.ts';
import { renderTrack } from './engine.ts';
import { TableBank } from './padtable.ts';
import { ALL_TRACKS } from './sets/index.ts';

export interface Job {
  readonly id: string;
  /** Folder to encode into; null renders only. */
  readonly folder: string | null;
}

export type Answer = { readonly entry: CatalogTrack } | { readonly failed: string };

const bank = new TableBank();

async function run({ id, folder }: Job): Promise<Answer> {
  const spec = ALL_TRACKS.find((track) => track.id === id);
  if (!spec) return { failed: `no track "${id}"` };
  try {
    const mastered = renderTrack(spec, { bank });
    if (folder !== null) await encodeOpus(mastered.pcm, path.join(folder, spec.file), spec.title);
    return { entry: catalogTrack(spec, mastered) };
  } catch (problem) {
    return { failed: problem instanceof Error ? problem.message : String(problem) };
  }
}

parentPort?.on('message', (job: Job) => {
  void run(job).then((answer) => parentPort?.postMessage(answer));
});
