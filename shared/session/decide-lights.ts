import { darkestFor, darkestOf, notDarkerThan } from '../lights/floor.ts';
import { comfortScene } from '../lights/comfort.ts';
import { roomScene, type Scene } from '../lights/scene.ts';
import { sheetScene } from '../lights/sheet.ts';
import { can } from './can.ts';
import { DARKEST_FADE_MS, darkestOver } from './darkest.ts';
import type { SessionBodyOf } from './event-bodies.ts';
import type { NewSessionEvent } from './event.ts';
import { ahead } from './pending.ts';
import { by, byApp, refused, type RuleContext, type Rules } from './rule.ts';
import type { Session } from './state.ts';
import { cueEvents } from './tick.ts';

/** After an emergency, from comfort, and to a cue that had to wait, the light goes over this long, ms. */
export const CALM_DOWN_MS = 60_000;
/** To the patient's chosen level, and back to the sheet, ms. */
const GENTLY_MS = 20_000;

const FULL = roomScene(1, null);

type Why = SessionBodyOf<'lightsSet'>['why'];

/** A scene by the app, which follows from a press; never darker than the patient accepts. */
export function led(session: Session, context: RuleContext, scene: Scene, fadeMs: number, why: Why): NewSessionEvent {
  const allowed = notDarkerThan(scene, darkestFor(session));
  return byApp(session, context, { type: 'lightsSet', scene: allowed, fadeMs, why });
}

/** What was due of the sheet while the light had to wait, in the session as it stands after `first`: the last of it, gently. */
export function thenDue(session: Session, first: readonly NewSessionEvent[], context: RuleContext): NewSessionEvent[] {
  const due = cueEvents(ahead(session, first, context.now), context.protocol, context.now);
  return due.map((event) => {
    const { body } = event;
    if (body.type !== 'cueFired' || body.action.kind !== 'scene') return event;
    const fadeMs = Math.max(body.action.fadeMs, CALM_DOWN_MS);
    return { ...event, body: { ...body, action: { ...body.action, fadeMs } } };
  });
}

/** Whether it is a light cue that is carried out. */
export function isLight({ body }: NewSessionEvent): boolean {
  return body.type === 'cueFired' && body.action.kind === 'scene';
}

/** Everything that lets light cues wait is over: a person leaves the light to the sheet, or the patient leaves. */
export function lightGoesOn(session: Session, context: RuleContext): NewSessionEvent[] {
  const { held, comfort } = session.lighting;
  const first = [
    ...(held === null ? [] : [byApp(session, context, { type: 'lightsReleased' })]),
    ...(comfort === null ? [] : [byApp(session, context, { type: 'comfortEnded' })]),
  ];
  return first.length === 0 ? [] : [...first, ...thenDue(session, first, context)];
}

function comfort(session: Session, markId: string, context: RuleContext): NewSessionEvent[] {
  const may = can(session);
  return [
    by(session, context, { type: 'marked', markId, kind: 'comfort', note: null }),
    by(session, context, { type: 'comfortBegun' }),
    led(session, context, comfortScene(session, context.lifeMs), GENTLY_MS, 'comfort'),
    ...(may.nextTrack ? [byApp(session, context, { type: 'nextAsked' })] : []),
    ...(may.soften ? [byApp(session, context, { type: 'softened' })] : []),
  ];
}

function comfortBack(session: Session, context: RuleContext): NewSessionEvent[] {
  const { comfort: was } = session.lighting;
  if (was === null) return [];
  const louder = was.softened && session.music.softened;
  const first = [
    by(session, context, { type: 'comfortEnded' }),
    ...(louder ? [byApp(session, context, { type: 'softenedBack' })] : []),
  ];
  const due = thenDue(session, first, context);
  const back = led(session, context, was.before, CALM_DOWN_MS, 'afterComfort');
  return due.some(isLight) ? [...first, ...due] : [...first, back, ...due];
}

/** Commands about light: the emergency, by hand, hold, comfort, and the darkest shown before the start. */
export const lightRules: Rules<
  | 'beginEmergency'
  | 'emergencyStep'
  | 'endEmergency'
  | 'setLights'
  | 'lightsFull'
  | 'holdLights'
  | 'releaseLights'
  | 'comfort'
  | 'comfortBack'
  | 'backToSheet'
  | 'showDarkest'
  | 'endDarkest'
> = {
  beginEmergency: (session, _command, context) => [
    by(session, context, { type: 'emergencyBegun' }),
    byApp(session, context, { type: 'lightsSet', scene: FULL, fadeMs: 0, why: 'emergency' }),
  ],
  emergencyStep: (session, { step, note }, context) => [by(session, context, { type: 'emergencyStep', step, note })],
  endEmergency: (session, _command, context) => [
    by(session, context, { type: 'emergencyEnded' }),
    led(session, context, session.lightsBefore ?? FULL, CALM_DOWN_MS, 'afterEmergency'),
  ],
  setLights: (session, { scene, fadeMs }, context) => [
    by(session, context, {
      type: 'lightsSet',
      scene: notDarkerThan(scene, darkestFor(session)),
      fadeMs,
      why: 'hand',
    }),
  ],
  lightsFull: (session, _command, context) => [
    by(session, context, { type: 'lightsSet', scene: FULL, fadeMs: 0, why: 'full' }),
  ],
  holdLights: (session, _command, context) => [by(session, context, { type: 'lightsHeld' })],
  releaseLights: (session, _command, context) => {
    const first = [by(session, context, { type: 'lightsReleased' })];
    return [...first, ...thenDue(session, first, context)];
  },
  comfort: (session, { markId }, context) => {
    if (session.marks.some((mark) => mark.markId === markId)) return refused('mark.known', {}, 'markId');
    return comfort(session, markId, context);
  },
  comfortBack: (session, _command, context) => comfortBack(session, context),
  backToSheet: (session, _command, context) => {
    const scene = sheetScene(session);
    return scene === null ? [] : [by(session, context, { type: 'lightsSet', scene, fadeMs: GENTLY_MS, why: 'sheet' })];
  },
  showDarkest: (session, _command, context) => [
    by(session, context, { type: 'darkestShown' }),
    led(session, context, darkestOf(session, context.protocol), DARKEST_FADE_MS, 'darkest'),
  ],
  endDarkest: (session, _command, context) => darkestOver(session, context.author, context.now),
};
