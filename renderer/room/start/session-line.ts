import type { TFunction } from 'i18next';
import type { SessionRow } from '../../../shared/people/people.ts';
import { calendarDate, dayOf, timeOfDay } from '../../i18n/format.ts';

/** Who a row is about: a patient by name, or a practice. */
export function nameOfRow(row: SessionRow, t: TFunction): string {
  return row.patientName ?? t('start.practicePatient');
}

/** `infusion 3 of 6`, or `infusion 3` where the number is open; null for a practice without a course. */
export function infusionOfRow(
  row: Pick<SessionRow, 'infusionNumber' | 'plannedInfusions'>,
  t: TFunction,
): string | null {
  if (row.infusionNumber === null) return null;
  return row.plannedInfusions === null
    ? t('start.infusion', { number: row.infusionNumber })
    : t('start.infusionOf', { number: row.infusionNumber, planned: row.plannedInfusions });
}

/** Whose it is by name and birth date, of which day, and which infusion: a session in one line. */
export function lineOfRow(row: SessionRow, t: TFunction): string {
  const born = row.birthDate === null ? null : calendarDate(row.birthDate);
  return [nameOfRow(row, t), born, dayOfRow(row), infusionOfRow(row, t)].filter((part) => part !== null).join(', ');
}

/** Where the session stands, in words: phase and the moment that belongs to it. */
export function stateOfRow(row: SessionRow, t: TFunction): string {
  const parts = [t(`shell.phase.${row.phase}`), momentOfRow(row, t)];
  if (row.early) parts.push(t('start.early'));
  return parts.join(', ');
}

function momentOfRow(row: SessionRow, t: TFunction): string {
  if (row.finishedAt !== null && row.phase === 'finished') {
    return t('start.finishedAt', { time: timeOfDay(row.finishedAt) });
  }
  if (row.startedAt !== null) return t('start.started', { time: timeOfDay(row.startedAt) });
  return t('start.begun', { time: timeOfDay(row.createdAt) });
}

/** The day of a row, for lists that span several. */
export function dayOfRow(row: SessionRow): string {
  return dayOf(row.startedAt ?? row.createdAt);
}
