import { noneWished } from '../intake/wish.ts';
import { isLive } from '../session/tick.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Session } from '../session/state.ts';
import { changesAhead } from './changes.ts';
import { chooseTrack, chooseTurn, type Choice, type Heard } from './choose.ts';
import { overlapMs } from './crossfade.ts';
import { followingOf, playable, type Change, type Following } from './following.ts';
import type { MusicPhase, SessionMusic, Track } from './set.ts';

/** The fade into another track where nothing is known of the one that leaves, ms. */
const UNKNOWN_FADE_MS = 8_000;

/** A session with what it runs on and what it plays from. */
export interface Conducted {
  readonly session: Session;
  readonly protocol: Protocol;
  readonly music: SessionMusic;
}

/** One track on the life axis. `playId` counts the tracks that began, so that the same one twice is two plays. */
export interface Play {
  readonly playId: number;
  readonly track: Track;
  /** The phase of the hour in which it begins. */
  readonly phase: MusicPhase;
  /** Life time at which the track's first sample sounds or would have sounded. */
  readonly zeroLifeMs: number;
  /** Life time at which it was to begin being heard. */
  readonly fromLifeMs: number;
  /** Over which it comes in, ms. */
  readonly fadeInMs: number;
  /** Tracks that were asked away before they could begin; to be recorded with this one's beginning. */
  readonly passedOver: readonly string[];
  /** What has sounded once this one does. */
  readonly heard: Heard;
  /** The changes of phase that are ahead of it. */
  readonly changes: readonly Change[];
}

/** A track by id from the session's set or its bed; null for one that is not in them any more. */
export function trackOf(music: SessionMusic, trackId: string): Track | null {
  if (music.recovery.id === trackId) return music.recovery;
  return music.set?.tracks.find((track) => track.id === trackId) ?? null;
}

function endOf({ zeroLifeMs, track }: Play): number {
  return zeroLifeMs + track.durationMs;
}

function heardOf({ music }: Session): Heard {
  return { played: music.played, failed: music.failed, currentId: music.track?.trackId ?? null, gentle: false };
}

interface Ahead {
  readonly phase: MusicPhase;
  readonly changes: readonly Change[];
}

/** The phase that a track belongs to which begins at a moment, by the record or because the next one is near. */
function phaseAt(
  { session, protocol }: Conducted,
  phase: MusicPhase,
  fromLifeMs: number,
  began: MusicPhase | null,
): Ahead {
  const changes = changesAhead(session, protocol);
  // A track that a cue has not turned yet is of the phase in which it began.
  const cued = (session.music.turn?.cueId ?? null) !== null;
  if (cued && began !== null) return { phase: began, changes };
  const [next, ...later] = changes;
  const near = next !== undefined && next.atMs - fromLifeMs <= next.leadMs;
  return near && (began === null || began === next.phase) ? { phase: next.phase, changes: later } : { phase, changes };
}

/** The track that the record says runs; null where there is none, or it is of another set. */
function running(conducted: Conducted, phase: MusicPhase): Play | null {
  const { session, music } = conducted;
  const state = session.music.track;
  const track = state === null ? null : trackOf(music, state.trackId);
  if (state === null || track === null) return null;
  const { lifeMs: fromLifeMs, positionMs, fadeInMs, inPhase } = state;
  return {
    playId: session.music.played.length,
    track,
    ...phaseAt(conducted, phase, fromLifeMs, inPhase),
    zeroLifeMs: fromLifeMs - positionMs,
    fromLifeMs,
    fadeInMs,
    passedOver: [],
    heard: heardOf(session),
  };
}

/** Where a turn leads. A track that had followed by itself when "next" was pressed is what was asked away. */
function turned(conducted: Conducted, phase: MusicPhase, before: Play | null): Choice | null {
  const { session } = conducted;
  const music = playable(conducted.music);
  const heard = heardOf(session);
  const { turn } = session.music;
  if (turn === null) return chooseTurn(heard, 1, music, phase);
  // In recovery the bed would be chosen for ever: who asks for something else is led away from it.
  const gentle = turn.why === 'next' || (turn.why === 'chosen' && phase === 'recovery');
  const then = before === null || turn.why !== 'next' ? null : followed(before, conducted, turn.askedLifeMs);
  if (then === null || then.playId === before?.playId)
    return chooseTurn({ ...heard, gentle }, turn.presses, music, phase);
  return chooseTurn({ ...then.heard, gentle }, turn.presses, music, phase, [then.track.id]);
}

/** The play that is anchored by what the record says, whether or not it has run out since. */
function anchored(conducted: Conducted, phase: MusicPhase): Play | null {
  const { session, music } = conducted;
  const { turn, track, played, sinceLifeMs, fadeMs } = session.music;
  const runs = running(conducted, phase);
  if (runs !== null && (turn === null || turn.cueId !== null)) return runs;
  const fromLifeMs = Math.max(turn?.lifeMs ?? track?.lifeMs ?? 0, sinceLifeMs);
  const ahead = phaseAt(conducted, phase, fromLifeMs, null);
  const choice = turned(conducted, ahead.phase, runs);
  if (choice === null) return null;
  const meets = runs === null ? UNKNOWN_FADE_MS : overlapMs(music, runs.track, choice.track);
  const heard = { ...heardOf(session), played: [...played, ...choice.passedOver, choice.track.id] };
  return {
    playId: played.length + 1,
    ...ahead,
    zeroLifeMs: fromLifeMs,
    fromLifeMs,
    fadeInMs: turn === null ? fadeMs : (turn.fadeMs ?? meets),
    ...choice,
    heard: { ...heard, currentId: choice.track.id },
  };
}

/** What comes after a play, by the rule of the forecast. */
export function followingPlay(play: Play, { music }: Conducted): Following | null {
  const usable = playable(music);
  const { track, phase, fromLifeMs, fadeInMs } = play;
  return followingOf({ track, phase, fromMs: fromLifeMs, endMs: endOf(play), fadeInMs }, play.changes, usable, (next) =>
    chooseTrack(play.heard, usable, next),
  );
}

/** What begins once sound is possible again, in the phase that there is by then, after a play that was over meanwhile. */
function afterSilence(
  play: Play,
  { music }: Conducted,
  since: number,
  fadeInMs: number,
): Omit<Following, 'leftEarly'> | null {
  const passed = play.changes.filter(({ atMs, leadMs }) => atMs - since <= leadMs);
  const phase = passed.at(-1)?.phase ?? play.phase;
  const track = chooseTrack(play.heard, playable(music), phase);
  return track === null ? null : { track, phase, fromMs: since, fadeInMs, changes: play.changes.slice(passed.length) };
}

/** Follows tracks that ran out or were left, one after the other. What did so while nothing could sound is followed from when it can. */
function followed(first: Play, conducted: Conducted, nowLifeMs: number): Play | null {
  const { sinceLifeMs, fadeMs } = conducted.session.music;
  const since = Math.min(sinceLifeMs, nowLifeMs);
  let play = first;
  for (;;) {
    const inTime = followingPlay(play, conducted);
    const next = inTime !== null && inTime.fromMs < since ? afterSilence(play, conducted, since, fadeMs) : inTime;
    if (next === null) return nowLifeMs < endOf(play) ? play : null;
    if (next.fromMs > nowLifeMs) return play;
    const { track, phase, changes, fromMs: fromLifeMs, fadeInMs } = next;
    const heard = { ...play.heard, played: [...play.heard.played, track.id], currentId: track.id };
    const { passedOver } = play;
    play = {
      playId: play.playId + 1,
      track,
      phase,
      zeroLifeMs: fromLifeMs,
      fromLifeMs,
      fadeInMs,
      passedOver,
      heard,
      changes,
    };
  }
}

/** Whether music is to sound at all. */
function maySound(session: Session): boolean {
  const ours = noneWished(session.intake.choice) === null;
  return ours && isLive(session) && !session.waiting && !session.music.silent;
}

/** The play that should sound at a moment of life time; null for silence. */
export function playAt(conducted: Conducted, nowLifeMs: number): Play | null {
  const { phase } = conducted.session.music;
  if (phase === null || !maySound(conducted.session)) return null;
  const first = anchored(conducted, phase);
  return first === null ? null : followed(first, conducted, nowLifeMs);
}
