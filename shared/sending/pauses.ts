/** Pause after the first try that did not reach the server, ms; each further one doubles it. */
export const FIRST_PAUSE_MS = 30_000;
/** No pause of our own is longer than an hour. */
export const LONGEST_PAUSE_MS = 3_600_000;
/** What a server asks for itself is kept to for a day at most. */
export const LONGEST_WISH_MS = 86_400_000;

/** How long to wait after so many tries (from 1) that reached nobody, ms; a server's own wish (ms) may make it longer. */
export function pauseMs(failures: number, wishMs: number | null): number {
  const own = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 20), LONGEST_PAUSE_MS);
  return Math.max(own, Math.min(wishMs ?? 0, LONGEST_WISH_MS));
}

/** What `Retry-After` asks for (RFC 9110, 10.2.3: seconds, or a date), ms from `now` (epoch ms); null where it says nothing. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  // The one form of date that a server may write; `Date.parse` alone would take nearly anything.
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(header)) return null;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
