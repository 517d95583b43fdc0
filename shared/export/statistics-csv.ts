import type { WeekFigures } from '../review/statistics.ts';
import { csvLine } from './csv.ts';

const columns = [
  'week_from',
  'infusions',
  'not_given',
  'ended_early',
  'adverse_events',
  'readings_due',
  'readings_on_time',
  'to_be_signed',
  'signed_late_or_not_yet',
] as const;

/**
 * The weeks as a CSV file, a line each.
 * @param dayOf the calendar day of a moment where the clinic is, `YYYY-MM-DD`
 */
export function statisticsCsv(weeks: readonly WeekFigures[], dayOf: (at: number) => string): string {
  const lines = weeks.map(({ from, sessions, notGiven, early, adverse, due, onTime, signable, late }) =>
    csvLine([dayOf(from), sessions, notGiven, early, adverse, due, onTime, signable, late]),
  );
  return [csvLine(columns), ...lines].join('');
}
