const MINUTE = 60_000;
const waits = [1, 2, 5, 15, 30, 60].map((minutes) => minutes * MINUTE);

/** How long to wait after so many failures in a row before the next try, ms: growing, then once an hour. */
export function waitAfter(failures: number): number {
  return waits[Math.min(Math.max(failures, 1), waits.length) - 1] ?? MINUTE;
}
