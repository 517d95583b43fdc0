import { musicPhases, type MusicPhase } from '../music/set.ts';
import type { Choice } from './choice.ts';
import type { OfferedSet, OfferedTrack } from './offered-set.ts';

/** What a set is asked to do without. */
export type Avoid = Pick<Choice, 'noVoices' | 'noDrums'>;

/** Whether nothing that is to be avoided is in the set, its quietest track included. */
export function fits(set: Pick<OfferedSet, 'tracks'>, { noVoices, noDrums }: Avoid): boolean {
  return !set.tracks.some(({ lyrics, percussion }) => (noVoices && lyrics) || (noDrums && percussion));
}

/** How strong a set is before recovery, 1 to 5: the intensity of its tracks, each by its length. */
export function strengthOf(set: Pick<OfferedSet, 'tracks'>): number {
  const before = set.tracks.filter(({ phase }) => phase !== 'recovery');
  return meanIntensity(before.length === 0 ? set.tracks : before);
}

/** What a patient may ask of the sets, seen from one of them. */
export type Towards = 'like' | 'calmer' | 'moreMoving';

/**
 * The sets that answer a wish, the nearest to `from` first, and never `from` itself. `calmer` and `moreMoving` hold
 * only sets that are so. None of them has what is to be avoided.
 */
export function towards(sets: readonly OfferedSet[], from: OfferedSet, way: Towards, avoid: Avoid): OfferedSet[] {
  const own = strengthOf(from);
  const answers = (set: OfferedSet): boolean => {
    if (set.musicHash === from.musicHash || !fits(set, avoid)) return false;
    return way === 'like' || (way === 'calmer' ? strengthOf(set) < own : strengthOf(set) > own);
  };
  return ordered(sets.filter(answers), (set) => distance(set, from));
}

/**
 * The set that the app picks: of those that fit, the calmest or the most moving where the patient said so, else the
 * one nearest the middle of those that fit. The same sets give the same answer, whatever their order; null where none fits.
 */
export function chooseForMe(sets: readonly OfferedSet[], choice: Avoid & Pick<Choice, 'mood'>): OfferedSet | null {
  const fitting = sets.filter((set) => fits(set, choice));
  const strengths = fitting.map(strengthOf);
  const middle = (Math.min(...strengths) + Math.max(...strengths)) / 2;
  const far = (set: OfferedSet): number => {
    const strength = strengthOf(set);
    if (choice.mood === null) return Math.abs(strength - middle);
    return choice.mood === 'calmer' ? strength : -strength;
  };
  return ordered(fitting, far)[0] ?? null;
}

/** How different two sets are: how strong each phase is, and how much of them has voices and drums. */
export function distance(one: OfferedSet, other: OfferedSet): number {
  const phases = musicPhases.map((phase) => Math.abs(strengthAt(one, phase) - strengthAt(other, phase)));
  const strength = phases.reduce((sum, step) => sum + step, 0) / musicPhases.length;
  const voices = Math.abs(partOf(one, ({ lyrics }) => lyrics) - partOf(other, ({ lyrics }) => lyrics));
  const drums = Math.abs(partOf(one, (track) => track.percussion) - partOf(other, (track) => track.percussion));
  return strength + voices + drums;
}

/** By figure, and where that is the same by title and content, so that no order of the input shows through. */
function ordered(sets: readonly OfferedSet[], figure: (set: OfferedSet) => number): OfferedSet[] {
  const name = ({ title, musicHash }: OfferedSet): string => `${title}\n${musicHash}`;
  return sets.toSorted((a, b) => figure(a) - figure(b) || (name(a) < name(b) ? -1 : 1));
}

function strengthAt(set: OfferedSet, phase: MusicPhase): number {
  const own = set.tracks.filter((track) => track.phase === phase);
  return own.length === 0 ? strengthOf(set) : meanIntensity(own);
}

function meanIntensity(tracks: readonly OfferedTrack[]): number {
  const lengthMs = tracks.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return tracks.reduce((sum, { intensity, durationMs }) => sum + intensity * durationMs, 0) / lengthMs;
}

/** How much of a set is so, 0 to 1, by length. */
function partOf({ tracks }: OfferedSet, is: (track: OfferedTrack) => boolean): number {
  const lengthMs = tracks.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return tracks.filter(is).reduce((sum, { durationMs }) => sum + durationMs, 0) / lengthMs;
}
