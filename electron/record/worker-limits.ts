import type { ResourceLimits } from 'node:worker_threads';

/**
 * What a worker of the record may take before it collects: by itself V8 lets the young part of every thread's heap grow to
 * some 50 MB, which three threads never need and never give back. It bounds garbage only; what is in use may grow beyond.
 */
export const workerLimits: ResourceLimits = { maxYoungGenerationSizeMb: 12 };
