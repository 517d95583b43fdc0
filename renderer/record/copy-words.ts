import { dayOf, timeOfDay } from '../i18n/format.ts';

const units = ['kB', 'MB', 'GB', 'TB'] as const;

/** `4.2 MB`. */
export function sizeWords(bytes: number): string {
  let value = bytes / 1_000;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? ''}`;
}

/** `Sat 21 Nov 2026, 14:23`. */
export function momentWords(atMs: number): string {
  return `${dayOf(atMs)}, ${timeOfDay(atMs)}`;
}
