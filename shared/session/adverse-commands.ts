import * as z from 'zod/mini';
import { adverseOutcomes, adverseSeverities } from './adverse-bodies.ts';
import { id } from './body.ts';
import { agoMs, command, note, reason } from './command-parts.ts';

/** Commands about adverse events. What became of one, and who was told, may come later. */
export const adverseCommands = [
  command('noteAdverseEvent', {
    ...{ adverseId: id, severity: z.enum(adverseSeverities), what: reason, markId: z.nullable(id), agoMs },
  }),
  command('noteAdverseOutcome', { adverseId: id, outcome: z.enum(adverseOutcomes), note }),
  command('tellAdverseEvent', { adverseId: id, who: reason, agoMs }),
  command('withdrawAdverseEvent', { adverseId: id, reason }),
] as const;
