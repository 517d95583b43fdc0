import { roomScene } from '../../shared/lights/scene.ts';
import type { Lights } from './lights.ts';
import type { Timers } from './port.ts';

/** The app waits for its lamps this long at most before it ends, ms. */
export const LEAVE_LIMIT_MS = 3_000;
/** Long enough not to startle, ms. */
const LEAVE_FADE_MS = 1_000;

/**
 * Brings all lamps to the level that the clinic chose for the time when nobody leads them. Resolves when their fade is
 * over, or after the limit; never throws.
 * @param level 0.1 to 1; null leaves them as they are
 */
export async function leaveLamps(lights: Pick<Lights, 'send'>, level: number | null, timers: Timers): Promise<void> {
  if (level === null) return;
  const wait = (ms: number): Promise<void> => new Promise((resolve) => void timers.after(ms, resolve));
  const sent = lights.send(roomScene(level, null), LEAVE_FADE_MS).then(() => wait(LEAVE_FADE_MS));
  await Promise.race([sent.catch(() => undefined), wait(LEAVE_LIMIT_MS)]);
}
