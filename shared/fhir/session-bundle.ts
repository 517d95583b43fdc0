import type { ToldSession } from '../export/told-session.ts';
import { adverseEvents } from './adverse-event.ts';
import { answeredQuestionnaires } from './answered.ts';
import { documentReference, type SessionDocument } from './document-reference.ts';
import { encounterOf, procedureOf } from './encounter.ts';
import { administrations } from './medication.ts';
import { instant, systems } from './parts.ts';
import { patientOf, practitioners } from './people.ts';
import { provenances } from './provenance.ts';
import { questionnaireResponse } from './questionnaire-response.ts';
import { readings } from './reading.ts';
import { contextOf, type Bundle, type Resource, type UuidOf } from './resource.ts';
import { withFhirTexts } from './text.ts';
import { leavingScore, weight } from './score.ts';

/** What goes into a session's bundle beside the session. */
export interface Beside {
  /** Epoch ms. */
  readonly madeAt: number;
  readonly uuidOf: UuidOf;
  readonly documents?: readonly SessionDocument[];
}

/** A session as a FHIR R4 collection. Every resource has the same id at every export, so that whoever reads it twice has it once. */
export function sessionBundle(told: ToldSession, beside: Beside): Bundle {
  const { madeAt, uuidOf, documents = [] } = beside;
  const context = contextOf(told, uuidOf);
  const resources: readonly Resource[] = [
    ...patientOf(context),
    ...practitioners(context),
    encounterOf(context),
    ...procedureOf(context),
    ...administrations(context),
    ...weight(context),
    ...readings(context),
    ...leavingScore(context),
    ...adverseEvents(context),
    ...[...answeredQuestionnaires(told.session.sheets, true), ...answeredQuestionnaires(told.between, false)].flatMap(
      (answered) => questionnaireResponse(context, answered),
    ),
    ...documents.map((document) => documentReference(context, document)),
    ...provenances(context),
  ];
  const name = `bundle/${told.session.sessionId}`;
  return {
    resourceType: 'Bundle',
    ...{ id: uuidOf(name), identifier: { system: systems.ids, value: name } },
    type: 'collection',
    timestamp: instant(madeAt),
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource: withFhirTexts(resource) })),
  };
}
