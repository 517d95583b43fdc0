import { levelGain } from './gain.ts';
import { inFile, musicPhases, type Track as WholeTrack } from './set.ts';

/** How long a set is listened to before it is chosen, ms, all passages together. */
export const PREVIEW_MS = 40_000;

/** What of a track a preview is made from. */
type Track = Omit<WholeTrack, 'title' | 'licence'>;

/** One stretch of a track that is heard in a preview. It begins and ends in silence; nothing else sounds meanwhile. */
export interface Passage {
  readonly trackId: string;
  /** Path below the music folder. */
  readonly file: string;
  /** Length of the file up to where the track ends, ms. */
  readonly durationMs: number;
  /** Where in the file it begins, ms. */
  readonly fromMs: number;
  /** From the first moment of its rise to silence, ms. */
  readonly lengthMs: number;
  readonly riseMs: number;
  readonly fallMs: number;
  /** Level that makes all tracks equally loud, 0 to 1. */
  readonly gain: number;
}

/** A stretch as it is first thought of: a track, its share of the time, and where in the track it stands (0 begin, 1 end). */
interface Wanted {
  readonly track: Track;
  readonly share: number;
  readonly place: number;
}

/** The first sound comes from far away, the last one goes there; in between a breath is enough, ms. */
const OUTER_MS = 4_000;
const INNER_MS = 2_000;

/**
 * What is heard of a set before it is chosen: its opening, its strongest moment and its return, in that order. Where the
 * set has a voice or a drum anywhere, that is what the strongest moment is taken from (two where no track has both), so
 * that nobody is surprised by one later. Tracks that are shorter than their stretch are heard whole.
 */
export function previewOf(set: { readonly tracks: readonly Track[] }): readonly Passage[] {
  const strong = strongest(set.tracks);
  const opening = byPhase(set.tracks)[0];
  const last = returning(set.tracks);
  if (opening === undefined || last === undefined) return [];
  const middle = strong.map((track, index) => ({
    track,
    share: 0.4 / strong.length,
    place: strong.length === 1 ? 0.5 : (index + 1) / 3,
  }));
  const wanted: readonly Wanted[] = [
    { track: opening, share: 0.3, place: 0 },
    ...middle,
    { track: last, share: 0.3, place: last === opening || strong.includes(last) ? 1 : 0.4 },
  ];
  return wanted.map((one, index) => passage(one, index === 0, index === wanted.length - 1));
}

/** How slowly the first music of all rises out of silence, ms. */
const FIRST_RISE_MS = 10_000;

/**
 * What the volume is found by: the whole of the calmest track there is, without voice and drum where there is one, rising
 * slowly; null where there are no tracks.
 */
export function volumePassage(tracks: readonly Track[]): Passage | null {
  const loud = (track: Track): number => richness(track) * 10 + track.intensity;
  const calmest = byPhase(tracks).toSorted((a, b) => loud(a) - loud(b))[0];
  if (calmest === undefined) return null;
  const whole = passage({ track: calmest, share: Infinity, place: 0 }, true, true);
  return { ...whole, riseMs: Math.min(FIRST_RISE_MS, Math.floor(whole.lengthMs / 3)) };
}

function passage({ track, share, place }: Wanted, first: boolean, last: boolean): Passage {
  const lengthMs = Math.min(Math.round(PREVIEW_MS * share), track.durationMs);
  const most = Math.floor(lengthMs / 3);
  return {
    trackId: track.id,
    file: track.file,
    durationMs: inFile(track, track.durationMs),
    fromMs: inFile(track, Math.round((track.durationMs - lengthMs) * place)),
    lengthMs,
    riseMs: Math.min(first ? OUTER_MS : INNER_MS, most),
    fallMs: Math.min(last ? OUTER_MS : INNER_MS, most),
    gain: levelGain(track.loudnessLufs, track.truePeakDb),
  };
}

function byPhase(tracks: readonly Track[]): Track[] {
  return tracks.toSorted((a, b) => musicPhases.indexOf(a.phase) - musicPhases.indexOf(b.phase));
}

/** The strongest track; where there are voices or drums, the fewest and strongest tracks that have all there are. */
function strongest(tracks: readonly Track[]): readonly Track[] {
  const order = tracks.toSorted((a, b) => richness(b) - richness(a) || b.intensity - a.intensity);
  const first = order[0];
  if (first === undefined) return [];
  const missing = order.find((track) => (track.lyrics && !first.lyrics) || (track.percussion && !first.percussion));
  return missing === undefined ? [first] : [first, missing];
}

function richness(track: Track): number {
  return Number(track.lyrics) + Number(track.percussion);
}

/** The way back: the first track of the return, else of the recovery, else the last one there is. */
function returning(tracks: readonly Track[]): Track | undefined {
  return (
    tracks.find(({ phase }) => phase === 'return') ??
    tracks.find(({ phase }) => phase === 'recovery') ??
    byPhase(tracks).at(-1)
  );
}
