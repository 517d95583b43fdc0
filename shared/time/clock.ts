import * as z from 'zod/mini';

/**
 * One look at all clocks of the machine.
 * - `wallMs`: epoch milliseconds; may be set back or forth by anybody.
 * - `monotonicMs`: `process.hrtime`; never goes back, stands still while Linux sleeps.
 * - `uptimeMs`: `os.uptime()`; counts sleep, coarse on some systems (up to 1 s).
 * - `bootId`: the same for two looks within one boot.
 */
export const clockReadingSchema = z.object({
  wallMs: z.number(),
  monotonicMs: z.number(),
  uptimeMs: z.number(),
  bootId: z.string(),
});
export type ClockReading = z.infer<typeof clockReadingSchema>;

/** Clocks that disagree by this much (ms) mean sleep or a set clock; less is noise. */
export const DISAGREE_MS = 2_000;
/** A tick later than this (ms) is a stall. */
export const STALL_MS = 5_000;

/** Whether two looks were taken within one boot. Where the boot id cannot tell, an uptime that fell means a reboot. */
export function sameBoot(from: ClockReading, to: ClockReading): boolean {
  return from.bootId === to.bootId && to.uptimeMs > from.uptimeMs - DISAGREE_MS;
}

/**
 * Milliseconds that passed from one look to a later one, never negative.
 * Within one boot: uptime where it is ahead by sleep, the finer monotonic clock otherwise. Across boots only the wall remains.
 */
export function elapsedBetween(from: ClockReading, to: ClockReading): number {
  if (!sameBoot(from, to)) return Math.max(0, to.wallMs - from.wallMs);
  const monotonic = Math.max(0, to.monotonicMs - from.monotonicMs);
  const uptime = to.uptimeMs - from.uptimeMs;
  return uptime - monotonic >= DISAGREE_MS ? uptime : monotonic;
}

/** The reading `ms` later (or earlier, when negative), had nothing but time passed. */
export function shiftClock(reading: ClockReading, ms: number): ClockReading {
  return {
    wallMs: reading.wallMs + ms,
    monotonicMs: reading.monotonicMs + ms,
    uptimeMs: reading.uptimeMs + ms,
    bootId: reading.bootId,
  };
}
