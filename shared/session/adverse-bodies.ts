import * as z from 'zod/mini';
import { event, id, note, words } from './body.ts';

/**
 * How bad an adverse event is. The words of the grades 1 to 4 of the Common Terminology Criteria for Adverse Events 5.0
 * (NCI, 27 November 2017): mild, moderate, severe, life-threatening. Which one it is a person says; the app grades nothing.
 */
export const adverseSeverities = ['mild', 'moderate', 'severe', 'lifeThreatening'] as const;
export type AdverseSeverity = (typeof adverseSeverities)[number];

/** How it ended, as far as anybody knows: outcomes as ICH E2B(R3) names them (E.i.7), and the way to a hospital. */
export const adverseOutcomes = ['recovered', 'recovering', 'notRecovered', 'hospital', 'unknown'] as const;

/** Events of what went wrong or hurt, as a person judged it. */
export const adverseBodies = [
  /** `markId`: the event that it was made of; null: in own words alone. */
  event('adverseEventNoted', {
    adverseId: id,
    severity: z.enum(adverseSeverities),
    what: words,
    markId: z.nullable(id),
  }),
  event('adverseOutcomeNoted', { adverseId: id, outcome: z.enum(adverseOutcomes), note }),
  event('adverseEventTold', { adverseId: id, who: words }),
  event('adverseEventWithdrawn', { adverseId: id, reason: words }),
] as const;
