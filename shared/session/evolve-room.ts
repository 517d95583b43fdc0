import { setInstead } from './evolve-intake.ts';
import { bySheet, lightFolds } from './evolve-lights.ts';
import { changedMusic, cueMusic, turnMusic, turnNow } from './evolve-music.ts';
import type { Folds, Moment } from './fold.ts';
import type { Session } from './state.ts';

/** A gap longer than this (ms) is not passed over in silence: music and cues wait for one press. */
export const LONG_GAP_MS = 5 * 60_000;

/** Fades of the player in ms, each slow enough not to startle. */
const FADE = {
  settleIn: 10_000,
  cross: 8_000,
  silence: 4_000,
  restore: 6_000,
  /** After a short gap nobody has to ask for: soon there, and no start. */
  back: 2_000,
  volume: 1_500,
  /** "Speak": under a voice at once, and back as slowly as music arrives. */
  underVoice: 2_000,
  afterVoice: 20_000,
} as const;

type GapKind = NonNullable<Session['gap']>['kind'];

function inGap(session: Session, kind: GapKind, byMs: number, wallBehind: boolean, moment: Moment): Session {
  // A gap of unknown length stays the one to tell until it is told, whatever the clocks do meanwhile.
  const untold = session.gap !== null && session.gap.wallBehind && !wallBehind;
  const gap = untold ? session.gap : { kind, byMs, at: moment.at, lifeMs: moment.lifeMs, wallBehind };
  if (kind === 'clockJumped') return { ...session, gap };
  const waiting = session.waiting || byMs > LONG_GAP_MS || wallBehind;
  const fadeMs = waiting ? FADE.silence : FADE.back;
  return changedMusic({ ...session, gap, waiting }, { sinceLifeMs: moment.lifeMs }, moment, fadeMs);
}

function cueDone(session: Session, cueId: string, how: Session['cues'][string]): Session {
  return { ...session, cues: { ...session.cues, [cueId]: how } };
}

function wentOn(session: Session, moment: Moment): Session {
  return changedMusic({ ...session, waiting: false }, { sinceLifeMs: moment.lifeMs }, moment, FADE.restore);
}

function trackFailed(session: Session, trackId: string, title: string | null, moment: Moment): Session {
  const { music } = session;
  const lastFailed = { trackId, title, lifeMs: moment.lifeMs };
  const isRunning = music.track?.trackId === trackId;
  const turn = isRunning ? turnNow('plan', moment.lifeMs, FADE.restore) : music.turn;
  const failed = music.failed.includes(trackId) ? music.failed : [...music.failed, trackId];
  return changedMusic(session, { failed, lastFailed, turn }, moment, FADE.restore);
}

const cueFolds: Folds<'cueFired' | 'cueSent' | 'cueFailed' | 'cuePassed'> = {
  cueFired: (session, { cueId, action }, moment) => {
    const fired = cueDone(session, cueId, 'fired');
    switch (action.kind) {
      case 'scene':
        return bySheet(fired, action.scene, action.fadeMs, moment);
      case 'music':
        return cueMusic(fired, cueId, action.phase, moment, FADE.cross);
      case 'prompt':
        return {
          ...fired,
          prompts: [...fired.prompts, { cueId, code: action.code, at: moment.at, lifeMs: moment.lifeMs }],
        };
    }
  },
  cueSent: (session, { cueId }) => cueDone(session, cueId, 'sent'),
  cueFailed: (session, { cueId }) => cueDone(session, cueId, 'failed'),
  cuePassed: (session, { cueId }) => cueDone(session, cueId, 'passed'),
};

const musicFolds: Folds<
  | 'musicChosen'
  | 'settledIn'
  | 'trackStarted'
  | 'trackFailed'
  | 'volumeSet'
  | 'softened'
  | 'softenedBack'
  | 'loweredForVoice'
  | 'raisedAfterVoice'
  | 'nextAsked'
  | 'silenced'
  | 'soundRestored'
  | 'playerLost'
  | 'playerBack'
  | 'chargeConfirmed'
  | 'outputLost'
  | 'outputReturned'
  | 'outputChosen'
  | 'capSet'
> = {
  musicChosen: (session, { musicHash, title }, moment) => {
    const turn = session.music.phase === null ? null : turnNow('chosen', moment.lifeMs, null);
    return changedMusic(setInstead({ ...session, musicHash, musicTitle: title }), { turn }, moment, FADE.cross);
  },
  settledIn: (session, _body, moment) => {
    const settled = turnMusic({ ...session, settledIn: true }, 'arrive', moment, FADE.settleIn);
    return { ...settled, music: { ...settled.music, sinceLifeMs: moment.lifeMs } };
  },
  trackStarted: (session, { trackId, title, phase, positionMs, passedOver = [], ...told }, moment) => {
    const { music } = session;
    // Of before that was told: a track that followed one that ran out crossfades, whatever the last change asked for.
    const fadeMs = told.fadeInMs ?? (music.turn === null && music.track !== null ? FADE.cross : music.fadeMs);
    const inPhase = told.inPhase ?? music.phase ?? phase;
    const track = { trackId, title, phase, positionMs, lifeMs: moment.lifeMs, inPhase, fadeInMs: fadeMs };
    const played = [...music.played, ...passedOver, trackId];
    return { ...session, music: { ...music, track, played, turn: null, fadeMs } };
  },
  trackFailed: (session, { trackId, title = null }, moment) => trackFailed(session, trackId, title, moment),
  volumeSet: (session, { level }, moment) => changedMusic(session, { volume: level }, moment, FADE.volume),
  softened: (session, _body, moment) => changedMusic(session, { softened: true }, moment, FADE.volume),
  softenedBack: (session, _body, moment) => changedMusic(session, { softened: false }, moment, FADE.volume),
  loweredForVoice: (session, _body, moment) =>
    changedMusic(session, { underVoice: true, loweredLifeMs: moment.lifeMs }, moment, FADE.underVoice),
  raisedAfterVoice: (session, _body, moment) => changedMusic(session, { underVoice: false }, moment, FADE.afterVoice),
  nextAsked: (session, _body, moment) => {
    const before = session.music.turn;
    const first = turnNow('next', moment.lifeMs, null);
    const again = before !== null && before.why !== 'plan';
    const turn = again ? { ...first, presses: before.presses + 1, askedLifeMs: before.askedLifeMs } : first;
    return changedMusic(session, { turn, nextAsked: session.music.nextAsked + 1 }, moment, FADE.cross);
  },
  silenced: (session, _body, moment) =>
    changedMusic(session, { silent: true, underVoice: false }, moment, FADE.silence),
  soundRestored: (session, _body, moment) =>
    changedMusic(session, { silent: false, sinceLifeMs: moment.lifeMs }, moment, FADE.restore),
  playerLost: (session) => ({ ...session, music: { ...session.music, playerLost: true } }),
  playerBack: (session) => ({ ...session, music: { ...session.music, playerLost: false } }),
  chargeConfirmed: (session, { label }) => ({ ...session, music: { ...session.music, charged: label } }),
  outputLost: (session, { label, paused = false }) => ({
    ...session,
    music: { ...session.music, outputLost: true, outputPaused: paused ? label : null },
  }),
  outputReturned: (session) => ({ ...session, music: { ...session.music, outputLost: false, outputPaused: null } }),
  outputChosen: (session) => ({ ...session, music: { ...session.music, outputPaused: null } }),
  capSet: (session) => session,
};

const gapFolds: Folds<'slept' | 'stalled' | 'clockJumped' | 'restarted' | 'gapTold' | 'wentOn' | 'practised'> = {
  slept: (session, { byMs }, moment) => inGap(session, 'slept', byMs, false, moment),
  stalled: (session, { byMs }, moment) => inGap(session, 'stalled', byMs, false, moment),
  clockJumped: (session, { byMs }, moment) => inGap(session, 'clockJumped', byMs, false, moment),
  restarted: (session, { gapMs, wallBehind }, moment) => inGap(session, 'restarted', gapMs, wallBehind, moment),
  gapTold: (session, { gapMs }, moment) => {
    const gap = session.gap === null ? null : { ...session.gap, byMs: gapMs, wallBehind: false };
    const told = { ...session, gap };
    return gapMs > LONG_GAP_MS ? told : wentOn(told, moment);
  },
  wentOn: (session, _body, moment) => wentOn(session, moment),
  practised: (session, { act }, { lifeMs, at }) => ({
    ...session,
    practised: [...session.practised, { act, lifeMs, at }],
  }),
};

/** Cues, lights, emergency, music and gaps. */
export const roomFolds = { ...cueFolds, ...lightFolds, ...musicFolds, ...gapFolds };
