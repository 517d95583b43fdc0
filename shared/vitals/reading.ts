import * as z from 'zod/mini';

const whole = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));

/**
 * What can stand in a reading, in whole numbers. The limits are those of typing, not of medicine: outside them the value
 * cannot be a human being's (clinic defaults; systolic and diastolic mmHg, SpO2 %, pulse and breaths per minute, RASS -5..+4,
 * oxygen in tenths of a litre per minute, 0 = room air).
 */
export const readingLimits = {
  systolic: [40, 300],
  diastolic: [20, 200],
  spo2: [50, 100],
  pulse: [20, 300],
  respirations: [0, 80],
  rass: [-5, 4],
  oxygenTenths: [0, 200],
} as const;

export const sedationSchema = z.union([
  z.object({ kind: z.literal('rass'), value: whole(...readingLimits.rass) }),
  z.object({ kind: z.literal('notRoused') }),
]);

/** The parts of a reading; any one alone is a reading, null was not taken. Blood pressure comes as a pair. */
export const readingPartsSchema = z.object({
  systolic: z.nullable(whole(...readingLimits.systolic)),
  diastolic: z.nullable(whole(...readingLimits.diastolic)),
  spo2: z.nullable(whole(...readingLimits.spo2)),
  pulse: z.nullable(whole(...readingLimits.pulse)),
  respirations: z.nullable(whole(...readingLimits.respirations)),
  sedation: z.nullable(sedationSchema),
  oxygenTenths: z.nullable(whole(...readingLimits.oxygenTenths)),
});
export type ReadingParts = z.infer<typeof readingPartsSchema>;
export type ReadingField = keyof ReadingParts;
