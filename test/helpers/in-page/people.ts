import { success, failure } from '../../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../../shared/ipc/contract.ts';
import type { Course, Patient, Staff } from '../../../shared/people/people.ts';
import { searchKey } from '../../../shared/people/search-key.ts';
import { maySamePerson } from '../../../shared/people/similar-names.ts';

/** Everybody in the preview's staff list has this PIN. */
export const PREVIEW_PIN = '2580';

const staffOf = (staffId: string, name: string, role: Staff['role']): Staff => ({ staffId, name, role, active: true });

/** Staff, patients and courses in memory; fictional people. */
export class InPagePeople {
  staff: Staff[] = [
    staffOf('staff-alvarez', 'R. Alvarez, RN', 'nurse'),
    staffOf('staff-okafor', 'Dr. N. Okafor', 'clinician'),
    staffOf('staff-tan', 'J. Tan, RN', 'nurse'),
    staffOf('staff-lind', 'M. Lind', 'therapist'),
    staffOf('staff-berg', 'K. Berg', 'owner'),
  ];
  patients: Patient[] = [];
  courses: Course[] = [];
  #nextId = 1;

  constructor(nowMs: number) {
    const day = 86_400_000;
    const add = (patientId: string, name: string, birthDate: string, allergies: string) =>
      this.patients.push({ patientId, name, birthDate, allergies, createdAt: nowMs - 40 * day });
    add('patient-jordan', 'Jordan Miller', '1988-04-12', 'Penicillin (rash)');
    add('patient-priya', 'Priya Sharma', '1979-11-02', 'none known');
    add('patient-tomas', 'Tomáš Novák', '1965-06-30', '');
    add('patient-amara', 'Amara Diallo', '1994-01-19', 'latex');
    this.courses.push({
      courseId: 'course-jordan',
      patientId: 'patient-jordan',
      plannedInfusions: 6,
      given: 2,
      createdAt: nowMs - 20 * day,
    });
    this.courses.push({
      courseId: 'course-priya',
      patientId: 'patient-priya',
      plannedInfusions: null,
      given: 7,
      createdAt: nowMs - 90 * day,
    });
  }

  newId(kind: string): string {
    return `${kind}-${this.#nextId++}`;
  }

  patient(patientId: string | null): Patient | null {
    return this.patients.find((patient) => patient.patientId === patientId) ?? null;
  }

  course(courseId: string | null): Course | null {
    return this.courses.find((course) => course.courseId === courseId) ?? null;
  }

  find({ text }: RequestArgs<'patients.find'>) {
    const wanted = searchKey(text);
    const fits = (patient: Patient) => searchKey(`${patient.name} ${patient.birthDate}`).includes(wanted);
    return success({ patients: this.patients.filter(fits).toSorted((a, b) => a.name.localeCompare(b.name)) });
  }

  create({ details, knownDuplicate }: RequestArgs<'patients.create'>, nowMs: number) {
    const duplicates = this.patients.filter((patient) => maySamePerson(patient, details));
    if (duplicates.length > 0 && !knownDuplicate)
      return success({ patientId: duplicates[0]?.patientId ?? '', duplicates });
    const patientId = this.newId('patient');
    this.patients = [...this.patients, { ...details, patientId, createdAt: nowMs }];
    return success({ patientId, duplicates });
  }

  edit({ patientId, details }: RequestArgs<'patients.edit'>) {
    if (this.patient(patientId) === null) return failure('refused', 'patient.unknown');
    this.patients = this.patients.map((patient) =>
      patient.patientId === patientId ? { ...patient, ...details } : patient,
    );
    return success({});
  }

  createCourse({ patientId, plannedInfusions }: RequestArgs<'courses.create'>, nowMs: number) {
    const courseId = this.newId('course');
    this.courses = [...this.courses, { courseId, patientId, plannedInfusions, given: 0, createdAt: nowMs }];
    return success({ courseId });
  }

  editCourse({ courseId, plannedInfusions }: RequestArgs<'courses.edit'>) {
    this.courses = this.courses.map((course) =>
      course.courseId === courseId ? { ...course, plannedInfusions } : course,
    );
    return success({});
  }
}
