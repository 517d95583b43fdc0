import type { Choice, MusicWish, NoneKind } from './choice.ts';

/** Whether the app is to play nothing by itself: quiet, or the patient's own phone, which it does not touch. */
export function noneFromUs(music: MusicWish | null): boolean {
  return music?.kind === 'quiet' || music?.kind === 'ownPhone';
}

/** Which of the two a choice asks for in place of music of ours; null: neither. */
export function noneWished(choice: Choice | null): NoneKind | null {
  const kind = choice?.music?.kind;
  return kind === 'quiet' || kind === 'ownPhone' ? kind : null;
}

/** Whether two choices ask for the same music. Who lets the app choose asks for something else with another mood or wish. */
export function choosesSame(one: Choice, other: Choice): boolean {
  if (one.music?.kind !== other.music?.kind) return false;
  if (one.music?.kind === 'set' && other.music?.kind === 'set') return one.music.musicHash === other.music.musicHash;
  if (one.music?.kind !== 'chooseForMe') return true;
  return one.noVoices === other.noVoices && one.noDrums === other.noDrums && one.mood === other.mood;
}

/**
 * Whose music it is now: a set of ours, nothing, or the patient's own phone.
 * @param musicHash what the session would play; a set that was chosen since counts over an earlier wish
 */
export function musicMode(musicHash: string | null, choice: Choice | null): 'set' | 'quiet' | 'ownPhone' {
  return musicHash !== null ? 'set' : (noneWished(choice) ?? 'quiet');
}
