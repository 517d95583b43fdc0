import * as z from 'zod/mini';
import { maySamePerson } from '../../shared/people/similar-names.ts';
import type { Course, Patient, PatientDetails, SessionRow, Staff } from '../../shared/people/people.ts';
import { birthDatesOf, searchKey } from '../../shared/people/search-key.ts';
import { withoutPin } from '../../shared/people/staff-events.ts';
import type { SessionQuery } from './client-types.ts';
import { prepared } from './connection.ts';
import { courseOnDisk, patientOnDisk, sessionOnDisk, staffOnDisk } from './facts.ts';
import type { Bindable, Sqlite } from './sqlite.ts';

/** Most patients that a search shows. */
const FOUND = 50;

const pageRowSchema = z.object({ created_at: z.number(), facts: z.string() });
const givenSchema = z.object({ given: z.int() });

/** Sessions newest first. Rows of one moment are never parted by the end of a page. */
export function sessionsPage(reader: Sqlite, query: SessionQuery): { sessions: SessionRow[]; more: boolean } {
  const from = query.today?.from ?? Number.MIN_SAFE_INTEGER;
  const to = Math.min(query.today?.to ?? Number.MAX_SAFE_INTEGER, query.before ?? Number.MAX_SAFE_INTEGER);
  const sql = `SELECT created_at, facts FROM session_rows WHERE created_at >= ? AND created_at < ?
    ORDER BY created_at DESC, session_id LIMIT ?`;
  const rows = z.array(pageRowSchema).parse(prepared(reader, sql).all(from, to, query.limit + 1));
  const last = rows[query.limit - 1];
  const next = rows[query.limit];
  if (last === undefined || next === undefined)
    return { sessions: rows.map((row) => sessionRow(reader, row)), more: false };
  if (next.created_at === last.created_at) return sessionsPage(reader, { ...query, limit: query.limit * 2 });
  return { sessions: rows.slice(0, query.limit).map((row) => sessionRow(reader, row)), more: true };
}

/** Sessions from the pre-checks on that are not over, newest first. */
export function liveSessions(reader: Sqlite): SessionRow[] {
  const sql = `SELECT facts FROM session_rows WHERE phase IN ('preChecks', 'infusing', 'overtime', 'recovery')
    ORDER BY created_at DESC`;
  return prepared(reader, sql)
    .all()
    .map((row) => sessionRow(reader, row));
}

export function oneSession(reader: Sqlite, sessionId: string): SessionRow | null {
  const row = prepared(reader, 'SELECT facts FROM session_rows WHERE session_id = ?').get(sessionId);
  return row === undefined ? null : sessionRow(reader, row);
}

export function onePatient(reader: Sqlite, patientId: string): Patient | null {
  const row = prepared(reader, 'SELECT facts FROM patient_rows WHERE patient_id = ?').get(patientId);
  return row === undefined ? null : patientOnDisk(row);
}

/** Patients by a birth date, or by words that all stand in the name; the newest ones for an empty text. */
export function findPatients(reader: Sqlite, text: string): Patient[] {
  const days = birthDatesOf(text);
  const words =
    days.length > 0
      ? []
      : searchKey(text)
          .split(' ')
          .filter((word) => word !== '');
  const where = [
    ...(days.length > 0 ? [`birth_date IN (${days.map(() => '?').join(', ')})`] : []),
    ...words.map(() => 'instr(name_key, ?) > 0'),
  ];
  const sql = `SELECT facts FROM patient_rows ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
    ORDER BY created_at DESC LIMIT ${FOUND}`;
  const values: readonly Bindable[] = [...days, ...words];
  return reader
    .prepare(sql)
    .all(...values)
    .map(patientOnDisk);
}

/** Patients that may be the same person as the one described, newest first. */
export function duplicatesOf(reader: Sqlite, details: PatientDetails): Patient[] {
  const sql = 'SELECT facts FROM patient_rows WHERE birth_date = ? OR length(name_key) = ? ORDER BY created_at DESC';
  const near = prepared(reader, sql).all(details.birthDate, searchKey(details.name).length).map(patientOnDisk);
  return near.filter((patient) => maySamePerson(patient, details));
}

/** A patient's courses, newest first. */
export function coursesOf(reader: Sqlite, patientId: string): Course[] {
  const sql = 'SELECT facts FROM course_rows WHERE patient_id = ? ORDER BY created_at DESC, course_id';
  return prepared(reader, sql)
    .all(patientId)
    .map((row) => withGiven(reader, row));
}

export function oneCourse(reader: Sqlite, courseId: string): Course | null {
  const row = prepared(reader, 'SELECT facts FROM course_rows WHERE course_id = ?').get(courseId);
  return row === undefined ? null : withGiven(reader, row);
}

/** Staff by name, those who left included. */
export function allStaff(reader: Sqlite): Staff[] {
  const staff = prepared(reader, 'SELECT facts FROM staff_rows')
    .all()
    .map((row) => withoutPin(staffOnDisk(row)));
  return staff.toSorted((a, b) => (searchKey(a.name) < searchKey(b.name) ? -1 : 1));
}

/** The stored form of a staff member's PIN hash, or null for somebody unknown. */
export function staffSecret(reader: Sqlite, staffId: string): string | null {
  const row = prepared(reader, 'SELECT facts FROM staff_rows WHERE staff_id = ?').get(staffId);
  return row === undefined ? null : staffOnDisk(row).pinHash;
}

function sessionRow(reader: Sqlite, row: unknown): SessionRow {
  const { courseId: _courseId, ...facts } = sessionOnDisk(row);
  const patient = facts.patientId === null ? null : onePatient(reader, facts.patientId);
  return { ...facts, patientName: patient?.name ?? null, birthDate: patient?.birthDate ?? null };
}

function withGiven(reader: Sqlite, row: unknown): Course {
  const facts = courseOnDisk(row);
  const sql = 'SELECT count(*) AS given FROM session_rows WHERE course_id = ? AND given = 1';
  return { ...facts, given: givenSchema.parse(prepared(reader, sql).get(facts.courseId)).given };
}
