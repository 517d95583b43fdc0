import { useEffect } from 'react';
import { screenLevel } from './screen-level.ts';
import { useViewNow } from './view.ts';

/** Keeps the window's brightness at what the session allows; full again when the session leaves the screen. */
export function useScreenLevel(): void {
  const { session, events, now } = useViewNow();
  const level = String(screenLevel(session, events, now));
  useEffect(() => document.documentElement.style.setProperty('--screen-level', level), [level]);
  useEffect(
    () => () => {
      document.documentElement.style.removeProperty('--screen-level');
    },
    [],
  );
}
