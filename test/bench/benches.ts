import { recordBench } from './record.bench.ts';
import type { Bench } from './result.ts';

/** Every benchmark that `npm run bench -- NAME` knows. */
export const benches: readonly Bench[] = [recordBench];
