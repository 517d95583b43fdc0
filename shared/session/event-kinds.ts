import type { SessionBody } from './event-bodies.ts';

type Type = SessionBody['type'];

/** Events that turn a session's life. Zero is not one of them: "pump done" pressed as it passes still means what it says. */
export const decisiveTypes: ReadonlySet<Type> = new Set<Type>([
  'preChecksBegun',
  'started',
  'startTakenBack',
  'notGiven',
  'pumpPaused',
  'pumpResumed',
  'lengthChanged',
  'pumpStopped',
  'timeAmended',
  'finished',
]);

/** Events that move the plan of the hour, or let go on what it held. */
export const planningTypes: ReadonlySet<Type> = new Set<Type>([
  ...decisiveTypes,
  'emergencyEnded',
  'gapTold',
  'wentOn',
]);

/** Touches of music, lights and prompts: made at the locked screen they are no entries that anybody has to sign for. */
export const deviceTypes: ReadonlySet<Type> = new Set<Type>([
  'lightsSet',
  'lightsHeld',
  'lightsReleased',
  'comfortBegun',
  'comfortEnded',
  'darkestShown',
  'darkestOver',
  'musicChosen',
  'noMusicChosen',
  'intakeHelpAnswered',
  'volumeSet',
  'softened',
  'softenedBack',
  'loweredForVoice',
  'raisedAfterVoice',
  'nextAsked',
  'silenced',
  'soundRestored',
  'outputChosen',
  'capSet',
  'wentOn',
  'practised',
]);
