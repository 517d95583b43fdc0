import { LONG_GAP_MS } from './evolve-room.ts';
import { by, type Rules } from './rule.ts';
import { restoreLights } from './tick.ts';

/** Commands about the room's music, and about gaps. */
export const roomRules: Rules<
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
  | 'practise'
> = {
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
  practise: (session, { act }, context) => [by(session, context, { type: 'practised', act })],
};
