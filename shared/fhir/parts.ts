/** Small parts of FHIR R4 resources, and the systems that codes come from. */

export const systems = {
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  dataAbsentReason: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  adverseSeverity: 'http://terminology.hl7.org/CodeSystem/adverse-event-severity',
  adverseOutcome: 'http://terminology.hl7.org/CodeSystem/adverse-event-outcome',
  provenanceAgent: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  encounterClass: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  /** Codes of our own, where no public one is confirmed. */
  own: 'urn:stillroom:codes',
  /** Identifiers of our own: the ids of the record. */
  ids: 'urn:stillroom:record',
} as const;

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text: string;
}

export interface Reference {
  readonly reference?: string;
  readonly display?: string;
}

export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly system: string;
  readonly code: string;
}

export interface Identifier {
  readonly system: string;
  readonly value: string;
}

/** A moment, epoch ms, as FHIR writes instants. */
export function instant(at: number): string {
  return new Date(at).toISOString();
}

export function loinc(code: string, display: string): Coding {
  return { system: systems.loinc, code, display };
}

export function concept(text: string, ...coding: readonly Coding[]): CodeableConcept {
  return coding.length === 0 ? { text } : { coding, text };
}

/** A measured value in a unit of UCUM, shown as `unit`. */
export function quantity(value: number, code: string, unit: string = code): Quantity {
  return { value, unit, system: systems.ucum, code };
}

/** A reference to another entry of the same bundle. */
export function to(uuid: string, display?: string): Reference {
  return display === undefined ? { reference: `urn:uuid:${uuid}` } : { reference: `urn:uuid:${uuid}`, display };
}

/** What a resource says it keeps to, beside FHIR itself. */
export function profile(name: string): { readonly profile: readonly [string] } {
  return { profile: [`http://hl7.org/fhir/us/core/StructureDefinition/${name}`] };
}

/** A code of our own. */
export function own(code: string, display?: string): Coding {
  return display === undefined ? { system: systems.own, code } : { system: systems.own, code, display };
}

/** The record's own name of something: the same at every export. */
export function named(value: string): readonly [Identifier] {
  return [{ system: systems.ids, value }];
}
