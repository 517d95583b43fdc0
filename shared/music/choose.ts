import { musicPhases, type MusicPhase, type SessionMusic, type Track } from './set.ts';

/** Mean intensity of a phase's tracks; the middle where it has none. */
function intensityOf(tracks: readonly Track[], phase: MusicPhase): number {
  const own = tracks.filter((track) => track.phase === phase);
  return own.length === 0 ? 3 : own.reduce((sum, track) => sum + track.intensity, 0) / own.length;
}

/** How far a track's phase lies from the one that is wanted; what has passed is nearer than what is still to come. */
function phaseDistance(track: Track, phase: MusicPhase): number {
  const steps = musicPhases.indexOf(track.phase) - musicPhases.indexOf(phase);
  return steps > 0 ? steps + 0.5 : -steps;
}

function byNeighbour(tracks: readonly Track[], phase: MusicPhase): Track[] {
  const wanted = intensityOf(tracks, phase);
  const far = (track: Track): number => Math.abs(track.intensity - wanted);
  return tracks.toSorted(
    (a, b) => phaseDistance(a, phase) - phaseDistance(b, phase) || far(a) - far(b) || a.intensity - b.intensity,
  );
}

/** The track played longest ago; what sounds now only where there is nothing else. */
function longestAgo(tracks: readonly Track[], played: readonly string[], current: string | null): Track | null {
  const others = tracks.length > 1 ? tracks.filter((track) => track.id !== current) : tracks;
  const [oldest] = others.toSorted((a, b) => played.lastIndexOf(a.id) - played.lastIndexOf(b.id));
  return oldest ?? null;
}

/** What has sounded, in order, and what sounds last. */
export interface Heard {
  readonly played: readonly string[];
  readonly failed: readonly string[];
  readonly currentId: string | null;
  /** "Next" was pressed: nothing stronger than what sounds now, if it can be. */
  readonly gentle: boolean;
}

/** The tracks in the order in which they would be taken now: the phase's own unplayed ones, then neighbours. */
function candidates(set: readonly Track[], heard: Heard, phase: MusicPhase): Track[] {
  const open = set.filter((track) => !heard.played.includes(track.id));
  const own = open.filter((track) => track.phase === phase);
  const others = open.filter((track) => track.phase !== phase);
  const ordered = [...own, ...byNeighbour(others, phase)];
  const current = set.find((track) => track.id === heard.currentId);
  if (!heard.gentle || current === undefined) return ordered;
  return ordered.toSorted((a, b) => Number(a.intensity > current.intensity) - Number(b.intensity > current.intensity));
}

/**
 * The next track: the phase's unplayed tracks in their order, then unplayed ones of neighbouring phases (those that
 * have passed first, nearest intensity first), then the one played longest ago. Recovery has the set's own tracks for it, once each, and then
 * its bed, which loops ("next" leads away from it once), and which also serves where nothing else can be played. Null: nothing can.
 */
export function chooseTrack(heard: Heard, music: SessionMusic, phase: MusicPhase): Track | null {
  const bed = heard.failed.includes(music.recovery.id) ? null : music.recovery;
  const set = (music.set?.tracks ?? []).filter(
    (track) => !heard.failed.includes(track.id) && track.id !== music.recovery.id,
  );
  const bedAsksAway = heard.gentle && heard.currentId === music.recovery.id && set.length > 0;
  if (phase === 'recovery' && bed !== null && !bedAsksAway) {
    return set.find((track) => track.phase === 'recovery' && !heard.played.includes(track.id)) ?? bed;
  }
  if (set.length === 0) return music.set === null && phase !== 'recovery' ? null : bed;
  return candidates(set, heard, phase)[0] ?? longestAgo(set, heard.played, heard.currentId);
}

/** A choice, and what it went past: tracks that were asked away before they could begin. */
export interface Choice {
  readonly track: Track;
  readonly passedOver: readonly string[];
}

/**
 * The track that an asked-for turn leads to: the one that as many slow presses would have led to, each press taking the
 * track before it as heard.
 * @param heard what has sounded, and what sounds now
 */
export function chooseTurn(
  heard: Heard,
  presses: number,
  music: SessionMusic,
  phase: MusicPhase,
  passedOver: readonly string[] = [],
): Choice | null {
  const track = chooseTrack(heard, music, phase);
  if (track === null || presses <= 1) return track === null ? null : { track, passedOver };
  const after = { ...heard, played: [...heard.played, track.id], currentId: track.id };
  return chooseTurn(after, presses - 1, music, phase, [...passedOver, track.id]);
}
