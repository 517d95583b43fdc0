/** A press of softer or louder: 2 dB, which one just hears. */
const STEP = 10 ** (2 / 20);
/** The softest there is, 26 dB under the cap. */
export const SOFTEST = 10 ** (-26 / 20);

/** The level after a press, never under the softest nor over the cap (1). */
export function stepped(level: number, way: 'softer' | 'louder'): number {
  const next = within(level) * (way === 'louder' ? STEP : 1 / STEP);
  // The last step to either end is not left over as a sliver.
  if (next > 1 / Math.sqrt(STEP)) return 1;
  return next < SOFTEST * Math.sqrt(STEP) ? SOFTEST : next;
}

/** A level that can be heard and is under the cap. */
export function within(level: number): number {
  return Math.min(1, Math.max(SOFTEST, level));
}

/** Where on its way from the softest to the cap a level stands to the ear, 0 to 1. */
export function placeOf(level: number): number {
  return 1 - Math.log(within(level)) / Math.log(SOFTEST);
}
