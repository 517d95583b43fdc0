import type { Course, Patient, PatientDetails } from '../../shared/people/people.ts';
import type { Author } from '../../shared/session/event.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import { success, type Answer } from '../../shared/ipc/answer.ts';
import type { RecordClient } from '../record/client.ts';
import { createCourse, createPatient } from '../record/people.ts';

/** Made-up people, who can be nobody's patients. */
const madeUp: readonly PatientDetails[] = [
  { name: 'Practice Maple', birthDate: '1984-03-12', allergies: 'Penicillin (made up)' },
  { name: 'Practice Rowan', birthDate: '1991-11-05', allergies: 'None known (made up)' },
];

const INFUSIONS = 6;

/** Puts the made-up patients, each with a course of six, into the practice record; those that are there stay as they are. */
export async function addPracticePatients(
  record: RecordClient,
  author: Author,
  now: ClockReading,
): Promise<Answer<null>> {
  const known = await record.findPatients('');
  if (!known.ok) return known;
  for (const details of madeUp.filter(({ name }) => !known.data.some((patient) => patient.name === name))) {
    const patient = await createPatient(record, { details, knownDuplicate: true }, author, now);
    if (!patient.ok) return patient;
    const course = await createCourse(
      record,
      { patientId: patient.data.patientId, plannedInfusions: INFUSIONS },
      author,
      now,
    );
    if (!course.ok) return course;
  }
  return success(null);
}

/** The made-up patient whose turn it is: the one with the fewest infusions so far. */
export async function nextPracticePatient(
  record: RecordClient,
  author: Author,
  now: ClockReading,
): Promise<Answer<{ readonly patient: Patient; readonly course: Course }>> {
  const added = await addPracticePatients(record, author, now);
  if (!added.ok) return added;
  const patients = await record.findPatients('');
  if (!patients.ok) return patients;
  const pairs: { readonly patient: Patient; readonly course: Course }[] = [];
  for (const patient of patients.data) {
    const courses = await record.coursesOf(patient.patientId);
    if (!courses.ok) return courses;
    const [course] = courses.data;
    if (course !== undefined) pairs.push({ patient, course });
  }
  const [first] = pairs.toSorted(
    (a, b) => a.course.given - b.course.given || a.patient.name.localeCompare(b.patient.name),
  );
  if (first === undefined) throw new Error('There are no practice patients after adding them');
  return success(first);
}
