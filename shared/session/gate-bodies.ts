import * as z from 'zod/mini';
import { event, id, words } from './body.ts';
import { overrideBySchema } from './preparation-bodies.ts';

export const cuffSizes = ['small', 'adult', 'large', 'thigh'] as const;
export const gateDecisions = ['start', 'wait', 'notToday'] as const;

/** Events of the gate before the start: rest, the cuff of a try, and what the prescriber decided. */
export const gateBodies = [
  event('baselineRestBegun', { restMs: z.int().check(z.gte(60_000), z.lte(60 * 60_000)) }),
  event('cuffNoted', { readingId: id, cuff: z.enum(cuffSizes) }),
  event('gateDecided', { readingId: id, decision: z.enum(gateDecisions), reason: words, by: overrideBySchema }),
] as const;
