import { randomUUID } from 'node:crypto';
import { failure, success, type Answer, type Failure } from '../../shared/ipc/answer.ts';
import { COURSE_BODY_VERSION, courseStream, type CourseBody } from '../../shared/people/course-events.ts';
import { PATIENT_BODY_VERSION, patientStream, type PatientBody } from '../../shared/people/patient-events.ts';
import { courseSchema, patientDetailsSchema, type Patient, type PatientDetails } from '../../shared/people/people.ts';
import type { Author } from '../../shared/session/event.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import type { RecordClient } from './client.ts';

type Nothing = Record<string, never>;

/**
 * Adds a patient under a random id. Where others may be the same person and `knownDuplicate` is false, nothing is
 * added: the answer names them, `patientId` being the first of them.
 */
export async function createPatient(
  record: RecordClient,
  { details, knownDuplicate }: { readonly details: PatientDetails; readonly knownDuplicate: boolean },
  author: Author,
  now: ClockReading,
): Promise<Answer<{ patientId: string; duplicates: Patient[] }>> {
  const checked = checkedDetails(details, now);
  if ('ok' in checked) return checked;
  const alike = await record.duplicatesOf(checked);
  if (!alike.ok) return alike;
  const [first] = alike.data;
  if (first !== undefined && !knownDuplicate)
    return success({ patientId: first.patientId, duplicates: [...alike.data] });
  const patientId = randomUUID();
  const notSameAs = alike.data.map((patient) => patient.patientId);
  const saved = await appendPatient(
    record,
    patientId,
    0,
    { type: 'patientCreated', details: checked, notSameAs },
    author,
    now,
  );
  return saved.ok ? success({ patientId, duplicates: [...alike.data] }) : saved;
}

/** Writes down other details of a patient; what stood before stays in the record. */
export async function editPatient(
  record: RecordClient,
  { patientId, details }: { readonly patientId: string; readonly details: PatientDetails },
  author: Author,
  now: ClockReading,
): Promise<Answer<Nothing>> {
  const checked = checkedDetails(details, now);
  if ('ok' in checked) return checked;
  const known = await record.allOf(patientStream(patientId));
  if (!known.ok) return known;
  if (known.data.length === 0) return failure('refused', 'people.patientUnknown');
  const body: PatientBody = { type: 'patientEdited', details: checked };
  const saved = await appendPatient(record, patientId, known.data.length, body, author, now);
  return saved.ok ? success({}) : saved;
}

/** Begins a course for a patient; the number of infusions may stay open. */
export async function createCourse(
  record: RecordClient,
  { patientId, plannedInfusions }: { readonly patientId: string; readonly plannedInfusions: number | null },
  author: Author,
  now: ClockReading,
): Promise<Answer<{ courseId: string }>> {
  if (!isPlanned(plannedInfusions)) return failure('invalid', 'people.infusions', {}, 'plannedInfusions');
  const patient = await record.patient(patientId);
  if (!patient.ok) return patient;
  if (patient.data === null) return failure('refused', 'people.patientUnknown');
  const courseId = randomUUID();
  const saved = await appendCourse(
    record,
    courseId,
    0,
    { type: 'courseCreated', patientId, plannedInfusions },
    author,
    now,
  );
  return saved.ok ? success({ courseId }) : saved;
}

/** Changes how many infusions a course plans; null leaves it open. */
export async function editCourse(
  record: RecordClient,
  { courseId, plannedInfusions }: { readonly courseId: string; readonly plannedInfusions: number | null },
  author: Author,
  now: ClockReading,
): Promise<Answer<Nothing>> {
  if (!isPlanned(plannedInfusions)) return failure('invalid', 'people.infusions', {}, 'plannedInfusions');
  const known = await record.allOf(courseStream(courseId));
  if (!known.ok) return known;
  if (known.data.length === 0) return failure('refused', 'people.courseUnknown');
  const saved = await appendCourse(
    record,
    courseId,
    known.data.length,
    { type: 'courseEdited', plannedInfusions },
    author,
    now,
  );
  return saved.ok ? success({}) : saved;
}

/** The details as they are kept, or what is wrong with them: a birth date is a day that exists and is not to come. */
function checkedDetails(details: PatientDetails, now: ClockReading): PatientDetails | Failure {
  const parsed = patientDetailsSchema.safeParse(details);
  if (!parsed.success) {
    const field = ['details', ...(parsed.error.issues[0]?.path ?? [])].join('.');
    return failure('invalid', 'people.details', {}, field);
  }
  const day = new Date(`${parsed.data.birthDate}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(parsed.data.birthDate);
  // A day's grace: it may already be tomorrow where the clinic is.
  const plausible = exists && day.getTime() <= now.wallMs + 86_400_000 && day.getUTCFullYear() >= 1880;
  return plausible ? parsed.data : failure('invalid', 'people.birthDate', {}, 'details.birthDate');
}

function isPlanned(plannedInfusions: number | null): boolean {
  return courseSchema.shape.plannedInfusions.safeParse(plannedInfusions).success;
}

function appendPatient(
  record: RecordClient,
  patientId: string,
  expectedSeq: number,
  body: PatientBody,
  author: Author,
  now: ClockReading,
): ReturnType<RecordClient['append']> {
  const stream = patientStream(patientId);
  const event = { occurredAt: now.wallMs, sessionMs: null, author, body };
  return record.append({
    stream,
    expectedSeq,
    commandId: null,
    recordedAt: now,
    version: PATIENT_BODY_VERSION,
    events: [event],
  });
}

function appendCourse(
  record: RecordClient,
  courseId: string,
  expectedSeq: number,
  body: CourseBody,
  author: Author,
  now: ClockReading,
): ReturnType<RecordClient['append']> {
  const stream = courseStream(courseId);
  const event = { occurredAt: now.wallMs, sessionMs: null, author, body };
  return record.append({
    stream,
    expectedSeq,
    commandId: null,
    recordedAt: now,
    version: COURSE_BODY_VERSION,
    events: [event],
  });
}
