import { lightCode } from './lights.ts';
import { levelOf } from './scene-level.ts';
import type { CueAction } from '../../../shared/cues/cue.ts';
import { lookUp } from '../../i18n/i18n.ts';
import { percent, span, type SentenceContext, type Sentences } from './context.ts';

type RoomType =
  | 'cueFired'
  | 'cueSent'
  | 'cueFailed'
  | 'cuePassed'
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
  | 'slept'
  | 'stalled'
  | 'clockJumped'
  | 'restarted'
  | 'gapTold'
  | 'wentOn'
  | 'practised';

/** Sentences of the room: cues, lights, music, and what befell the computer. */
export const roomSentences: Sentences<RoomType> = {
  cueFired: ({ action }, context) => actionWords(action, context),
  cueSent: ({ cueId }, context) => context.t('sentence.cueSent', { cue: cueWords(cueId, context) }),
  cueFailed: ({ cueId, code }, context) =>
    context.t('sentence.cueFailed', { cue: cueWords(cueId, context), why: lightCode(code) }),
  cuePassed: ({ cueId, why }, context) => context.t(`sentence.cuePassed.${why}`, { cue: cueWords(cueId, context) }),
  trackStarted: ({ title, phase, why }, { t }) =>
    t(`sentence.trackStarted.${why}`, { title, phase: t(`sentence.phase.${phase}`) }),
  trackFailed: ({ trackId, title, code }, { t }) =>
    t('sentence.trackFailed', { track: title ?? trackId, why: lookUp(`sentence.trackFailedWhy.${code}`, {}) ?? code }),
  volumeSet: ({ level }, { t }) => t('sentence.volumeSet', { level: percent(level) }),
  softened: (_, { t }) => t('sentence.softened'),
  softenedBack: (_, { t }) => t('sentence.softenedBack'),
  loweredForVoice: (_, { t }) => t('sentence.loweredForVoice'),
  raisedAfterVoice: (_, { t }) => t('sentence.raisedAfterVoice'),
  nextAsked: (_, { t }) => t('sentence.nextAsked'),
  silenced: (_, { t }) => t('sentence.silenced'),
  soundRestored: (_, { t }) => t('sentence.soundRestored'),
  playerLost: (_, { t }) => t('sentence.playerLost'),
  playerBack: (_, { t }) => t('sentence.playerBack'),
  chargeConfirmed: ({ label }, { t }) => t('sentence.chargeConfirmed', { label }),
  outputLost: ({ label, paused }, { t }) =>
    t(paused === true ? 'sentence.outputPaused' : 'sentence.outputLost', { label }),
  outputReturned: ({ label }, { t }) => t('sentence.outputReturned', { label }),
  outputChosen: ({ label }, { t }) =>
    label === null ? t('sentence.outputSystem') : t('sentence.outputChosen', { label }),
  capSet: ({ label, cap }, { t }) => t('sentence.capSet', { label, percent: Math.round(cap * 100) }),
  slept: ({ byMs }, { t }) => t('sentence.slept', { time: span(byMs) }),
  stalled: ({ byMs }, { t }) => t('sentence.stalled', { time: span(byMs) }),
  clockJumped: ({ byMs }, { t }) =>
    byMs < 0 ? t('sentence.clockBack', { time: span(byMs) }) : t('sentence.clockForth', { time: span(byMs) }),
  restarted: ({ gapMs, sameBoot, wallBehind }, { t }) => {
    if (wallBehind) return t('sentence.restartedUnknown');
    return sameBoot
      ? t('sentence.restarted', { time: span(gapMs) })
      : t('sentence.restartedReboot', { time: span(gapMs) });
  },
  gapTold: ({ gapMs }, { t }) => t('sentence.gapTold', { time: span(gapMs) }),
  wentOn: (_, { t }) => t('sentence.wentOn'),
  practised: ({ act }, { t }) => t(`practice.did.${act}`),
};

function actionWords(action: CueAction, { t }: SentenceContext): string {
  switch (action.kind) {
    case 'scene':
      return t('sentence.cueFired.scene', {
        level: percent(levelOf(action.scene)),
        seconds: Math.round(action.fadeMs / 1000),
      });
    case 'music':
      return t('sentence.cueFired.music', { phase: t(`sentence.phase.${action.phase}`) });
    case 'prompt':
      return t('sentence.cueFired.prompt', { text: lookUp(`prompt.${action.code}`, {}) ?? action.code });
  }
}

/** What the cue does, where the protocol knows it. */
function cueWords(cueId: string, context: SentenceContext): string {
  const cue = context.protocol.cues.find((candidate) => candidate.id === cueId);
  return cue === undefined ? context.t('sentence.cue', { id: cueId }) : actionWords(cue.action, context);
}
