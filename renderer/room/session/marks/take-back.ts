import { TAKE_BACK_MS } from '../../../../shared/session/slip.ts';

/** Whole seconds that are left to take a press back; 0 or less when it is too late. */
export function takeBackLeftS(ageMs: number): number {
  return Math.ceil((TAKE_BACK_MS - ageMs) / 1000);
}
