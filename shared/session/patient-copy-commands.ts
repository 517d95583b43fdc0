import * as z from 'zod/mini';
import { id } from './body.ts';
import { command } from './command-parts.ts';
import { copyForms, identityProofs } from './patient-copy-bodies.ts';

/** Commands about the patient's copy of their own record. */
export const patientCopyCommands = [
  command('askCopy', { copyId: id, askedAt: z.number(), whole: z.boolean() }),
  command('handCopy', { copyId: id, form: z.enum(copyForms), identity: z.enum(identityProofs) }),
] as const;
