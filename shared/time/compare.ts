import { DISAGREE_MS, STALL_MS, elapsedBetween, sameBoot, type ClockReading } from './clock.ts';

/** What two looks at the clocks say about the time between them; durations in ms, `clockJumped` signed (ahead is positive). */
export type ClockFinding =
  | { readonly kind: 'slept'; readonly byMs: number }
  | { readonly kind: 'stalled'; readonly byMs: number }
  | { readonly kind: 'clockJumped'; readonly byMs: number }
  | { readonly kind: 'rebooted'; readonly gapMs: number; readonly wallBehind: boolean };

/** Compares two looks, the earlier first. Nothing unusual gives an empty list. */
export function compareClocks(before: ClockReading, after: ClockReading): ClockFinding[] {
  const wallMs = after.wallMs - before.wallMs;
  if (!sameBoot(before, after)) return [{ kind: 'rebooted', gapMs: Math.max(0, wallMs), wallBehind: wallMs < 0 }];
  const findings: ClockFinding[] = [];
  const asleepMs = after.uptimeMs - before.uptimeMs - Math.max(0, after.monotonicMs - before.monotonicMs);
  const passedMs = elapsedBetween(before, after);
  if (asleepMs >= DISAGREE_MS) findings.push({ kind: 'slept', byMs: asleepMs });
  else if (passedMs > STALL_MS) findings.push({ kind: 'stalled', byMs: passedMs });
  if (Math.abs(wallMs - passedMs) >= DISAGREE_MS) findings.push({ kind: 'clockJumped', byMs: wallMs - passedMs });
  return findings;
}
