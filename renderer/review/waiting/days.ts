const DAY_MS = 86_400_000;

/** Calendar days of this PC from one moment to another, epoch ms: 0 on the same day, whatever the hour. */
export function daysBetween(from: number, to: number): number {
  const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
  // A day of 23 or 25 hours is a day.
  return Math.round((dayOf(to) - dayOf(from)) / DAY_MS);
}

/** Calendar days that something has waited; 0 as well where the computer's clock was set back since. */
export function daysSince(since: number, now: number): number {
  return Math.max(0, daysBetween(since, now));
}
