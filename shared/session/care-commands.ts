import * as z from 'zod/mini';
import { id } from './body.ts';
import { walkers } from './away-state.ts';
import { doctorsAnswer, markKinds, medicine, severities } from './care-bodies.ts';
import { agoMs, command, note, pin, reason } from './command-parts.ts';

/** Commands about what happened to the patient, and what was given and done. */
export const careCommands = [
  command('mark', { markId: id, kind: z.enum(markKinds), note, agoMs }),
  command('takeBackMark', { markId: id }),
  command('gradeMark', { markId: id, severity: z.nullable(z.enum(severities)) }),
  command('settleMark', { markId: id, settled: z.boolean() }),
  command('giveMedication', {
    medicationId: id,
    ...medicine,
    checkedBy: note,
    orderedBy: note,
    agoMs,
  }),
  command('declineMedication', { medicationId: id, ...medicine, agoMs }),
  command('checkMedication', { medicationId: id, checkerId: id, pin }),
  command('takeBackMedication', { medicationId: id }),
  command('withdrawMedication', { medicationId: id, reason }),
  command('note', { text: reason }),
  command('patientUp', { upId: id }),
  command('patientWalks', { walker: z.enum(walkers) }),
  command('pumpRunsWhileUp', {}),
  command('patientBack', {}),
  command('callDoctor', { callId: id, agoMs }),
  command('answerCall', { ...doctorsAnswer, agoMs }),
  /** Nobody could be reached. */
  command('missCall', { callId: id }),
  command('takeBackCall', { callId: id }),
  /** `instead`: why somebody else signs for that doctor. */
  command('signCallOrder', { callId: id, staffId: id, pin, instead: z.optional(reason) }),
] as const;
