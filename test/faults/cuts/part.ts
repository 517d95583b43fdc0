import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Part, Row } from '../part.ts';
import { fileCuts, logCuts, type Cut } from './cuts.ts';
import { makeImage, type Image } from './image.ts';
import { judge, type Outcome } from './judge.ts';

/** Torn pages and lost writes: copies of a record and its log, cut and zeroed at every page and frame. */
export const cuts: Part = {
  name: 'cuts',
  run: async (run) => {
    const folder = path.join(run.scratch, 'cuts');
    mkdirSync(folder);
    const image = makeImage(folder);
    return [
      await rowOf('lost and torn pages of the file', image, fileCuts(image)),
      await rowOf('lost and torn frames of the log', image, logCuts(image)),
    ];
  },
};

async function rowOf(fault: string, image: Image, all: Iterable<Cut>): Promise<Row> {
  const counts: Record<Outcome, number> = { whole: 0, refused: 0, found: 0, note: 0 };
  const failures: string[] = [];
  let passed = 0;
  for (const cut of all) {
    try {
      counts[await judge(image, cut)] += 1;
      passed += 1;
    } catch (error) {
      failures.push(`${cut.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const note = `${counts.whole} whole, ${counts.refused} refused, ${counts.found} found, ${counts.note} only by the head noted outside`;
  return { fault, passed, failures, skipped: [], note };
}
