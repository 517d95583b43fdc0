import { readingVersions, type ReadingVersion } from '../export/reading-versions.ts';
import type { AskedPart } from '../vitals/asked-parts.ts';
import type { ReadingParts } from '../vitals/reading.ts';
import { absent, observation, type Observation, type ObservationComponent, type ObservedBy } from './observation.ts';
import { concept, loinc, own, quantity, type CodeableConcept, type Coding } from './parts.ts';
import { performer, type FhirContext } from './resource.ts';

/*
 * Codes and units of US Core 8 vital signs: blood pressure as a panel without a value of its own, a missing part of it with the
 * reason; saturation under both of its codes, with the oxygen that was given as a component (room air is 0 L/min).
 */
const bloodPressure = loinc('85354-9', 'Blood pressure panel with all children optional');
const systolic = concept('Systolic', loinc('8480-6', 'Systolic blood pressure'));
const diastolic = concept('Diastolic', loinc('8462-4', 'Diastolic blood pressure'));
const pulse = loinc('8867-4', 'Heart rate');
const respirations = loinc('9279-1', 'Respiratory rate');
const saturation: readonly Coding[] = [
  loinc('59408-5', 'Oxygen saturation in Arterial blood by Pulse oximetry'),
  loinc('2708-6', 'Oxygen saturation in Arterial blood'),
];
const oxygenFlow = concept('Oxygen given', loinc('3151-8', 'Inhaled oxygen flow rate'));

/** Every reading: as it stands, and what was written before it was amended: entered in error, with the reason, never left out. */
export function readings(context: FhirContext): Observation[] {
  return readingVersions(context.told).flatMap((version) => versionOf(context, version));
}

function versionOf(context: FhirContext, reading: ReadingVersion): Observation[] {
  const { readingId, version, takenAt, state, parts, notObtained, notObtainedParts, author } = reading;
  const { uuidOf, subject, encounter } = context;
  const of: ObservedBy = {
    // The name of what stands first is that of the reading itself, whatever is amended later.
    name: version === 1 ? readingId : `${readingId}/${version}`,
    ...{ uuidOf, subject, encounter, at: takenAt, performer: performer(context, author) },
    status: state === 'stands' ? 'final' : 'entered-in-error',
    note: noteOf(reading),
  };
  if (parts !== null) return readingObservations(of, parts);
  return (notObtainedParts ?? ['pressure']).map((part) => absentPart(of, notObtained ?? '', part));
}

/** The observations of one reading. Sedation and symptoms have no code that is confirmed, and go by codes of our own. */
export function readingObservations(of: ObservedBy, parts: ReadingParts): Observation[] {
  const perMinute = (part: string, text: string, code: Coding, us: string, value: number | null): Observation[] =>
    value === null
      ? []
      : [observation(of, part, 'vital-signs', concept(text, code), us, { valueQuantity: quantity(value, '/min') })];
  return [
    ...pressure(of, parts),
    ...oxygen(of, parts),
    ...perMinute('pulse', 'Heart rate', pulse, 'us-core-heart-rate', parts.pulse),
    ...perMinute('respirations', 'Respiratory rate', respirations, 'us-core-respiratory-rate', parts.respirations),
    ...sedation(of, parts),
    ...symptoms(of, parts),
  ];
}

function pressure(of: ObservedBy, { systolic: high, diastolic: low, arm, position }: ReadingParts): Observation[] {
  if (high === null && low === null) return [];
  const part = (code: CodeableConcept, value: number | null): ObservationComponent =>
    value === null
      ? { code, dataAbsentReason: absent('Not entered', 'unknown') }
      : { code, valueQuantity: quantity(value, 'mm[Hg]', 'mmHg') };
  const how: readonly ObservationComponent[] =
    position == null
      ? []
      : [{ code: concept('Position', own('position')), valueCodeableConcept: concept(position, own(position)) }];
  const component = [part(systolic, high), part(diastolic, low), ...how];
  const site = arm == null ? {} : { bodySite: concept(arm, own(arm)) };
  const code = concept('Blood pressure', bloodPressure);
  return [observation(of, 'bloodPressure', 'vital-signs', code, 'us-core-blood-pressure', { component, ...site })];
}

function oxygen(of: ObservedBy, { spo2, oxygenTenths }: ReadingParts): Observation[] {
  const flow = oxygenTenths === null ? null : quantity(oxygenTenths / 10, 'L/min');
  if (spo2 === null) {
    if (flow === null) return [];
    return [observation(of, 'oxygen', 'exam', oxygenFlow, null, { valueQuantity: flow })];
  }
  return [
    observation(of, 'spo2', 'vital-signs', concept('Oxygen saturation', ...saturation), 'us-core-pulse-oximetry', {
      valueQuantity: quantity(spo2, '%'),
      ...(flow === null ? {} : { component: [{ code: oxygenFlow, valueQuantity: flow }] }),
    }),
  ];
}

const scales = { rass: 'Sedation (RASS)', moaas: 'Sedation (MOAA/S)', notRoused: 'Sedation' } as const;

function sedation(of: ObservedBy, { sedation: found }: ReadingParts): Observation[] {
  if (found === null) return [];
  const code = concept(scales[found.kind], own(found.kind === 'notRoused' ? 'sedation' : found.kind));
  const value =
    found.kind === 'notRoused'
      ? { valueCodeableConcept: concept('Resting, not roused', own('notRoused')) }
      : { valueInteger: found.value };
  return [observation(of, 'sedation', 'exam', code, null, value)];
}

function symptoms(of: ObservedBy, { symptoms: told }: ReadingParts): Observation[] {
  if (told == null) return [];
  const component = told.map((code) => ({
    code: concept('Symptom', own('symptom')),
    valueCodeableConcept: concept(code, own(code)),
  }));
  const value = { valueBoolean: told.length > 0, ...(component.length === 0 ? {} : { component }) };
  return [observation(of, 'symptoms', 'exam', concept('Symptoms told', own('symptoms')), null, value)];
}

/** Why it was struck, and that it was taken outside of the schedule; null where there is nothing to say. */
function noteOf({ reason, outside, outsideReason }: ReadingVersion): string | null {
  const schedule = outside ? `Outside of the schedule${outsideReason === null ? '' : `: ${outsideReason}`}` : null;
  const notes = [reason, schedule].filter((note) => note !== null);
  return notes.length === 0 ? null : notes.join('. ');
}

type Absent = readonly [name: string, category: 'vital-signs' | 'exam', code: CodeableConcept, us: string | null];
const absentAs: Readonly<Record<Exclude<AskedPart, 'pressure'>, Absent>> = {
  spo2: ['spo2', 'vital-signs', concept('Oxygen saturation', ...saturation), 'us-core-pulse-oximetry'],
  pulse: ['pulse', 'vital-signs', concept('Heart rate', pulse), 'us-core-heart-rate'],
  respirations: ['respirations', 'vital-signs', concept('Respiratory rate', respirations), 'us-core-respiratory-rate'],
  sedation: ['sedation', 'exam', concept(scales.notRoused, own('sedation')), null],
  symptoms: ['symptoms', 'exam', concept('Symptoms told', own('symptoms')), null],
};

/** A part of a reading that was due and could not be taken: without a value, with the reason in the nurse's words. Of the panel each component says so. */
function absentPart(of: ObservedBy, reason: string, part: AskedPart): Observation {
  const dataAbsentReason = absent(reason);
  if (part !== 'pressure') {
    const [name, category, code, us] = absentAs[part];
    return observation(of, name, category, code, us, { dataAbsentReason });
  }
  const component = [systolic, diastolic].map((code) => ({ code, dataAbsentReason }));
  const code = concept('Blood pressure', bloodPressure);
  return observation(of, 'bloodPressure', 'vital-signs', code, 'us-core-blood-pressure', { component });
}
