import * as z from 'zod/mini';
import { event, id, note, words } from './body.ts';

/**
 * How bad an adverse event is: the words of the grades 1 to 4 of the Common Terminology Criteria for Adverse Events 5.0
 * (NCI, 27 November 2017, "Grades": mild; moderate; severe or medically significant but not immediately
 * life-threatening; life-threatening consequences). Grade 5, death, is an outcome here. Which one it is a person says;
 * the app grades nothing.
 */
export const adverseSeverities = ['mild', 'moderate', 'severe', 'lifeThreatening'] as const;
export type AdverseSeverity = (typeof adverseSeverities)[number];

/**
 * What became of it, as far as anybody knows: the outcomes of ICH E2B(R3), element E.i.7 (ICSR Implementation Guide,
 * 12 April 2013: recovered, recovering, not recovered, recovered with sequelae, fatal, unknown), and the way to a
 * hospital, which is no outcome there (E.i.3.2) and the one that a room knows of most.
 */
export const adverseOutcomes = [
  ...['recovered', 'recovering', 'notRecovered', 'sequelae', 'hospital', 'fatal', 'unknown'],
] as const;

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
