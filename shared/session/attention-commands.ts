import { id } from './body.ts';
import { command, reason } from './command-parts.ts';

/** Answers to bands. */
export const attentionCommands = [
  command('seeBand', { readingId: id }),
  /** There are symptoms: the band is red from then on. */
  command('tellSymptoms', { readingId: id, symptoms: reason }),
  command('actOnBand', { readingId: id, who: reason, action: reason }),
] as const;
