/** How far something is, in percent; a dash where that is not known. */
export function percent(done: number, total: number): string {
  return total === 0 ? '–' : `${Math.min(100, Math.floor((done / total) * 100))} %`;
}

/** Size of a file in words: `12 KB`, `3.4 MB`. */
export function sizeText(bytes: number): string {
  const units = ['KB', 'MB', 'GB'] as const;
  let value = bytes / 1000;
  let at = 0;
  while (value >= 1000 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  return `${value >= 10 ? Math.round(value) : Math.max(0.1, Math.round(value * 10) / 10)} ${units[at]}`;
}

/** Shortest passphrase of an archive, characters. */
export const SHORTEST = 12;

/** What is wrong with a passphrase; null where nothing is. */
export function passphraseProblem(passphrase: string): 'short' | 'weak' | null {
  if (lengthOf(passphrase) < SHORTEST) return 'short';
  return new Set(passphrase.trim()).size < 6 ? 'weak' : null;
}

/** Characters of a passphrase, as a reader counts them: an emoji is one. */
export function lengthOf(passphrase: string): number {
  return Array.from(passphrase.trim()).length;
}

/** Midnight at the beginning of a calendar day `YYYY-MM-DD` on this PC, epoch ms; `after` days later. Null for no day. */
export function midnight(day: string, after: number): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null) return null;
  const at = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + after);
  return Number.isNaN(at.getTime()) ? null : at.getTime();
}
