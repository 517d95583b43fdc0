import type { Cue } from './cue.ts';
import { diffCues } from './diff-cues.ts';
import { editCues, type Lengths, type SheetEdit } from './edit-sheet.ts';

/** The cues, what they were before each step, and what was undone. */
export interface SheetHistory {
  readonly past: readonly (readonly Cue[])[];
  readonly now: readonly Cue[];
  readonly future: readonly (readonly Cue[])[];
  /** What the last step was a part of (one drag, one key held): going on with it is the same step. */
  readonly gesture: string | null;
}

/** Cues with nothing to undo. */
export function sheetHistoryOf(now: readonly Cue[]): SheetHistory {
  return { past: [], now, future: [], gesture: null };
}

/**
 * The history after a step, or back or forth by one. A step that changes nothing is none.
 * @param gesture name of what the step is a part of; null: a step of its own
 */
export function editSheet(
  history: SheetHistory,
  edit: SheetEdit | 'undo' | 'redo',
  lengths: Lengths,
  gesture: string | null = null,
): SheetHistory {
  const { past, now, future } = history;
  if (edit === 'undo') {
    const before = past.at(-1);
    if (before === undefined) return history;
    return { past: past.slice(0, -1), now: before, future: [now, ...future], gesture: null };
  }
  if (edit === 'redo') {
    const [after, ...rest] = future;
    return after === undefined ? history : { past: [...past, now], now: after, future: rest, gesture: null };
  }
  const next = editCues(now, edit, lengths);
  if (sameCues(next, now)) return history;
  const goesOn = gesture !== null && gesture === history.gesture;
  const before = past.at(-1);
  // Dragged back to where it was: that was no step.
  if (goesOn && before !== undefined && sameCues(next, before))
    return { past: past.slice(0, -1), now: before, future: [], gesture: null };
  return { past: goesOn ? past : [...past, now], now: next, future: [], gesture };
}

/** Whether two lists of cues are the same sheet. */
export function sameCues(one: readonly Cue[], other: readonly Cue[]): boolean {
  return one.length === other.length && diffCues(one, other).length === 0;
}
