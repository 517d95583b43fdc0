import * as z from 'zod/mini';
import { id } from './body.ts';
import { command, pin, reason } from './command-parts.ts';
import { nextDecisions, signMeanings } from './sign-bodies.ts';

/** Commands about who stands behind a record. */
export const signCommands = [
  command('signSession', {
    staffId: id,
    pin,
    meaning: z.enum(signMeanings),
    /** Null: no infusion is to follow. */
    next: z.nullable(z.object({ decision: z.enum(nextDecisions), words: z.nullable(reason) })),
  }),
  command('cosignSession', { staffId: id, pin, meaning: z.enum(signMeanings) }),
  command('askCosign', { staffId: id }),
  command('addAddendum', { addendumId: id, staffId: id, pin, text: reason }),
  command('answerLastNote', { of: id, decided: reason }),
] as const;
