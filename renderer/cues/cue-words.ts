import type { TFunction } from 'i18next';
import type { Cue } from '../../shared/cues/cue.ts';
import type { CueChange, CueDifference } from '../../shared/cues/diff-cues.ts';
import { levelIn } from '../../shared/cues/planned.ts';
import type { ZoneLevel } from '../../shared/lights/scene.ts';
import { musicPhases } from '../../shared/music/set.ts';
import { lookUp } from '../i18n/i18n.ts';
import { levelPercent } from '../room/session/format.ts';
import { timeText } from './time-text.ts';

/** When a cue comes, as it is anchored: `5:00 before zero`. */
export function momentWords(t: TFunction, { from, offsetMs }: Cue['anchor']): string {
  const time = timeText(offsetMs);
  if (from === 'start') return offsetMs === 0 ? t('cueSheet.at.start') : t('cueSheet.at.startPlus', { time });
  if (from === 'zero') return offsetMs === 0 ? t('cueSheet.at.zero') : t('cueSheet.at.zeroMinus', { time });
  return offsetMs === 0 ? t('cueSheet.at.recovery') : t('cueSheet.at.recoveryPlus', { time });
}

/** What a cue does: `Light 10 %`. */
export function cueWords(t: TFunction, { action }: Cue): string {
  if (action.kind === 'scene') return t('cueSheet.light', { level: levelPercent(levelIn(action.scene, 'room')) });
  return action.kind === 'music'
    ? t('cueSheet.phaseCue', { phase: t(`musicSets.phase.${action.phase}`) })
    : t('cueSheet.promptCue', { text: promptText(action.code) });
}

/** A cue with its moment. */
export function cueAtWords(t: TFunction, cue: Cue): string {
  return t('cueSheet.cueAt', { cue: cueWords(t, cue), moment: momentWords(t, cue.anchor) });
}

/** The words of a prompt; its code where there are none. */
export function promptText(code: string): string {
  return lookUp(`prompt.${code}`, {}) ?? code;
}

/** What became of one cue, in sentences. */
export function changeWords(t: TFunction, change: CueChange): string {
  if (change.type !== 'changed') {
    const { cue } = change;
    return t(`cueSheet.change.${change.type}`, { cue: cueWords(t, cue), moment: lower(momentWords(t, cue.anchor)) });
  }
  const { before, after, differences } = change;
  const what = differences.map((difference) => differenceWords(t, difference, after)).join(' ');
  return t('cueSheet.change.changed', { cue: cueWords(t, before), moment: lower(momentWords(t, before.anchor)), what });
}

function differenceWords(t: TFunction, difference: CueDifference, after: Cue): string {
  switch (difference.what) {
    case 'moment':
      return movedWords(t, difference.from, difference.to);
    case 'zone':
      return zoneWords(t, difference);
    case 'fade':
      return t('cueSheet.difference.fade', {
        from: t('cueSheet.difference.minutes', { time: timeText(difference.from) }),
        to: t('cueSheet.difference.minutes', { time: timeText(difference.to) }),
      });
    case 'phase':
      return t('cueSheet.difference.phase', { from: phaseWords(t, difference.from), to: phaseWords(t, difference.to) });
    case 'prompt':
      return t('cueSheet.difference.prompt', { from: promptText(difference.from), to: promptText(difference.to) });
    case 'kind':
      return t('cueSheet.difference.kind', { cue: cueWords(t, after) });
  }
}

/** By how much a cue comes earlier or later; counted from something else, only when. */
function movedWords(t: TFunction, from: Cue['anchor'], to: Cue['anchor']): string {
  const moment = lower(momentWords(t, to));
  if (from.from !== to.from) return t('cueSheet.difference.moment', { from: lower(momentWords(t, from)), to: moment });
  const laterMs = to.offsetMs - from.offsetMs;
  const by = t('cueSheet.difference.minutes', { time: timeText(laterMs) });
  return t(`cueSheet.difference.${laterMs < 0 ? 'earlier' : 'later'}`, { by, to: moment });
}

/** What a lamp's light does now; its colour only where that is what changed. */
function zoneWords(t: TFunction, { zone, from, to }: Extract<CueDifference, { readonly what: 'zone' }>): string {
  const name = t(`cueSheet.zoneLight.${zone}`);
  const isColour = from?.kelvin !== to?.kelvin;
  const words = ({ level, kelvin }: ZoneLevel): string =>
    isColour && kelvin !== null
      ? t('cueSheet.difference.lamp', { level: levelPercent(level), kelvin })
      : levelPercent(level);
  if (from === null) return to === null ? '' : t('cueSheet.difference.ownNow', { zone: name, to: words(to) });
  return to === null
    ? t('cueSheet.difference.withRoom', { zone: name, from: words(from) })
    : t('cueSheet.difference.zone', { zone: name, from: words(from), to: words(to) });
}

function phaseWords(t: TFunction, name: string): string {
  const phase = musicPhases.find((one) => one === name);
  return phase === undefined ? name : t(`musicSets.phase.${phase}`);
}

/** Within a sentence. */
function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
