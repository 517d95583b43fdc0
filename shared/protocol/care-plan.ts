import * as z from 'zod/mini';
import { markKinds } from '../session/care-bodies.ts';
import { text } from './field.ts';

/** A medicine that may be given here on the protocol's order, as one press. Doses are the clinic's own words. */
export const standingMedicineSchema = z.object({
  id: text(40),
  drug: text(80),
  dose: text(40),
  route: text(20),
  /** Whether a second person looks at it and signs with their PIN; the giving waits for nobody. */
  secondCheck: z.boolean(),
});
export type StandingMedicine = z.infer<typeof standingMedicineSchema>;

/** What the clinic does first, and what it may give. */
export const carePlanSchema = z.object({
  medicines: z.array(standingMedicineSchema).check(z.maxLength(20)),
  /** The clinic's own first steps for an event, in one line. */
  firstSteps: z.array(z.object({ kind: z.enum(markKinds), text: text(160) })),
});
export type CarePlan = z.infer<typeof carePlanSchema>;

/**
 * What the built-in protocol says to do first: position, presence, where to look. No dose and no treatment; plain practice
 * that no source here states, so each line is the clinic's to review and reword.
 */
const builtInSteps: CarePlan['firstSteps'] = [
  { kind: 'nausea', text: 'Sit up slowly, mask off, basin within reach' },
  { kind: 'vomiting', text: 'Sit up, mask off, basin' },
  { kind: 'anxiety', text: 'Speak first and slowly: where they are, and that you stay' },
  { kind: 'distress', text: 'Stay; speak slowly; ask before touching' },
  { kind: 'headache', text: 'Ask where and since when; less light, less sound' },
  { kind: 'dizziness', text: 'Stay lying; nobody gets up alone' },
  { kind: 'callBell', text: 'Go in, speak before touching' },
  { kind: 'bathroom', text: 'Never alone: press “Patient up”' },
  { kind: 'lineProblem', text: 'Look at arm, line and pump' },
];

/** The care of the built-in protocol: no medicine until the clinic names one. */
export const defaultCarePlan: CarePlan = { medicines: [], firstSteps: builtInSteps };

/** What protocols said before they could: no medicine, no step. */
export const noCarePlan: CarePlan = { medicines: [], firstSteps: [] };
