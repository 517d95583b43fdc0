/** Blood pressure (mmHg) and pulse (per minute) lie on this scale; what is beyond widens it, nothing is cut off. */
const USUAL = { low: 40, high: 190 } as const;
/** SpO2, per cent. A fall below 90 widens the strip downwards. */
const USUAL_SPO2 = { low: 88, high: 100 } as const;
const MINUTE = 60_000;

/** A stretch of values, `low` below `high`. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** The common scale of blood pressure and pulse: whole tens around what there is to show. */
export function pressureRange(values: readonly number[]): ValueRange {
  const high = Math.max(USUAL.high, ...values.map((value) => value + 5));
  const low = Math.min(USUAL.low, ...values.map((value) => value - 5));
  return { low: Math.floor(low / 10) * 10, high: Math.ceil(high / 10) * 10 };
}

/** The strip of SpO2; it never goes above 100. */
export function spo2Range(values: readonly number[]): ValueRange {
  return { low: Math.min(USUAL_SPO2.low, ...values.map((value) => value - 2)), high: USUAL_SPO2.high };
}

/** Values to name on an axis of `pixels` height, at least `room` pixels apart: steps of 10, 20, 30, 60 or more. */
export function valueTicks({ low, high }: ValueRange, pixels: number, room: number): number[] {
  const fits = (step: number) => (pixels * step) / (high - low) >= room;
  const step = [10, 20, 30, 60, 120].find(fits) ?? 240;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((high - first) / step) + 1) }, (_, index) => first + index * step);
}

/** SpO2 to name: 100 and 90, and by fives where there is room. */
export function spo2Ticks({ low, high }: ValueRange, pixels: number, room: number): number[] {
  const step = (pixels * 5) / (high - low) >= room ? 5 : 10;
  const count = Math.floor((high - low) / step) + 1;
  return Array.from({ length: count }, (_, index) => high - index * step);
}

/** Whole minutes to name between two moments (ms), at least `room` pixels apart; 0 is always among them. */
export function minuteTicks(fromMs: number, toMs: number, pixels: number, room: number): number[] {
  const minutes = Math.max(1, (toMs - fromMs) / MINUTE);
  const step = [5, 10, 15, 30, 60].find((each) => (pixels * each) / minutes >= room) ?? 120;
  const first = Math.ceil(fromMs / MINUTE / step);
  const last = Math.floor(toMs / MINUTE / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}
