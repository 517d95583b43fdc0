import * as z from 'zod/mini';
import { markKinds } from '../session/care-bodies.ts';
import { text } from './field.ts';

/** A medicine that may be given here on the protocol's order, as one press. Doses are the clinic's own words. */
export const standingMedicineSchema = z.object({
  id: text(40),
  drug: text(80),
  dose: text(40),
  route: text(20),
});
export type StandingMedicine = z.infer<typeof standingMedicineSchema>;

/** What the clinic does first, and what it may give. */
export const carePlanSchema = z.object({
  medicines: z.array(standingMedicineSchema).check(z.maxLength(20)),
  /** The clinic's own first steps for an event, in one line. */
  firstSteps: z.array(z.object({ kind: z.enum(markKinds), text: text(160) })),
});
export type CarePlan = z.infer<typeof carePlanSchema>;

/** Nothing is given and no step named until the clinic wrote it down: the app gives no advice of its own. */
export const noCarePlan: CarePlan = { medicines: [], firstSteps: [] };
