import type { CueAction } from '../cues/cue.ts';
import type { Protocol } from '../protocol/schema.ts';
import { lastScene } from '../session/light-state.ts';
import type { Session } from '../session/state.ts';
import { zoneOf } from './level-at.ts';
import type { Scene, ZoneName } from './scene.ts';

/** The zones whose light the patient lies in; task light and floor are for those who look after them. */
const PATIENTS: readonly ZoneName[] = ['room', 'patient'];

/** The darkest light that the patient accepts in this session, 0 (any) to 1: under every cue, and under "off". */
export function darkestFor({ intake }: Pick<Session, 'intake'>): number {
  return intake.choice?.comfort.darkest ?? 0;
}

/** A scene that leaves the patient in no less light than they accept; the same scene where it does not. */
export function notDarkerThan(scene: Scene, darkest: number): Scene {
  const tooDark = scene.zones.some(({ zone, level }) => PATIENTS.includes(zone) && level < darkest);
  if (!tooDark) return scene;
  return {
    zones: scene.zones.map((zone) =>
      PATIENTS.includes(zone.zone) ? { ...zone, level: Math.max(zone.level, darkest) } : zone,
    ),
  };
}

/**
 * What a cue does in this session: its light is never darker than the patient accepts, and the nurse's own light, once
 * set by hand, stays what it is where the cue says nothing of it.
 */
export function actionFor(session: Pick<Session, 'intake' | 'lighting'>, action: CueAction): CueAction {
  if (action.kind !== 'scene') return action;
  const scene = notDarkerThan(action.scene, darkestFor(session));
  const { task } = session.lighting;
  const kept = task !== null && scene.zones.every(({ zone }) => zone !== 'task');
  return { ...action, scene: kept ? { zones: [...scene.zones, task] } : scene };
}

/**
 * How dark it will get at most: the darkest scene of the cue sheet for whoever lies in it, over what the patient accepts.
 * A sheet without light cues leaves the light as it is now.
 */
export function darkestOf(session: Pick<Session, 'intake' | 'lights'>, { cues }: Pick<Protocol, 'cues'>): Scene {
  const scenes = cues.flatMap(({ action }) => (action.kind === 'scene' ? [action.scene] : []));
  const [darkest = lastScene(session)] = scenes.toSorted((a, b) => patientsLevel(a) - patientsLevel(b));
  return notDarkerThan(darkest, darkestFor(session));
}

/** The light that the patient lies in, 0 to 1; full where a scene says nothing of it. */
export function patientsLevel(scene: Scene): number {
  return zoneOf(scene, 'patient')?.level ?? 1;
}
