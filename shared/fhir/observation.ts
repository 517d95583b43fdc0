import type { CodeableConcept, Coding, Identifier, Quantity, Reference } from './parts.ts';
import { concept, instant, named, profile, systems } from './parts.ts';

/** A part of an observation that has a code of its own. Either a value or the reason why there is none. */
export interface ObservationComponent {
  readonly code: CodeableConcept;
  readonly valueQuantity?: Quantity;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly valueInteger?: number;
  readonly dataAbsentReason?: CodeableConcept;
}

/** FHIR R4 Observation, as far as a session needs it. */
export interface Observation {
  readonly resourceType: 'Observation';
  readonly id: string;
  readonly meta?: { readonly profile: readonly string[] };
  readonly identifier: readonly Identifier[];
  readonly status: 'final' | 'entered-in-error';
  readonly category: readonly CodeableConcept[];
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly encounter?: Reference;
  readonly effectiveDateTime: string;
  readonly performer: readonly Reference[];
  readonly valueQuantity?: Quantity;
  readonly valueInteger?: number;
  readonly valueBoolean?: boolean;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly dataAbsentReason?: CodeableConcept;
  readonly bodySite?: CodeableConcept;
  readonly note?: readonly { readonly text: string }[];
  readonly derivedFrom?: readonly Reference[];
  readonly component?: readonly ObservationComponent[];
}

/** What all observations of one reading have in common. */
export interface ObservedBy {
  /** Name of the reading in the record, with its version where it was amended. */
  readonly name: string;
  /** A UUID that is the same for the same name. */
  readonly uuidOf: (name: string) => string;
  readonly subject: Reference;
  /** Missing where it was between two visits. */
  readonly encounter?: Reference;
  readonly performer: Reference;
  /** Epoch ms. */
  readonly at: number;
  readonly status: Observation['status'];
  /** Why it was struck. */
  readonly note: string | null;
}

const display = { 'vital-signs': 'Vital Signs', exam: 'Exam', survey: 'Survey' } as const;

/** One observation. `us`: the US Core profile that it keeps to, where there is one. */
export function observation(
  of: ObservedBy,
  part: string,
  category: keyof typeof display,
  code: CodeableConcept,
  us: string | null,
  value: Partial<Observation>,
): Observation {
  const name = `${of.name}/${part}`;
  const coding: Coding = { system: systems.observationCategory, code: category, display: display[category] };
  return {
    resourceType: 'Observation',
    id: of.uuidOf(name),
    ...(us === null ? {} : { meta: profile(us) }),
    identifier: named(name),
    status: of.status,
    category: [concept(display[category], coding)],
    code,
    subject: of.subject,
    ...(of.encounter === undefined ? {} : { encounter: of.encounter }),
    effectiveDateTime: instant(of.at),
    performer: [of.performer],
    ...value,
    ...(of.note === null ? {} : { note: [{ text: of.note }] }),
  };
}

/** That there is no value, and why, in the words of who looked. */
export function absent(reason: string, code: 'not-performed' | 'unknown' = 'not-performed'): CodeableConcept {
  const words = { 'not-performed': 'Not Performed', unknown: 'Unknown' } as const;
  return concept(reason, { system: systems.dataAbsentReason, code, display: words[code] });
}
