import { crossfadeRange, longestOverlapMs, overlapMs } from './crossfade.ts';
import type { MusicPhase, SessionMusic, Track } from './set.ts';

/** What is shorter is a sound, not music, and is never chosen, ms. */
export const SHORTEST_MS = 1_000;

/** A phase may change this much earlier or later, where a track ends by itself there, ms. */
export const TOLERANCE_MS = 90_000;

/** A change of phase that is ahead, or over which a track still plays on. */
export interface Change {
  readonly phase: MusicPhase;
  /** Its moment, ms on the axis of whoever asks. */
  readonly atMs: number;
  /** A track that ends this much before it, or later, is followed by the new phase. */
  readonly leadMs: number;
  /** A track that ends up to this much after it is heard to its end. */
  readonly lagMs: number;
}

/** A track as it plays: heard from `fromMs`, at its own end at `endMs`. */
export interface Playing {
  readonly track: Track;
  readonly phase: MusicPhase;
  readonly fromMs: number;
  readonly endMs: number;
  /** Over which it comes in. */
  readonly fadeInMs: number;
}

/** What comes after it, from when, and what is ahead then. */
export interface Following {
  readonly track: Track;
  readonly phase: MusicPhase;
  readonly fromMs: number;
  readonly fadeInMs: number;
  /** The track before it is left before its end, since no end of a track is near the change of phase. */
  readonly leftEarly: boolean;
  readonly changes: readonly Change[];
}

/** How far a change may move: never past a third of the phase before or after it. What would begin within a crossfade of it begins the new phase. */
export function roomFor(beforeMs: number, afterMs: number): Pick<Change, 'leadMs' | 'lagMs'> {
  const lagMs = Math.min(TOLERANCE_MS, beforeMs / 3, afterMs / 3);
  return { leadMs: Math.max(lagMs, crossfadeRange.maxMs), lagMs };
}

/** The music as it is chosen from: what is too short is left out. */
export function playable(music: SessionMusic): SessionMusic {
  const tracks = (music.set?.tracks ?? []).filter(({ durationMs }) => durationMs >= SHORTEST_MS);
  return { ...music, set: music.set === null ? null : { ...music.set, tracks } };
}

type Ending = 'goOn' | 'changeAtEnd' | 'changeEarly';

/** What the end of a track, at the earliest `endMs`, means for the phase that comes next. */
function endingAt(change: Change | undefined, endMs: number): Ending {
  if (change === undefined) return 'goOn';
  if (endMs > change.atMs + change.lagMs) return 'changeEarly';
  return endMs >= change.atMs - change.leadMs ? 'changeAtEnd' : 'goOn';
}

/**
 * What follows a track, the one rule of the forecast and of the room: a phase changes where a track ends by itself near its time, else by a
 * crossfade at its time (a track still coming in then comes in first), or while a track of the new phase, or the only one there is, plays already.
 * @param changes what is ahead, in order
 * @param choose the track for a phase, after this one; null: nothing can be played
 */
export function followingOf(
  playing: Playing,
  changes: readonly Change[],
  music: SessionMusic,
  choose: (phase: MusicPhase) => Track | null,
): Following | null {
  const { track, fromMs, endMs, fadeInMs } = playing;
  const ending = endingAt(changes[0], endMs - longestOverlapMs(music, track));
  const [change, ...later] = changes;
  if (change === undefined || ending === 'goOn') {
    const next = choose(playing.phase);
    const following = next === null ? null : atEnd(playing, next, playing.phase, changes, music);
    // With the shorter crossfade of these two it would only begin once the phase has changed: then it is of the new one.
    if (following === null || change === undefined || following.fromMs < change.atMs) return following;
    const ofNew = choose(change.phase);
    return ofNew === null ? null : atEnd(playing, ofNew, change.phase, later, music);
  }
  const { phase } = change;
  // A track of the phase that begins, taken before its time for want of others, is not left for another one of it.
  const next = ending === 'changeEarly' && track.phase === phase ? track : choose(phase);
  if (next === null) return null;
  if (ending === 'changeAtEnd') return atEnd(playing, next, phase, later, music);
  if (next.id === track.id) return followingOf({ ...playing, phase }, later, music, choose);
  const fade = overlapMs(music, track, next);
  const leftMs = Math.min(Math.max(change.atMs, fromMs + fadeInMs), endMs - fade);
  return { track: next, phase, fromMs: leftMs, fadeInMs: fade, leftEarly: true, changes: later };
}

function atEnd(
  { track, endMs }: Playing,
  next: Track,
  phase: MusicPhase,
  changes: readonly Change[],
  music: SessionMusic,
): Following {
  const fadeInMs = overlapMs(music, track, next);
  return { track: next, phase, fromMs: endMs - fadeInMs, fadeInMs, leftEarly: false, changes };
}
