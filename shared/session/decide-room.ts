import { darkestFor, notDarkerThan } from '../lights/floor.ts';
import { roomScene } from '../lights/scene.ts';
import { LONG_GAP_MS } from './evolve-room.ts';
import { by, byApp, type Rules } from './rule.ts';
import { restoreLights } from './tick.ts';

/** After an emergency the lights come down over this long, ms. */
const CALM_DOWN_MS = 60_000;

/** Commands about the room: emergency, lights, music, gaps. */
export const roomRules: Rules<
  | 'beginEmergency'
  | 'emergencyStep'
  | 'endEmergency'
  | 'setLights'
  | 'setVolume'
  | 'confirmCharged'
  | 'soften'
  | 'softenBack'
  | 'lowerForVoice'
  | 'raiseAfterVoice'
  | 'nextTrack'
  | 'silence'
  | 'restoreSound'
  | 'tellGap'
  | 'goOn'
> = {
  beginEmergency: (session, _command, context) => [
    by(session, context, { type: 'emergencyBegun' }),
    byApp(session, context, { type: 'lightsSet', scene: roomScene(1, null), fadeMs: 0, why: 'emergency' }),
  ],
  emergencyStep: (session, { step, note }, context) => [by(session, context, { type: 'emergencyStep', step, note })],
  endEmergency: (session, _command, context) => [
    by(session, context, { type: 'emergencyEnded' }),
    byApp(session, context, {
      type: 'lightsSet',
      scene: notDarkerThan(session.lightsBefore ?? roomScene(1, null), darkestFor(session)),
      fadeMs: CALM_DOWN_MS,
      why: 'afterEmergency',
    }),
  ],
  setLights: (session, { scene, fadeMs }, context) => [
    by(session, context, {
      type: 'lightsSet',
      scene: notDarkerThan(scene, darkestFor(session)),
      fadeMs,
      why: 'hand',
    }),
  ],
  setVolume: (session, { level }, context) => [by(session, context, { type: 'volumeSet', level })],
  confirmCharged: (session, { label }, context) => [by(session, context, { type: 'chargeConfirmed', label })],
  soften: (session, _command, context) => [by(session, context, { type: 'softened' })],
  softenBack: (session, _command, context) => [by(session, context, { type: 'softenedBack' })],
  lowerForVoice: (session, _command, context) => [by(session, context, { type: 'loweredForVoice' })],
  raiseAfterVoice: (session, _command, context) => [by(session, context, { type: 'raisedAfterVoice' })],
  nextTrack: (session, _command, context) => [by(session, context, { type: 'nextAsked' })],
  silence: (session, _command, context) => [by(session, context, { type: 'silenced' })],
  restoreSound: (session, _command, context) => [by(session, context, { type: 'soundRestored' })],
  tellGap: (session, { gapMs }, context) => {
    const told = by(session, context, { type: 'gapTold', gapMs });
    return gapMs > LONG_GAP_MS ? [told] : [told, ...restoreLights(session, context.now)];
  },
  goOn: (session, _command, context) => [
    by(session, context, { type: 'wentOn' }),
    ...restoreLights(session, context.now),
  ],
};
