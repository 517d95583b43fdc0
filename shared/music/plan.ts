import { lifeMs } from '../session/life.ts';
import type { Session } from '../session/state.ts';
import type { ClockReading } from '../time/clock.ts';
import { heardLevel, levelGain } from './gain.ts';
import { followingPlay, playAt, type Conducted } from './play.ts';
import type { DesiredMusic } from './player-state.ts';
import { inFile, type MusicPhase, type Track } from './set.ts';

/** What should sound now and where it stands, ms. */
export interface CurrentTrack {
  readonly playId: number;
  readonly track: Track;
  /** The phase of the hour in which it began. */
  readonly phase: MusicPhase;
  readonly positionMs: number;
  readonly gain: number;
  /** Over which it comes in, ms. */
  readonly fadeInMs: number;
  readonly passedOver: readonly string[];
}

export interface MusicPlan {
  readonly generation: number;
  /** Null: silence. */
  readonly current: CurrentTrack | null;
  readonly next: { readonly track: Track; readonly startInMs: number; readonly fadeInMs: number } | null;
  readonly fadeMs: number;
  /** What the nurse set, softening and "speak" included, 0 to 1. */
  readonly level: number;
}

function levelOf({ music, intake }: Session): number {
  // The patient listens to previews on the same headphones.
  if (intake.screen === 'asking') return 0;
  return heardLevel(music);
}

/** The whole plan of the music as it stands now. Pure: asked twice at one moment it says the same. */
export function musicPlan(conducted: Conducted, now: ClockReading): MusicPlan {
  const { session } = conducted;
  const { generation, fadeMs, played, loweredLifeMs } = session.music;
  const nowLifeMs = lifeMs(session, now);
  const play = playAt(conducted, nowLifeMs);
  const level = levelOf(session);
  if (play === null) return { generation, current: null, next: null, fadeMs, level };
  const { playId, track, phase, fadeInMs, passedOver } = play;
  const next = followingPlay(play, conducted);
  // Before a voice even what has not been heard to begin yet makes way.
  const comesIn = playId > played.length && (loweredLifeMs ?? -Infinity) < play.fromLifeMs;
  return {
    generation,
    current: {
      playId,
      track,
      phase,
      positionMs: Math.max(0, nowLifeMs - play.zeroLifeMs),
      gain: levelGain(track.loudnessLufs, track.truePeakDb) * level,
      fadeInMs,
      passedOver,
    },
    next:
      next === null
        ? null
        : { track: next.track, startInMs: Math.max(0, next.fromMs - nowLifeMs), fadeInMs: next.fadeInMs },
    fadeMs: comesIn ? fadeInMs : fadeMs,
    level,
  };
}

/** Where the running track stands, ms, from the last `trackStarted` and the clock; null when nothing should sound. */
export function trackPosition(conducted: Conducted, now: ClockReading): number | null {
  return musicPlan(conducted, now).current?.positionMs ?? null;
}

/** The player's whole desired state. A track that is no longer named fades out while the new one comes in. */
export function desiredMusic(conducted: Conducted, now: ClockReading, rate: number): DesiredMusic {
  const { current, next, generation, fadeMs } = musicPlan(conducted, now);
  const decks =
    current === null
      ? []
      : [
          {
            playId: current.playId,
            trackId: current.track.id,
            file: current.track.file,
            positionMs: inFile(current.track, current.positionMs),
            durationMs: inFile(current.track, current.track.durationMs),
            gain: current.gain,
            fadeMs,
          },
        ];
  const preload = next === null ? null : { trackId: next.track.id, file: next.track.file };
  return { generation, decks, releaseMs: fadeMs, preload, rate };
}
