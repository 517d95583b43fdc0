import { simulatedClock, systemClock, type Clock } from './clock.ts';

/** Session time may be simulated for practice and tests, never in an installed app. */
export function chooseClock(isPackaged: boolean): Clock {
  const simulated = process.env['STILLROOM_CLOCK'];
  return simulated !== undefined && !isPackaged ? simulatedClock(simulated) : systemClock();
}
