import type { Author } from '../session/event.ts';
import { observation, type Observation } from './observation.ts';
import { concept, instant, loinc, named, quantity, systems, to } from './parts.ts';
import { performer, type FhirContext, type Resource } from './resource.ts';

/** A questionnaire that was filled in, whole or in part, as it is told to others. */
export interface AnsweredQuestionnaire {
  readonly responseId: string;
  /** `phq9`, and the name in words. */
  readonly questionnaire: string;
  readonly title: string;
  /** Epoch ms. */
  readonly at: number;
  /** Who wrote the answers down: the patient by their own hand where it is null. */
  readonly author: Author | null;
  readonly answers: readonly { readonly question: string; readonly text: string; readonly value: number }[];
  /** Null: a part of it only, which is never scored as whole. */
  readonly total: number | null;
  /** LOINC code of the total. */
  readonly totalLoinc: string;
  /** Nothing more will be answered. */
  readonly ended: boolean;
  /** At the visit; one between two visits belongs to no encounter. */
  readonly inSession: boolean;
}

/** The answers as they were given, and, of a whole one, its total beside them. */
export function questionnaireResponse(context: FhirContext, answered: AnsweredQuestionnaire): Resource[] {
  const { responseId, questionnaire, at, author, answers, total } = answered;
  const { uuidOf, subject } = context;
  const id = uuidOf(`answers/${responseId}`);
  const response = {
    resourceType: 'QuestionnaireResponse',
    ...{ id, identifier: { system: systems.ids, value: responseId } },
    questionnaire: `urn:stillroom:questionnaire:${questionnaire}`,
    status: statusOf(answered),
    ...{ subject, ...visitOf(context, answered), authored: instant(at) },
    author: author === null ? subject : performer(context, author),
    item: answers.map(({ question, text, value }) => ({
      ...{ linkId: question, text },
      answer: [{ valueInteger: value }],
    })),
  } as Resource;
  return total === null ? [response] : [response, totalOf(context, answered, total, id)];
}

/** A part of one is left as it is, or somebody may still go on with it; only a whole one has a total. */
function statusOf({ total, ended }: AnsweredQuestionnaire): 'completed' | 'stopped' | 'in-progress' {
  if (total !== null) return 'completed';
  return ended ? 'stopped' : 'in-progress';
}

function visitOf({ encounter }: FhirContext, { inSession }: AnsweredQuestionnaire): Partial<FhirContext> {
  return inSession ? { encounter } : {};
}

function totalOf(context: FhirContext, answered: AnsweredQuestionnaire, total: number, response: string): Observation {
  const { uuidOf, subject } = context;
  const { responseId, title, totalLoinc, at } = answered;
  const of = {
    ...{ name: `answers/${responseId}`, uuidOf, subject, ...visitOf(context, answered), performer: subject },
    ...{ at, status: 'final' as const, note: null },
  };
  const name = `${title} total score`;
  return {
    ...observation(of, 'total', 'survey', concept(name, loinc(totalLoinc, name)), null, {
      valueQuantity: quantity(total, '{score}'),
      derivedFrom: [to(response)],
    }),
    identifier: named(`answers/${responseId}/total`),
  };
}
