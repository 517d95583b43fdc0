import { isUnsaved, type OpenSet } from './open-set.ts';

let kept: OpenSet | null = null;

/** Keeps what is not saved while the screen is covered, by the lock or a session; anything else is let go. */
export function keepDraft(open: OpenSet | null): void {
  kept = isUnsaved(open) ? open : null;
}

/** What was not saved when the screen was last left without an answer; null where there is nothing. */
export function keptDraft(): OpenSet | null {
  return kept;
}
