import type { PatientDetails } from '../../../shared/people/people.ts';

/** Nobody alive was born before this year. */
const EARLIEST_YEAR = 1900;

/** What is wrong with a field, as a key below `people.error`. */
export type PatientErrorCode = 'name' | 'nameLong' | 'birthDate' | 'allergies';
export type PatientErrors = Readonly<Partial<Record<keyof PatientDetails, PatientErrorCode>>>;

export const emptyPatient: PatientDetails = { name: '', birthDate: '', allergies: '' };

/** What is wrong with a patient's details, by field. `nowMs`: a birth date cannot lie after it. */
export function patientErrors(details: PatientDetails, nowMs: number): PatientErrors {
  const name = details.name.trim();
  const found: [keyof PatientDetails, PatientErrorCode | null][] = [
    ['name', name === '' ? 'name' : name.length > 120 ? 'nameLong' : null],
    ['birthDate', isBirthDate(details.birthDate, nowMs) ? null : 'birthDate'],
    ['allergies', details.allergies.length > 500 ? 'allergies' : null],
  ];
  return Object.fromEntries(found.filter(([, code]) => code !== null));
}

/** The details as they are saved: without blanks at the ends. */
export function trimmed(details: PatientDetails): PatientDetails {
  return { name: details.name.trim(), birthDate: details.birthDate, allergies: details.allergies.trim() };
}

/** Planned infusions as typed: a number from 1 to 60, null for an open number, undefined where it is neither. */
export function plannedNumber(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= 60 ? value : undefined;
}

/** A real day of the calendar, not before 1900 and not after today. */
function isBirthDate(day: string, nowMs: number): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  const real = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
  return real && at.getUTCFullYear() >= EARLIEST_YEAR && at.getTime() <= nowMs;
}
