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

/** One line of the summary of a change. */
export function changeWords(t: TFunction, change: CueChange): string {
  if (change.type !== 'changed') {
    const { cue } = change;
    return t(`cueSheet.change.${change.type}`, { cue: cueWords(t, cue), moment: momentWords(t, cue.anchor) });
  }
  const { before, differences } = change;
  const what = differences.map((difference) => differenceWords(t, difference)).join(', ');
  return t('cueSheet.change.changed', { cue: cueWords(t, before), moment: momentWords(t, before.anchor), what });
}

function differenceWords(t: TFunction, difference: CueDifference): string {
  switch (difference.what) {
    case 'moment':
      return t('cueSheet.difference.moment', {
        from: lower(momentWords(t, difference.from)),
        to: lower(momentWords(t, difference.to)),
      });
    case 'zone':
      return t('cueSheet.difference.zone', {
        zone: t(`cueSheet.lane.${difference.zone}`),
        from: zoneWords(t, difference.from),
        to: zoneWords(t, difference.to),
      });
    case 'fade':
      return t('cueSheet.difference.fade', { from: timeText(difference.from), to: timeText(difference.to) });
    case 'phase':
      return t('cueSheet.difference.phase', { from: phaseWords(t, difference.from), to: phaseWords(t, difference.to) });
    case 'prompt':
      return t('cueSheet.difference.prompt', { from: promptText(difference.from), to: promptText(difference.to) });
    case 'kind':
      return t('cueSheet.difference.kind');
  }
}

function zoneWords(t: TFunction, zone: ZoneLevel | null): string {
  if (zone === null) return t('cueSheet.difference.withRoom');
  const level = levelPercent(zone.level);
  return zone.kelvin === null
    ? t('cueSheet.difference.lampOwn', { level })
    : t('cueSheet.difference.lamp', { level, kelvin: zone.kelvin });
}

function phaseWords(t: TFunction, name: string): string {
  const phase = musicPhases.find((one) => one === name);
  return phase === undefined ? name : t(`musicSets.phase.${phase}`);
}

/** Within a sentence. */
function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
