import type { ClockReading } from '../../shared/time/clock.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Where the clinic is: its clocks say what UTC says, all year. */
export const ZONE = 'Atlantic/Reykjavik';

/** When the sessions of the one room begin, ms after midnight. */
const SLOTS = [8.5, 11.35, 14.2].map((hour) => hour * HOUR_MS);
/** How many sessions a day has room for. */
export const SLOTS_A_DAY = SLOTS.length;

/** The PC is started at half past six. */
const BOOT_MS = 6.5 * HOUR_MS;

/** Epoch ms of a day's midnight. */
export function midnight(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS;
}

/** Whether the clinic is open on a day (epoch ms of its midnight): not on weekends, at the turn of the year, or in mid-August. */
function isOpen(day: number): boolean {
  const date = new Date(day);
  const weekday = date.getUTCDay();
  const monthDay = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  const closed = monthDay >= 1224 || monthDay <= 101 || (monthDay >= 808 && monthDay <= 821);
  return weekday !== 0 && weekday !== 6 && !closed;
}

/** The first open day from a day on, epoch ms. */
export function openFrom(day: number): number {
  let found = day;
  while (!isOpen(found)) found += DAY_MS;
  return found;
}

/** Epoch ms at which a slot of a day begins. */
export function slotStart(day: number, slot: number): number {
  return day + (SLOTS[slot] ?? 0);
}

/** What all clocks of the PC say at a moment; it is started anew every morning. */
export function clockAt(wallMs: number): ClockReading {
  const day = midnight(wallMs);
  const uptimeMs = wallMs - day - BOOT_MS;
  return { wallMs, monotonicMs: uptimeMs, uptimeMs, bootId: `boot-${day / DAY_MS}` };
}
