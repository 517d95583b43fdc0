import type { ClockReading } from '../time/clock.ts';
import type { Session } from '../session/state.ts';
import { lifeMs } from '../session/life.ts';
import { levelAt, sceneAt, zoneOf } from './level-at.ts';
import { roomScene, type Scene } from './scene.ts';

/** Before anything was set, the room counts as fully lit. */
const UNTOUCHED: Scene = roomScene(1, null);

/** Where the lights stand at a moment of life time, in the middle of a fade or after it. */
export function sceneAtLife(lights: Session['lights'], momentLifeMs: number): Scene {
  if (lights === null) return UNTOUCHED;
  return sceneAt(lights.from, lights.scene, lights.fadeMs, momentLifeMs - lights.lifeMs);
}

/** Where the lights stand now. */
export function sceneNow(session: Session, now: ClockReading): Scene {
  return sceneAtLife(session.lights, lifeMs(session, now));
}

/** Level of the room now (0 to 1), for the screen that dims with it; monotone within a fade. */
export function levelNow(session: Session, now: ClockReading): number {
  const { lights } = session;
  if (lights === null) return 1;
  const from = zoneOf(lights.from, 'room')?.level ?? 1;
  const to = zoneOf(lights.scene, 'room')?.level ?? from;
  return levelAt(from, to, lights.fadeMs, lifeMs(session, now) - lights.lifeMs);
}
