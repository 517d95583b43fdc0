import { createContext, useContext } from 'react';

/** Where in the room window one is. */
export type Place =
  | 'start'
  | 'newSession'
  | 'newPractice'
  | 'session'
  | 'people'
  | 'review'
  | 'settings'
  | 'sets'
  | 'cues'
  | 'protocol'
  | 'record'
  | 'music'
  | 'lamps';

/** What is read in the review: one session's record, or null for the newest; of practice or of patients. */
export interface Reviewed {
  readonly sessionId: string | null;
  readonly practice: boolean;
}

/** What any screen may ask of the shell around it. */
export interface Shell {
  readonly place: Place;
  readonly go: (place: Place) => void;
  /** The record the review opens with. */
  readonly reviewed: Reviewed;
  /** Opens the review there. */
  readonly read: (reviewed: Reviewed) => void;
  /** Opens the PIN pad over whatever is on the screen; for someone signed in, the ways to lock, change over and leave the screen. */
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
