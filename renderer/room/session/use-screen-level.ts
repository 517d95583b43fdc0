import { useEffect, useMemo } from 'react';
import { lowestSinceHand, screenLevel } from './screen-level.ts';
import { useSecond } from '../../client/clock.ts';
import { useView } from './view.ts';

/** Keeps the window's brightness at what the session allows; full again when the session leaves the screen. */
export function useScreenLevel(): void {
  const { session, events } = useView();
  const darkest = useMemo(() => lowestSinceHand(events), [events]);
  const level = useSecond((now) => String(screenLevel(session, darkest, now)));
  useEffect(() => document.documentElement.style.setProperty('--screen-level', level), [level]);
  useEffect(
    () => () => {
      document.documentElement.style.removeProperty('--screen-level');
    },
    [],
  );
}
