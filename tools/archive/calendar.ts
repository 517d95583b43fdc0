import type { ClockReading } from '../../shared/time/clock.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A Monday, long ago enough that ten years of sessions lie in the past. */
const FIRST_DAY = Date.UTC(2015, 0, 5);
const OPENS_MS = 8 * 60 * MINUTE_MS;
/** From one session of a room to the next. */
const SLOT_MS = 175 * MINUTE_MS;

/** Epoch ms of the midnight at which a working day begins; five in a week. */
export function dayStart(day: number): number {
  return FIRST_DAY + (Math.floor(day / 5) * 7 + (day % 5)) * DAY_MS;
}

/** Epoch ms at which a slot of a working day begins. */
export function slotStart(day: number, slot: number): number {
  return dayStart(day) + OPENS_MS + slot * SLOT_MS;
}

/** What all clocks of the PC say at a moment of a working day; it is started anew every morning at seven. */
export function clockOf(day: number, wallMs: number): ClockReading {
  const uptimeMs = wallMs - (dayStart(day) + 7 * 60 * MINUTE_MS);
  return { wallMs, monotonicMs: uptimeMs, uptimeMs, bootId: `boot-${day}` };
}
