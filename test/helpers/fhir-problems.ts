import * as z from 'zod/mini';
import type { Bundle } from '../../shared/fhir/resource.ts';

const statuses = (...codes: readonly [string, ...string[]]) => z.looseObject({ status: z.enum([...codes]) });
const coded = (system: string, ...codes: readonly [string, ...string[]]) =>
  z.looseObject({ coding: z.array(z.looseObject({ system: z.literal(system), code: z.enum([...codes]) })) });

/** Codes that FHIR R4 binds as required, by resource: https://hl7.org/fhir/R4, read off each element's value set. */
const bound: Readonly<Record<string, z.ZodMiniType>> = {
  Patient: z.looseObject({ gender: z.enum(['male', 'female', 'other', 'unknown']) }),
  Practitioner: z.looseObject({}),
  Encounter: statuses(
    'planned',
    'arrived',
    'triaged',
    'in-progress',
    'onleave',
    'finished',
    'cancelled',
    'entered-in-error',
    'unknown',
  ),
  Procedure: statuses(
    'preparation',
    'in-progress',
    'not-done',
    'on-hold',
    'stopped',
    'completed',
    'entered-in-error',
    'unknown',
  ),
  MedicationAdministration: statuses(
    'in-progress',
    'not-done',
    'on-hold',
    'completed',
    'entered-in-error',
    'stopped',
    'unknown',
  ),
  Observation: statuses(
    'registered',
    'preliminary',
    'final',
    'amended',
    'corrected',
    'cancelled',
    'entered-in-error',
    'unknown',
  ),
  QuestionnaireResponse: statuses('in-progress', 'completed', 'amended', 'entered-in-error', 'stopped'),
  DocumentReference: statuses('current', 'superseded', 'entered-in-error'),
  Provenance: z.looseObject({ recorded: z.iso.datetime() }),
  AdverseEvent: z.looseObject({
    actuality: z.enum(['actual', 'potential']),
    severity: z.optional(
      coded('http://terminology.hl7.org/CodeSystem/adverse-event-severity', 'mild', 'moderate', 'severe'),
    ),
    outcome: z.optional(
      coded(
        'http://terminology.hl7.org/CodeSystem/adverse-event-outcome',
        ...(['resolved', 'recovering', 'ongoing', 'resolvedWithSequelae', 'fatal', 'unknown'] as const),
      ),
    ),
  }),
};

const choices = ['value', 'effective', 'performed', 'medication', 'occurrence', 'onset', 'rate'];

/** What is wrong with a bundle that a validator of shapes does not see: codes outside of their value sets, two values where one may stand. */
export function fhirProblems(bundle: Bundle): readonly string[] {
  return bundle.entry.flatMap(({ resource }) => {
    const { resourceType } = resource;
    const parsed = bound[resourceType]?.safeParse(resource);
    const codes = parsed === undefined ? [`${resourceType} is not known here`] : (parsed.error?.issues ?? []);
    const problems = codes.map((one) =>
      typeof one === 'string' ? one : `${resourceType}.${one.path.join('.')}: ${one.message}`,
    );
    return [...problems, ...doubles(resource, resourceType)];
  });
}

function doubles(value: unknown, where: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => doubles(part, `${where}[${index}]`));
  if (value === null || typeof value !== 'object') return [];
  const keys = Object.keys(value);
  const twice = choices.filter((base) => keys.filter((key) => new RegExp(`^${base}[A-Z]`).test(key)).length > 1);
  const absentBeside = keys.includes('dataAbsentReason') && keys.some((key) => /^value[A-Z]/.test(key));
  const mad1 = 'dosage' in value && !hasAmount(value.dosage);
  return [
    ...twice.map((base) => `${where}.${base}[x] twice`),
    ...(absentBeside ? [`${where}: a value and why there is none`] : []),
    ...(mad1 ? [`${where}.dosage: neither dose nor rate (mad-1)`] : []),
    ...Object.entries(value).flatMap(([key, part]) => doubles(part, `${where}.${key}`)),
  ];
}

function hasAmount(dosage: unknown): boolean {
  return typeof dosage === 'object' && dosage !== null && ('dose' in dosage || 'rateQuantity' in dosage);
}
