import { isLive } from '../session/tick.ts';
import { lifeMs } from '../session/life.ts';
import type { Session } from '../session/state.ts';
import type { ClockReading } from '../time/clock.ts';
import { chooseTrack, chooseTurn, type Choice, type Heard } from './choose.ts';
import { levelGain, SOFTER, UNDER_VOICE } from './gain.ts';
import type { DesiredMusic } from './player-state.ts';
import type { MusicPhase, SessionMusic, Track } from './set.ts';

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
  /** Tracks that were asked away before they could begin; to be recorded with this one's beginning. */
  readonly passedOver: readonly string[];
}

export interface MusicPlan {
  readonly generation: number;
  /** What should sound now and where it stands, ms; null: silence. */
  readonly current: {
    readonly playId: number;
    readonly track: Track;
    readonly positionMs: number;
    readonly gain: number;
    readonly passedOver: readonly string[];
  } | null;
  readonly next: { readonly track: Track; readonly startInMs: number } | null;
  readonly fadeMs: number;
  /** What the nurse set, softening and "speak" included, 0 to 1. */
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

/** The track that the record says runs, with where it stands; null where there is none, or it is of another set. */
function running(state: Session['music'], music: SessionMusic): Play | null {
  const track = state.track === null ? null : trackOf(music, state.track.trackId);
  if (state.track === null || track === null) return null;
  const { lifeMs: fromLifeMs, positionMs } = state.track;
  return { playId: state.played.length, track, zeroLifeMs: fromLifeMs - positionMs, fromLifeMs, passedOver: [] };
}

/** Where a turn leads. A track that had followed by itself when "next" was pressed is what was asked away. */
function turned(session: Session, music: SessionMusic, phase: MusicPhase): Choice | null {
  const state = session.music;
  const heard = heardOf(state);
  if (state.turn === null) return chooseTurn(heard, 1, music, phase);
  const { why, presses, askedLifeMs } = state.turn;
  // In recovery the bed would be chosen for ever: who asks for something else is led away from it.
  const gentle = why === 'next' || (why === 'chosen' && phase === 'recovery');
  const before = why === 'next' ? running(state, music) : null;
  const then = before === null ? null : followed(before, session, music, phase, askedLifeMs);
  if (then === null || then.playId === before?.playId) return chooseTurn({ ...heard, gentle }, presses, music, phase);
  const { id } = then.track;
  return chooseTurn({ ...heard, played: [...heard.played, id], currentId: id, gentle }, presses, music, phase, [id]);
}

/** The play that is anchored by what the record says, whether or not it has run out since. */
function anchored(session: Session, music: SessionMusic, phase: MusicPhase): Play | null {
  const state = session.music;
  const runs = state.turn === null ? running(state, music) : null;
  if (runs !== null) return runs;
  const fromLifeMs = Math.max(state.turn?.lifeMs ?? state.track?.lifeMs ?? 0, state.sinceLifeMs);
  const choice = turned(session, music, phase);
  return choice === null ? null : { playId: state.played.length + 1, zeroLifeMs: fromLifeMs, fromLifeMs, ...choice };
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
  const { played } = session.music;
  let heard: Heard = {
    ...heardOf(session.music),
    played: [...played, ...first.passedOver],
    currentId: first.track.id,
  };
  while (endOf(play) <= nowLifeMs) {
    heard = { ...heard, played: [...heard.played, play.track.id], currentId: play.track.id };
    const track = chooseTrack(heard, music, phase);
    if (track === null) return null;
    const fromLifeMs = Math.max(endOf(play), Math.min(session.music.sinceLifeMs, nowLifeMs));
    play = { playId: play.playId + 1, track, zeroLifeMs: fromLifeMs, fromLifeMs, passedOver: first.passedOver };
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
  const { volume, softened, underVoice } = session.music;
  return volume * (softened ? SOFTER : 1) * (underVoice ? UNDER_VOICE : 1);
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
  const { playId, track, passedOver } = play;
  const played = [...session.music.played, ...passedOver, track.id];
  const heard: Heard = { ...heardOf(session.music), played, currentId: track.id };
  const following = chooseTrack(heard, music, phase);
  return {
    generation,
    current: {
      playId,
      track,
      positionMs: Math.max(0, nowLifeMs - play.zeroLifeMs),
      gain: levelGain(track.loudnessLufs, track.truePeakDb) * level,
      passedOver,
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
