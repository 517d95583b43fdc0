import { chooseTrack } from './choose.ts';
import { crossfadeMs, crossfadeRange, longestCrossfadeMs } from './crossfade.ts';
import type { MusicPhase, SessionMusic, Track } from './set.ts';
import type { PhaseSpan } from './timeline.ts';

/** A phase may change this much earlier or later, where a track ends by itself there, ms. */
export const TOLERANCE_MS = 90_000;

/** What is shorter is a sound, not music, and is left out of a plan, ms. */
export const SHORTEST_MS = 1_000;

/** One track on the planned session, ms of session time, its fades included. */
export interface Scheduled {
  readonly track: Track;
  /** The phase of the timeline in which it begins. */
  readonly phase: MusicPhase;
  readonly fromMs: number;
  readonly untilMs: number;
  /** Over which it comes in while the one before goes; 0 for the first. */
  readonly fadeInMs: number;
  /** It is left before its end, since no end of a track is near the change of phase. */
  readonly leftEarly: boolean;
}

/** How far the change to `spans[index]` may move: never past a third of either phase. The start is a press, which nothing foresees. */
function toleranceOf(spans: readonly PhaseSpan[], index: number): number {
  if (spans[index]?.fromMs === 0) return 0;
  const lengths = spans.slice(index - 1, index + 1).map(({ fromMs, untilMs }) => (untilMs - fromMs) / 3);
  return Math.min(TOLERANCE_MS, ...lengths);
}

type Ending = 'goOn' | 'changeAtEnd' | 'changeEarly';

/** What the end of a track, at the earliest `endMs`, means for the phase that comes next. */
function endingAt(spans: readonly PhaseSpan[], index: number, endMs: number): Ending {
  const change = spans[index + 1];
  if (change === undefined) return 'goOn';
  const tolerance = toleranceOf(spans, index + 1);
  if (endMs > change.fromMs + tolerance) return 'changeEarly';
  // What would begin within a crossfade of the change begins the new phase.
  return endMs >= change.fromMs - Math.max(tolerance, crossfadeRange.maxMs) ? 'changeAtEnd' : 'goOn';
}

function playable(music: SessionMusic): SessionMusic {
  const tracks = (music.set?.tracks ?? []).filter(({ durationMs }) => durationMs >= SHORTEST_MS);
  return { ...music, set: music.set === null ? null : { ...music.set, tracks } };
}

/**
 * Which track plays when over a timeline of phases: the forecast for a set. Tracks are chosen as a session chooses them.
 * A phase changes where a track ends by itself near its time, else by a crossfade at its time (a track still coming in then comes in first), or while a
 * track of the new phase is playing already. The timeline is filled
 * without a gap, at most two tracks sound at once, and the bed carries on to the end. Without a set it is empty.
 */
export function planSchedule(music: SessionMusic, spans: readonly PhaseSpan[]): Scheduled[] {
  const [first, last] = [spans[0], spans.at(-1)];
  const usable = playable(music);
  if (first === undefined || last === undefined || music.set === null) return [];
  const played: string[] = [];
  const choose = (phase: MusicPhase): Track | null =>
    chooseTrack({ played, failed: [], currentId: played.at(-1) ?? null, gentle: false }, usable, phase);
  const plan: Scheduled[] = [];
  let [index, fromMs, fadeInMs] = [0, first.fromMs, 0];
  let track = choose(first.phase);
  while (track !== null) {
    const phase = spans[index]?.phase ?? last.phase;
    const endMs = fromMs + track.durationMs;
    const earliestMs = endMs - longestCrossfadeMs(track);
    // A track of the phase that begins, taken before its time for want of others, is not left for another one of it.
    while (endingAt(spans, index, earliestMs) === 'changeEarly' && track.phase === spans[index + 1]?.phase) index += 1;
    const ending = endingAt(spans, index, earliestMs);
    const entry = { track, phase, fromMs, fadeInMs };
    if (ending !== 'changeEarly' && endMs >= last.untilMs) return [...plan, done(entry, last.untilMs)];
    if (ending !== 'goOn') index += 1;
    played.push(track.id);
    const next = choose(spans[index]?.phase ?? last.phase);
    if (next === null) return [...plan, done(entry, endMs)];
    const fade = crossfadeMs(track, next);
    const leftEarly = ending === 'changeEarly';
    const changeMs = spans[index]?.fromMs ?? endMs;
    const nextMs = leftEarly ? Math.max(changeMs, fromMs + fadeInMs) : endMs - fade;
    plan.push({ ...entry, untilMs: Math.min(nextMs + fade, last.untilMs), leftEarly });
    if (nextMs >= last.untilMs) return plan;
    [track, fromMs, fadeInMs] = [next, nextMs, fade];
  }
  return plan;
}

function done(entry: Omit<Scheduled, 'untilMs' | 'leftEarly'>, untilMs: number): Scheduled {
  return { ...entry, untilMs, leftEarly: false };
}

/** How many plays of a plan are of a track heard before, the bed not counted. */
export function repeatsIn(plan: readonly Scheduled[], bedId: string): number {
  const ids = plan.map(({ track }) => track.id).filter((id) => id !== bedId);
  return ids.length - new Set(ids).size;
}
