import type { TFunction } from 'i18next';
import type { Track } from '../../shared/music/set.ts';

/** `4:05`, or `-1:12` before the start, in whole seconds. */
export function clockWords(t: TFunction, ms: number): string {
  const whole = Math.round(Math.abs(ms) / 1000);
  return t('musicSets.planAt', {
    sign: ms < 0 && whole > 0 ? '−' : '',
    minutes: Math.floor(whole / 60),
    seconds: String(whole % 60).padStart(2, '0'),
  });
}

/** A track in a few words: how long it is, and whether there is a voice or a drum. */
export function trackWords(t: TFunction, { durationMs, lyrics, percussion }: Track): string {
  const heard = [...(lyrics ? [t('musicSets.voice')] : []), ...(percussion ? [t('musicSets.drums')] : [])];
  return [clockWords(t, durationMs), ...(heard.length === 0 ? [t('musicSets.calm')] : heard)].join(', ');
}
