import * as z from 'zod/mini';
import { walkers } from './away-state.ts';
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

/** What a doctor who was called said. Of one who is not on the staff list only the name is known. */
export const doctorsAnswer = {
  callId: id,
  who: z.object({ staffId: z.nullable(id), name: z.string().check(z.minLength(1), z.maxLength(120)) }),
  said: note,
  /** An order counts once it was read back. */
  order: z.nullable(z.object({ text: words, readBack: z.literal(true) })),
};

/** A medicine in the clinic's own words. */
export const medicine = {
  drug: z.string().check(z.minLength(1), z.maxLength(80)),
  dose: z.string().check(z.minLength(1), z.maxLength(40)),
  route: z.string().check(z.minLength(1), z.maxLength(20)),
};

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
    ...medicine,
    checkedBy: note,
    orderedBy: note,
  }),
  /** Offered, and the patient said no. */
  event('medicationDeclined', { medicationId: id, ...medicine }),
  /** Somebody else looked at it as well, and signed with their own PIN. */
  event('medicationChecked', { medicationId: id, checkerId: id }),
  /** Given or declined by mistake; `reason` null: taken back within seconds. */
  event('medicationWithdrawn', { medicationId: id, reason: note }),
  event('noted', { text: words }),

  /** The patient gets up: light rises, music sinks, both until they are back. */
  event('patientUp', { upId: id }),
  event('patientWalks', { upId: id, walker: z.enum(walkers) }),
  event('pumpRunsWhileUp', { upId: id }),
  event('patientBack', { upId: id }),

  event('doctorCalled', { callId: id }),
  event('doctorAnswered', doctorsAnswer),
  event('doctorNotReached', { callId: id }),
  event('callTakenBack', { callId: id }),
  /** `instead`: why somebody else signs for that doctor. */
  event('callOrderSigned', { callId: id, staffId: id, instead: z.optional(words) }),
] as const;
