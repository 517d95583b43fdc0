import type { Author } from '../session/event.ts';
import { observation, type Observation, type ObservedBy } from './observation.ts';
import { concept, loinc, own, quantity } from './parts.ts';
import { performer, type FhirContext } from './resource.ts';

const titles = { aldrete: 'Modified Aldrete score', padss: 'Post-anaesthetic discharge score' } as const;

/** The score on which the patient left, with its items. No LOINC code is confirmed for either: they go by codes of our own. */
export function leavingScore(context: FhirContext): Observation[] {
  const { session, events } = context.told;
  const { score, sessionId } = session;
  const entry = events.findLast(({ body }) => body.type === 'scored');
  if (score === null || entry === undefined) return [];
  const component = Object.entries(score.items).map(([item, points]) => ({
    code: concept(item, own(`${score.scale}-${item}`)),
    valueInteger: points,
  }));
  const of = observed(context, `score/${sessionId}`, score.at, entry.author);
  const code = concept(titles[score.scale], own(score.scale));
  return [
    observation(of, score.scale, 'survey', code, null, { valueQuantity: quantity(score.total, '{score}'), component }),
  ];
}

/** The weight that was measured for the order of today. */
export function weight(context: FhirContext): Observation[] {
  const { session, events } = context.told;
  const entry = events.findLast(({ body }) => body.type === 'orderEntered');
  if (session.order === null || entry === undefined) return [];
  const of = observed(context, `weight/${session.sessionId}`, entry.occurredAt, entry.author);
  const code = concept('Body weight', loinc('29463-7', 'Body weight'));
  const valueQuantity = quantity(session.order.order.weightKg, 'kg');
  return [observation(of, 'weight', 'vital-signs', code, 'us-core-body-weight', { valueQuantity })];
}

function observed(context: FhirContext, name: string, at: number, author: Author): ObservedBy {
  const { uuidOf, subject, encounter } = context;
  return { name, uuidOf, subject, encounter, at, performer: performer(context, author), status: 'final', note: null };
}
