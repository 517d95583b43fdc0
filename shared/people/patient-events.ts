import * as z from 'zod/mini';
import type { RecordedEvent } from '../session/event.ts';
import { patientDetailsSchema, type Patient } from './people.ts';

/** Version of the patient bodies written today. */
export const PATIENT_BODY_VERSION = 1;

/** Bodies of the stream `patient:<id>`. Patients stand in every other stream by that id only. */
export const patientBodySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('patientCreated'),
    details: patientDetailsSchema,
    /** Ids of those the author was warned of and said to be somebody else. */
    notSameAs: z.array(z.string()),
  }),
  z.object({ type: z.literal('patientEdited'), details: patientDetailsSchema }),
]);
export type PatientBody = z.infer<typeof patientBodySchema>;

/** The stream of one patient. */
export function patientStream(patientId: string): string {
  return `patient:${patientId}`;
}

/** A patient after one more event; null before they were created. */
export function patientAfter(
  patient: Patient | null,
  event: Pick<RecordedEvent<PatientBody>, 'stream' | 'occurredAt' | 'body'>,
): Patient | null {
  const { body } = event;
  if (body.type === 'patientCreated') {
    const patientId = event.stream.slice(patientStream('').length);
    return { ...body.details, patientId, createdAt: event.occurredAt };
  }
  return patient === null ? null : { ...patient, ...body.details };
}
