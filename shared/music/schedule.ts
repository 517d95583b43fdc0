import { chooseTrack } from './choose.ts';
import { followingOf, playable, type Change } from './following.ts';
import type { MusicPhase, SessionMusic, Track } from './set.ts';
import { changesOf, type PhaseSpan } from './timeline.ts';

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

/**
 * Which track plays when over a timeline of phases: the forecast for a set, and what a session plays that nothing disturbs. The timeline is filled
 * without a gap, at most two tracks sound at once, and the bed carries on to the end. Without a set it is empty.
 */
export function planSchedule(music: SessionMusic, spans: readonly PhaseSpan[]): Scheduled[] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined || music.set === null) return [];
  const usable = playable(music);
  const played: string[] = [];
  const choose = (phase: MusicPhase): Track | null =>
    chooseTrack({ played, failed: [], currentId: played.at(-1) ?? null, gentle: false }, usable, phase);
  const begun = choose(first.phase);
  if (begun === null) return [];
  const plan: Scheduled[] = [];
  let entry = { track: begun, phase: first.phase, fromMs: first.fromMs, fadeInMs: 0 };
  let changes: readonly Change[] = changesOf(spans);
  for (;;) {
    const endMs = entry.fromMs + entry.track.durationMs;
    played.push(entry.track.id);
    const next = followingOf({ ...entry, endMs }, changes, usable, choose);
    if (next === null) return [...plan, { ...entry, untilMs: endMs, leftEarly: false }];
    if (!next.leftEarly && endMs >= last.untilMs)
      return [...plan, { ...entry, untilMs: last.untilMs, leftEarly: false }];
    const { leftEarly, fromMs, fadeInMs } = next;
    plan.push({ ...entry, untilMs: Math.min(fromMs + fadeInMs, last.untilMs), leftEarly });
    if (fromMs >= last.untilMs) return plan;
    entry = { track: next.track, phase: next.phase, fromMs, fadeInMs };
    changes = next.changes;
  }
}

/** How many plays of a plan are of a track heard before, the bed not counted. */
export function repeatsIn(plan: readonly Scheduled[], bedId: string): number {
  const ids = plan.map(({ track }) => track.id).filter((id) => id !== bedId);
  return ids.length - new Set(ids).size;
}
