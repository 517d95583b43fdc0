import * as z from 'zod/mini';
import { courseFactsSchema, type CourseFacts } from '../../shared/people/course-events.ts';
import { patientSchema, type Patient } from '../../shared/people/people.ts';
import { sessionFactsStateSchema, type SessionFacts } from '../../shared/people/session-facts.ts';
import { staffRecordSchema, type StaffRecord } from '../../shared/people/staff-events.ts';

const rowSchema = z.object({ facts: z.string() });

/** Parses the `facts` column of a derived row; throws where it does not fit. */
function factsOf<T>(row: unknown, schema: z.ZodMiniType<T>): T {
  const value: unknown = JSON.parse(rowSchema.parse(row).facts);
  return schema.parse(value);
}

export const sessionOnDisk = (row: unknown): SessionFacts => factsOf(row, sessionFactsStateSchema);
export const patientOnDisk = (row: unknown): Patient => factsOf(row, patientSchema);
export const courseOnDisk = (row: unknown): CourseFacts => factsOf(row, courseFactsSchema);
export const staffOnDisk = (row: unknown): StaffRecord => factsOf(row, staffRecordSchema);
