/** How long a press can be taken back with one more press, ms. Later it is corrected in the list, with the original kept. */
export const TAKE_BACK_MS = 10_000;

/** Whole seconds that are left for it; 0 or less when it is too late. */
export function takeBackLeftS(ageMs: number): number {
  return Math.ceil((TAKE_BACK_MS - ageMs) / 1000);
}
