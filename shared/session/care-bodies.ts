import * as z from 'zod/mini';
import { event, id, note, words } from './body.ts';

export const markKinds = [
  'nausea',
  'vomiting',
  'anxiety',
  'distress',
  'patientUp',
  'doctorCalled',
  'comfort',
  'headache',
  'dizziness',
  'pain',
  'lineProblem',
  'cough',
  'callBell',
  'bathroom',
  'staffInRoom',
  'other',
] as const;

export const severities = ['mild', 'moderate', 'severe'] as const;
export type Severity = (typeof severities)[number];

/** Events of what happened to the patient, and of what was given and done. */
export const careBodies = [
  event('marked', { markId: id, kind: z.enum(markKinds), note }),
  event('markTakenBack', { markId: id }),
  event('markDetailed', {
    markId: id,
    severity: z.nullable(z.enum(severities)),
    settled: z.boolean(),
    note,
  }),
  event('medicationGiven', {
    medicationId: id,
    drug: z.string().check(z.minLength(1), z.maxLength(80)),
    dose: z.string().check(z.minLength(1), z.maxLength(40)),
    route: z.string().check(z.minLength(1), z.maxLength(20)),
    checkedBy: note,
    orderedBy: note,
  }),
  event('noted', { text: words }),
] as const;
