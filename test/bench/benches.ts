import { bedsideBench } from './bedside.bench.ts';
import { cpuBench } from './cpu.bench.ts';
import { exportsBench } from './exports.bench.ts';
import { lightsBench } from './lights.bench.ts';
import { musicBench } from './music.bench.ts';
import { recordBench } from './record.bench.ts';
import type { Bench } from './result.ts';
import { reviewBench } from './review.bench.ts';
import { startBench } from './start.bench.ts';
import { typingBench } from './typing.bench.ts';

/** Every benchmark that `npm run bench -- NAME` knows. */
export const benches: readonly Bench[] = [
  recordBench,
  startBench,
  cpuBench,
  musicBench,
  lightsBench,
  typingBench,
  bedsideBench,
  exportsBench,
  reviewBench,
];
