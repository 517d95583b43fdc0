import type { TFunction } from 'i18next';
import type { DueReading } from '../../../shared/protocol/reading-plan.ts';

/** A reading of the schedule in words: `+15`, `end`, `recovery +30`. */
export function dueWords({ from, offsetMs }: Pick<DueReading, 'from' | 'offsetMs'>, t: TFunction): string {
  if (from === 'recovery' && offsetMs === 0) return t('review.end');
  return t(`sentence.due.${from}`, { minutes: Math.round(offsetMs / 60_000) });
}
