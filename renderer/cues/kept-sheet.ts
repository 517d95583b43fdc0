import { isUnsaved, type OpenSheet } from './open-sheet.ts';

let kept: OpenSheet | null = null;

/** Keeps what is not saved while the screen is covered, by the lock or a session; anything else is let go. */
export function keepSheet(open: OpenSheet | null): void {
  kept = isUnsaved(open) ? open : null;
}

/** What was not saved when the screen was last left without an answer; null where there is nothing. */
export function keptSheet(): OpenSheet | null {
  return kept;
}
