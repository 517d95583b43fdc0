import { isLive } from '../session/tick.ts';
import { lifeMs } from '../session/life.ts';
import type { Session } from '../session/state.ts';
import type { ClockReading } from '../time/clock.ts';
import { chooseTrack, nextTrack, type Heard } from './choose.ts';
import { levelGain, SOFTER } from './gain.ts';
import type { DesiredMusic } from './player-state.ts';
import type { MusicPhase, SessionMusic, Track } from './set.ts';

export { nextTrack } from './choose.ts';
export { crossfadeGains } from './gain.ts';

/** Tracks overlap by this much, ms. */
export const CROSSFADE_MS = 8_000;

/** One track on the life axis. `playId` counts the tracks that began, so that the same one twice is two plays. */
export interface Play {
  readonly playId: number;
  readonly track: Track;
  /** Life time at which the track's first sample sounds or would have sounded. */
  readonly zeroLifeMs: number;
  /** Life time at which it was to begin being heard. */
  readonly fromLifeMs: number;
}

export interface MusicPlan {
  readonly generation: number;
  /** What should sound now and where it stands, ms; null: silence. */
  readonly current: {
    readonly playId: number;
    readonly track: Track;
    readonly positionMs: number;
    readonly gain: number;
  } | null;
  readonly next: { readonly track: Track; readonly startInMs: number } | null;
  readonly fadeMs: number;
  /** What the nurse set, softening included, 0 to 1. */
  readonly level: number;
}

/** A track by id from the session's set or its bed; null for one that is not in them any more. */
export function trackOf(music: SessionMusic, trackId: string): Track | null {
  if (music.recovery.id === trackId) return music.recovery;
  return music.set?.tracks.find((track) => track.id === trackId) ?? null;
}

function heardOf(state: Session['music']): Heard {
  return { played: state.played, failed: state.failed, currentId: state.track?.trackId ?? null, gentle: false };
}

/** A track shorter than two crossfades overlaps by half of itself at most. */
function overlapOf(track: Track): number {
  return Math.min(CROSSFADE_MS, track.durationMs / 2);
}

function endOf(play: Play): number {
  return play.zeroLifeMs + play.track.durationMs - overlapOf(play.track);
}

/** The play that is anchored by what the record says, whether or not it has run out since. */
function anchored(session: Session, music: SessionMusic, phase: MusicPhase): Play | null {
  const state = session.music;
  const playId = state.played.length;
  if (state.turn !== null || state.track === null) {
    const fromLifeMs = Math.max(state.turn?.lifeMs ?? 0, state.sinceLifeMs);
    const track = nextTrack(state, music, phase);
    return track === null ? null : { playId: playId + 1, track, zeroLifeMs: fromLifeMs, fromLifeMs };
  }
  const track = trackOf(music, state.track.trackId);
  if (track === null) return null;
  return { playId, track, zeroLifeMs: state.track.lifeMs - state.track.positionMs, fromLifeMs: state.track.lifeMs };
}

/** Follows tracks that ran out, one after the other. What ran out while nothing could sound is followed from when it can. */
function followed(
  first: Play,
  session: Session,
  music: SessionMusic,
  phase: MusicPhase,
  nowLifeMs: number,
): Play | null {
  let play = first;
  let heard: Heard = { ...heardOf(session.music), currentId: first.track.id };
  while (endOf(play) <= nowLifeMs) {
    heard = { ...heard, played: [...heard.played, play.track.id], currentId: play.track.id };
    const track = chooseTrack(heard, music, phase);
    if (track === null) return null;
    const fromLifeMs = Math.max(endOf(play), Math.min(session.music.sinceLifeMs, nowLifeMs));
    play = { playId: play.playId + 1, track, zeroLifeMs: fromLifeMs, fromLifeMs };
  }
  return play;
}

/** Whether music is to sound at all. */
function maySound(session: Session): boolean {
  return isLive(session) && !session.waiting && !session.music.silent && session.music.phase !== null;
}

/** The play that should sound now; null for silence. */
export function playNow(session: Session, music: SessionMusic, now: ClockReading): Play | null {
  const { phase } = session.music;
  if (phase === null || !maySound(session)) return null;
  const first = anchored(session, music, phase);
  return first === null ? null : followed(first, session, music, phase, lifeMs(session, now));
}

function levelOf(session: Session): number {
  return session.music.volume * (session.music.softened ? SOFTER : 1);
}

/** Whether a play follows another that ran out by itself, and no event has said so yet. */
function runsOut(state: Session['music'], play: Play): boolean {
  return play.playId > state.played.length && state.turn === null && state.track !== null;
}

/** The whole plan of the music as it stands now. Pure: asked twice at one moment it says the same. */
export function musicPlan(session: Session, music: SessionMusic, now: ClockReading): MusicPlan {
  const { generation, fadeMs, phase } = session.music;
  const play = playNow(session, music, now);
  const level = levelOf(session);
  if (play === null || phase === null) return { generation, current: null, next: null, fadeMs, level };
  const nowLifeMs = lifeMs(session, now);
  const { playId, track } = play;
  const heard: Heard = { ...heardOf(session.music), played: [...session.music.played, track.id], currentId: track.id };
  const following = chooseTrack(heard, music, phase);
  return {
    generation,
    current: {
      playId,
      track,
      positionMs: Math.max(0, nowLifeMs - play.zeroLifeMs),
      gain: levelGain(track.loudnessLufs, track.truePeakDb) * level,
    },
    next: following === null ? null : { track: following, startInMs: Math.max(0, endOf(play) - nowLifeMs) },
    fadeMs: runsOut(session.music, play) ? CROSSFADE_MS : fadeMs,
    level,
  };
}

/** Where the running track stands, ms, from the last `trackStarted` and the clock; null when nothing should sound. */
export function trackPosition(session: Session, music: SessionMusic, now: ClockReading): number | null {
  return musicPlan(session, music, now).current?.positionMs ?? null;
}

/** The player's whole desired state. A track that is no longer named fades out while the new one comes in. */
export function desiredMusic(session: Session, music: SessionMusic, now: ClockReading, rate: number): DesiredMusic {
  const plan = musicPlan(session, music, now);
  const { current, next, generation, fadeMs } = plan;
  const decks =
    current === null
      ? []
      : [
          {
            playId: current.playId,
            trackId: current.track.id,
            file: current.track.file,
            positionMs: current.positionMs,
            durationMs: current.track.durationMs,
            gain: current.gain,
            fadeMs,
          },
        ];
  const preload = next === null ? null : { trackId: next.track.id, file: next.track.file };
  return { generation, decks, releaseMs: fadeMs, preload, rate };
}
