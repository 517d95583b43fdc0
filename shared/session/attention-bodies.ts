import * as z from 'zod/mini';
import { bandFields } from '../vitals/band-fields.ts';
import { event, id, words } from './body.ts';

/** Levels that a band can reach. What each asks for is in `attention-levels.ts`. */
export const raisedLevels = ['amber', 'red'] as const;

/** Events of bands: raised, seen, acted on. A band that was raised stays raised, whatever becomes of its value. */
export const attentionBodies = [
  /** `symptoms`: what the patient has, in words; where there are any it is a person's entry and red, whatever the value. */
  event('bandRaised', {
    readingId: id,
    level: z.enum(raisedLevels),
    fields: z.array(z.enum(bandFields)),
    symptoms: z.nullable(words),
  }),
  /** Seen, no symptoms. */
  event('attentionSeen', { readingId: id }),
  /** `who` acts, by name, and what is done. */
  event('attentionActed', { readingId: id, who: words, action: words }),
] as const;
