import * as z from 'zod/mini';
import { id } from './body.ts';
import { agoMs, command, reason } from './command-parts.ts';
import { pumpRateSchema, pumpTotalSchema } from './pump-bodies.ts';

/** Commands about what stands on the pump. `confirmed`: an unlikely figure was looked at again. */
export const pumpCommands = [
  command('notePumpRate', { noteId: id, rate: pumpRateSchema, confirmed: z.boolean(), agoMs }),
  command('readPumpTotal', { noteId: id, total: pumpTotalSchema, confirmed: z.boolean(), agoMs }),
  command('takeBackPumpNote', { noteId: id }),
  command('withdrawPumpNote', { noteId: id, reason }),
] as const;
