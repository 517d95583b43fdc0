import * as z from 'zod/mini';
import { maySamePerson, sortedWords } from '../../shared/people/similar-names.ts';
import { shownOf } from '../../shared/people/session-flags.ts';
import type { Course, Patient, PatientDetails, SessionRow, Staff } from '../../shared/people/people.ts';
import { birthDatesOf, searchKey } from '../../shared/people/search-key.ts';
import { withoutPin } from '../../shared/people/staff-events.ts';
import type { SessionQuery } from './client-types.ts';
import { prepared } from './connection.ts';
import { rowIdFrom } from './derive/row-id.ts';
import { matchOf } from './derive/match.ts';
import { courseOnDisk, patientOnDisk, sessionOnDisk, staffOnDisk } from './facts.ts';
import type { Sqlite } from './sqlite.ts';

/** Most patients that a search shows. */
const FOUND = 50;
/** Later than any session, epoch ms. */
const LAST = 2 ** 42;

const pageRowSchema = z.object({ created_at: z.number(), facts: z.string() });
const givenSchema = z.object({ given: z.int() });

/** Sessions newest first. Rows of one moment are never parted by the end of a page. */
export function sessionsPage(reader: Sqlite, query: SessionQuery): { sessions: SessionRow[]; more: boolean } {
  const from = rowIdFrom(query.today?.from ?? 0);
  const to = rowIdFrom(Math.min(query.today?.to ?? LAST, query.before ?? LAST));
  const sql = `SELECT created_at, facts FROM session_rows WHERE row_id >= ? AND row_id < ?
    ORDER BY row_id DESC LIMIT ?`;
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
    ORDER BY row_id DESC`;
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

/** Patients by a birth date, or by words that all begin one of the name's; the newest ones for an empty text. */
export function findPatients(reader: Sqlite, text: string): Patient[] {
  const days = birthDatesOf(text);
  if (days.length > 0) {
    const sql = `SELECT facts FROM patient_rows WHERE birth_date IN (?, ?) ORDER BY row_id DESC LIMIT ${FOUND}`;
    return prepared(reader, sql)
      .all(days[0] ?? '', days[1] ?? '')
      .map(patientOnDisk);
  }
  const match = matchOf(reader, 'patient_search', text);
  if (match === null) {
    const letter = searchKey(text);
    const sql = `SELECT facts FROM patient_rows WHERE ? = '' OR instr(name_key, ?) > 0 ORDER BY row_id DESC LIMIT ${FOUND}`;
    return prepared(reader, sql).all(letter, letter).map(patientOnDisk);
  }
  const sql = `SELECT p.facts FROM patient_search s JOIN patient_rows p ON p.row_id = s.rowid
    WHERE s.patient_search MATCH ? ORDER BY s.rowid DESC LIMIT ${FOUND}`;
  return prepared(reader, sql).all(match).map(patientOnDisk);
}

/** Patients that may be the same person as the one described, newest first. */
export function duplicatesOf(reader: Sqlite, details: PatientDetails): Patient[] {
  const sql = 'SELECT facts FROM patient_rows WHERE birth_date = ? OR name_words = ? ORDER BY row_id DESC';
  const near = prepared(reader, sql).all(details.birthDate, sortedWords(details.name)).map(patientOnDisk);
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

/** All sessions of a course, newest first. */
export function courseSessions(reader: Sqlite, courseId: string): SessionRow[] {
  const sql = 'SELECT facts FROM session_rows WHERE course_id = ? ORDER BY row_id DESC';
  return prepared(reader, sql)
    .all(courseId)
    .map((row) => sessionRow(reader, row));
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

/** A row as lists show it: with the name its patient has today. */
export function sessionRow(reader: Sqlite, row: unknown): SessionRow {
  const facts = sessionOnDisk(row);
  const patient = facts.patientId === null ? null : onePatient(reader, facts.patientId);
  const named = { patientName: patient?.name ?? null, birthDate: patient?.birthDate ?? null };
  return { ...shownOf(facts), ...named };
}

function withGiven(reader: Sqlite, row: unknown): Course {
  const { followUp: _followUp, ...facts } = courseOnDisk(row);
  const sql = 'SELECT count(*) AS given FROM session_rows WHERE course_id = ? AND given = 1';
  return { ...facts, given: givenSchema.parse(prepared(reader, sql).get(facts.courseId)).given };
}
