import { createContext, useContext } from 'react';

/** Where in the room window one is. */
export type Place = 'start' | 'newSession' | 'newPractice' | 'session' | 'people' | 'review' | 'settings';

/** Which session's record is read in the review. */
export interface Reviewed {
  readonly sessionId: string;
  readonly practice: boolean;
}

/** What any screen may ask of the shell around it. */
export interface Shell {
  readonly place: Place;
  readonly go: (place: Place) => void;
  /** The record the review opens with; null: the newest. */
  readonly reviewed: Reviewed | null;
  /** Opens the review at one record. */
  readonly read: (reviewed: Reviewed) => void;
  /** Opens the PIN pad over whatever is on the screen. */
  readonly askSignIn: () => void;
  /** Signs out: patient data is hidden, a live session stays on the screen. */
  readonly lock: () => void;
  readonly showShortcuts: () => void;
}

export const ShellContext = createContext<Shell | null>(null);

/** The shell around this screen; throws outside of it. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('useShell outside of the shell');
  return shell;
}
