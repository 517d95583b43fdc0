import * as z from 'zod/mini';
import { id } from './body.ts';
import { command, overridingBy, reason } from './command-parts.ts';
import { cuffSizes, gateDecisions } from './gate-bodies.ts';

/** Commands of the gate before the start. */
export const gateCommands = [
  command('beginBaselineRest', {}),
  command('noteCuff', { readingId: id, cuff: z.enum(cuffSizes) }),
  command('decideGate', { decision: z.enum(gateDecisions), reason, by: overridingBy }),
] as const;
