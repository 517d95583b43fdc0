import type { Scene } from '../lights/scene.ts';
import { sceneAtLife } from '../lights/shown.ts';
import { intakeOver } from './evolve-intake.ts';
import { changedMusic } from './evolve-music.ts';
import type { Folds, Moment } from './fold.ts';
import { lastScene, type LampFailure, type Lighting } from './light-state.ts';
import type { SessionBodyOf } from './event-bodies.ts';
import type { Session } from './state.ts';

/** In an emergency the music goes over this long, ms. */
const EMERGENCY_FADE_MS = 2_000;

/** Presses that take the light elsewhere: the darkest is no longer shown, and nothing leads back from it. */
const away: ReadonlySet<SessionBodyOf<'lightsSet'>['why']> = new Set([
  'hand',
  'full',
  'emergency',
  'comfort',
  'patientUp',
] as const);

/** Presses after which the nurse's light is what they say of it. */
const byPerson: ReadonlySet<SessionBodyOf<'lightsSet'>['why']> = new Set(['hand', 'full', 'sheet'] as const);

function lit(session: Session, change: Partial<Lighting>): Session {
  return { ...session, lighting: { ...session.lighting, ...change } };
}

function litTo(session: Session, scene: Scene, fadeMs: number, moment: Moment): Session {
  const from = sceneAtLife(session.lights, moment.lifeMs);
  return { ...session, lights: { scene, from, fadeMs, lifeMs: moment.lifeMs } };
}

/** A light cue was carried out. */
export function bySheet(session: Session, scene: Scene, fadeMs: number, moment: Moment): Session {
  return litTo(lit(session, { sheet: scene }), scene, fadeMs, moment);
}

function without(session: Session, drivers: readonly string[]): readonly LampFailure[] {
  return session.lighting.failed.filter(({ driver }) => !drivers.includes(driver));
}

const lampFolds: Folds<'lightsSet' | 'lightsSent' | 'lightsFailed' | 'lightsReached'> = {
  lightsSet: (session, { scene, fadeMs, why }, moment) => {
    const task = why === 'hand' ? (scene.zones.find(({ zone }) => zone === 'task') ?? null) : null;
    const known = byPerson.has(why) ? lit(session, { task }) : session;
    return litTo(away.has(why) ? lit(known, { darkest: null }) : known, scene, fadeMs, moment);
  },
  lightsSent: (session, { driver }) => lit(session, { failed: without(session, [driver]) }),
  lightsReached: (session, { lamps }) =>
    lit(session, {
      failed: without(
        session,
        lamps.map(({ driver }) => driver),
      ),
    }),
  lightsFailed: (session, { driver, code, name = null }) =>
    lit(session, { failed: [...without(session, [driver]), { driver, name, code }] }),
};

const handFolds: Folds<
  'lightsHeld' | 'lightsReleased' | 'comfortBegun' | 'comfortEnded' | 'darkestShown' | 'darkestOver'
> = {
  lightsHeld: (session, _body, { lifeMs, at }) => lit(session, { held: { lifeMs, at } }),
  lightsReleased: (session) => lit(session, { held: null }),
  comfortBegun: (session, _body, { lifeMs, at }) =>
    lit(session, { comfort: { lifeMs, at, before: lastScene(session), softened: !session.music.softened } }),
  comfortEnded: (session) => lit(session, { comfort: null }),
  darkestShown: (session, _body, { lifeMs }) => lit(session, { darkest: { lifeMs, before: lastScene(session) } }),
  darkestOver: (session) => lit(session, { darkest: null }),
};

const emergencyFolds: Folds<'emergencyBegun' | 'emergencyStep' | 'emergencyEnded'> = {
  emergencyBegun: (session, _body, moment) => {
    const begun: Session = {
      ...intakeOver(session),
      emergency: { seq: moment.seq, sinceLifeMs: moment.lifeMs, at: moment.at, steps: {} },
      emergencies: session.emergencies + 1,
      lightsBefore: session.lighting.darkest?.before ?? lastScene(session),
    };
    return changedMusic(begun, { silent: true, underVoice: false }, moment, EMERGENCY_FADE_MS);
  },
  emergencyStep: (session, { step }, moment) => {
    if (session.emergency === null) return session;
    const steps = { ...session.emergency.steps, [step]: session.emergency.steps[step] ?? moment.at };
    return { ...session, emergency: { ...session.emergency, steps } };
  },
  emergencyEnded: (session) => ({ ...session, emergency: null, lightsBefore: null }),
};

/** Lamps, the hand on them, and the emergency, which is light first. */
export const lightFolds = { ...lampFolds, ...handFolds, ...emergencyFolds };
