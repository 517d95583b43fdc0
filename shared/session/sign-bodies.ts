import * as z from 'zod/mini';
import { event, id, words } from './body.ts';

/**
 * What a signature means, as 21 CFR 11.50(a)(3) asks of a signed electronic record (its examples: review, approval,
 * responsibility, authorship).
 */
export const signMeanings = ['responsible', 'author', 'reviewed'] as const;
export type SignMeaning = (typeof signMeanings)[number];

/** What the next infusion is to do with how this one went. */
export const nextDecisions = ['goOn', 'change', 'hold'] as const;
export type NextDecision = (typeof nextDecisions)[number];

/** What stood open and was seen by whoever signed. */
export const signNotices = ['orders', 'override', 'red', 'call', 'readings'] as const;
export type SignNotice = (typeof signNotices)[number];

/** A note for the next infusion; `words` may be left out only where it simply goes on. */
export const nextNoteSchema = z.object({ decision: z.enum(nextDecisions), words: z.nullable(words) });
export type NextNote = z.infer<typeof nextNoteSchema>;

/** Events after a session is over: who stands behind its record, and what was added to it. `staffId` signed with their own PIN. */
export const signBodies = [
  /** Closes the session. `next` null: no infusion is to follow. */
  event('sessionSigned', {
    staffId: id,
    meaning: z.enum(signMeanings),
    next: z.nullable(nextNoteSchema),
    open: z.array(z.enum(signNotices)),
  }),
  event('sessionCosigned', { staffId: id, meaning: z.enum(signMeanings) }),
  /** Its author asked this person to stand behind the record as well. */
  event('cosignAsked', { staffId: id }),
  event('addendumAdded', { addendumId: id, staffId: id, text: words }),
  /** Before the start: what was decided about a note of the infusion before (`of`: that session). */
  event('lastNoteAnswered', { of: id, decided: words }),
] as const;
