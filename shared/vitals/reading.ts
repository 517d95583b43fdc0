import * as z from 'zod/mini';

const whole = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));

/**
 * What can stand in a reading, in whole numbers. The limits are those of typing, not of medicine: outside them the value
 * cannot be a human being's (clinic defaults; systolic and diastolic mmHg, SpO2 %, pulse and breaths per minute, RASS -5..+4
 * (Sessler 2002), MOAA/S 0..5 (bmcanesthesiol 10.1186/s12871-022-01788-1), oxygen in tenths of a litre per minute,
 * 0 = room air).
 */
export const readingLimits = {
  systolic: [40, 300],
  diastolic: [20, 200],
  spo2: [50, 100],
  pulse: [20, 300],
  respirations: [0, 80],
  rass: [-5, 4],
  moaas: [0, 5],
  oxygenTenths: [0, 200],
} as const;

/** The scales of sedation that a clinic can choose from, in its protocol. */
export const sedationScales = ['rass', 'moaas'] as const;
export type SedationScale = (typeof sedationScales)[number];

/** How deep the patient is, on the clinic's scale; `notRoused`: resting, and left to rest on purpose. */
export const sedationSchema = z.union([
  z.object({ kind: z.literal('rass'), value: whole(...readingLimits.rass) }),
  z.object({ kind: z.literal('moaas'), value: whole(...readingLimits.moaas) }),
  z.object({ kind: z.literal('notRoused') }),
]);

export type Sedation = z.infer<typeof sedationSchema>;

/**
 * What the patient says they feel. The first four are the red flags of the EU esketamine leaflet (chest pain, shortness
 * of breath, sudden severe headache, vision change); dizziness and nausea are the commonest of its label.
 */
export const symptomCodes = [
  'chestPain',
  'breathless',
  'headache',
  'vision',
  'palpitations',
  'dizzy',
  'nausea',
  'anxious',
  'other',
] as const;
export type SymptomCode = (typeof symptomCodes)[number];

export const positions = ['lying', 'reclined', 'sitting', 'standing'] as const;
export type Position = (typeof positions)[number];

/** Where the cuff sits. */
export const cuffPlaces = ['leftArm', 'rightArm', 'elsewhere'] as const;
export type CuffPlace = (typeof cuffPlaces)[number];

/**
 * The parts of a reading; any one alone is a reading, null was not taken. Blood pressure comes as a pair. Readings from
 * before symptoms, position and arm were asked for have no such parts at all.
 */
export const readingPartsSchema = z.object({
  systolic: z.nullable(whole(...readingLimits.systolic)),
  diastolic: z.nullable(whole(...readingLimits.diastolic)),
  spo2: z.nullable(whole(...readingLimits.spo2)),
  pulse: z.nullable(whole(...readingLimits.pulse)),
  respirations: z.nullable(whole(...readingLimits.respirations)),
  sedation: z.nullable(sedationSchema),
  oxygenTenths: z.nullable(whole(...readingLimits.oxygenTenths)),
  /** None at all is an answer: the empty list. */
  symptoms: z.optional(z.nullable(z.array(z.enum(symptomCodes)).check(z.maxLength(symptomCodes.length)))),
  position: z.optional(z.nullable(z.enum(positions))),
  arm: z.optional(z.nullable(z.enum(cuffPlaces))),
});
export type ReadingParts = z.infer<typeof readingPartsSchema>;
