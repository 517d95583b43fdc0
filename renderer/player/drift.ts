import { plannedAt, type Deck } from './deck.ts';

/** Off by more than this the position is corrected, at most this often; less is left alone: no seam is worth it. */
export const DRIFT_MS = 2_000;
const CORRECT_EVERY_MS = 30_000;
/** In an accelerated session the position follows once per this much session time, ms. */
const FOLLOW_EVERY_MS = 300_000;

/** Whether a deck's position is to be brought to where the plan has it. */
export function shouldSeek(deck: Deck, positionMs: number, now: number, rate: number): boolean {
  // A track that stands still is not late: it fails, or goes on and is then late.
  if (deck.dip !== null || deck.leaving !== null || deck.stuck > 0) return false;
  const planned = plannedAt(deck, now, rate);
  if (planned > deck.durationMs - DRIFT_MS) return false;
  if (rate > 1) return now - deck.soughtAt >= FOLLOW_EVERY_MS / rate;
  const corrected =
    deck.soughtAt > deck.since && now - deck.soughtAt < CORRECT_EVERY_MS && deck.plan.at < deck.soughtAt;
  return Math.abs(planned - positionMs) > DRIFT_MS && !corrected;
}
