import { levelAt, zoneOf } from '../lights/level-at.ts';
import type { Protocol } from '../protocol/schema.ts';
import { baselineOf } from '../session/blockers.ts';
import type { Session } from '../session/state.ts';
import { segments, type Timeline, type TimelinePart } from '../session/timeline.ts';
import { stopLifeMs } from '../session/due.ts';
import { lifeMs } from '../session/life.ts';
import type { ClockReading } from '../time/clock.ts';
import type { ReadingParts } from '../vitals/reading.ts';
import type { Earlier } from './earlier.ts';
import { chartEvents, type ChartEvent } from './events.ts';
import { limitsFor, type ChartLimit } from './limits.ts';
import { chartPoints, type ChartPoint } from './points.ts';
import type { MusicLane, Tracks } from './tracks.ts';

const MINUTE = 60_000;
/** Shown before the start at least, and at most: older readings stand at the left edge. */
const BEFORE_MS = 5 * MINUTE;
const MOST_BEFORE_MS = 20 * MINUTE;
/** Shown behind the planned end, so that its line does not lie on the edge. */
const AFTER_MS = 3 * MINUTE;

/** A stretch of what is heard; `ahead`: planned, not yet begun. */
export interface MusicSpan {
  readonly phase: MusicLane;
  readonly fromMs: number;
  readonly toMs: number;
  readonly ahead: boolean;
}

/** A fade of the room's light, from level to level (0 to 1) within `fadeMs`, and then that level until the next one. */
export interface ChartFade {
  readonly fromMs: number;
  readonly toMs: number;
  readonly from: number;
  readonly to: number;
  readonly fadeMs: number;
  readonly ahead: boolean;
}

/** Everything a session's chart draws, in ms from the start of the infusion (before the start: from now). */
export interface ChartModel {
  readonly fromMs: number;
  readonly toMs: number;
  /** Null once it is over: there is no now on it any more. */
  readonly nowMs: number | null;
  /** Epoch ms of 0, for times of day beside the minutes. */
  readonly startAt: number;
  readonly started: boolean;
  /** Where the infusion ends as planned (pauses so far included), or where its pump stopped. */
  readonly end: { readonly atMs: number; readonly stopped: boolean };
  readonly points: readonly ChartPoint[];
  readonly baseline: ReadingParts | null;
  readonly limits: readonly ChartLimit[];
  readonly parts: readonly TimelinePart[];
  readonly music: readonly MusicSpan[];
  readonly light: readonly ChartFade[];
  readonly events: readonly ChartEvent[];
  /** Earlier infusions of the course; null: not known, or not asked for. */
  readonly earlier: Earlier | null;
}

/** From when to when: the infusion while it runs, the recovery with it afterwards. */
function rangeOf(session: Session, timeline: Timeline, points: readonly ChartPoint[], endMs: number) {
  const earliest = Math.min(0, ...points.map(({ atMs }) => atMs)) - MINUTE;
  const fromMs = Math.max(-MOST_BEFORE_MS, Math.min(-BEFORE_MS, earliest));
  const latest = Math.max(timeline.nowMs, ...points.map(({ atMs }) => atMs));
  const over = session.stopped !== null || session.started === null;
  return { fromMs, toMs: Math.max(latest, over ? timeline.toMs : endMs + AFTER_MS) };
}

function musicOf(tracks: Tracks, timeline: Timeline, originMs: number, range: Range): MusicSpan[] {
  const begun = tracks.music.map(({ fromLifeMs, phase }) => ({ phase, fromMs: fromLifeMs - originMs, ahead: false }));
  // None of ours is to come where there is none to play.
  const none = tracks.session?.musicHash === null;
  const planned = timeline.cues.flatMap(({ action, atMs, state }) =>
    !none && action.kind === 'music' && state === 'ahead' && atMs > timeline.nowMs
      ? [{ phase: action.phase, fromMs: atMs, ahead: true }]
      : [],
  );
  const all = [...begun, ...planned.toSorted((a, b) => a.fromMs - b.fromMs)];
  return all.flatMap(({ phase, fromMs, ahead }, index) => {
    const toMs = Math.min(range.toMs, all[index + 1]?.fromMs ?? range.toMs);
    return phase === null || toMs <= Math.max(fromMs, range.fromMs) ? [] : [{ phase, fromMs, toMs, ahead }];
  });
}

interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

function lightOf(tracks: Tracks, timeline: Timeline, originMs: number, range: Range): ChartFade[] {
  const begun = tracks.light.map(({ fromLifeMs, ...fade }) => ({
    ...fade,
    fromMs: fromLifeMs - originMs,
    ahead: false,
  }));
  const planned = timeline.cues
    .filter(({ action, atMs, state }) => action.kind === 'scene' && state === 'ahead' && atMs > timeline.nowMs)
    .toSorted((a, b) => a.atMs - b.atMs);
  const all = [...begun];
  for (const { action, atMs } of planned) {
    const before = all.at(-1);
    const from = before === undefined ? 1 : levelAt(before.from, before.to, before.fadeMs, atMs - before.fromMs);
    if (action.kind !== 'scene') continue;
    const to = zoneOf(action.scene, 'room')?.level ?? from;
    all.push({ fromMs: atMs, from, to, fadeMs: action.fadeMs, ahead: true });
  }
  return all.flatMap((fade, index) => {
    const toMs = Math.min(range.toMs, all[index + 1]?.fromMs ?? range.toMs);
    return toMs <= Math.max(fade.fromMs, range.fromMs) ? [] : [{ ...fade, toMs }];
  });
}

/**
 * What the chart of a session shows.
 * @param tracks of the very same events that `session` was folded from
 */
export function chartModel(
  session: Session,
  protocol: Protocol,
  tracks: Tracks,
  now: ClockReading,
  earlier: Earlier | null,
): ChartModel {
  const timeline = segments(session, protocol, now);
  const nowLifeMs = lifeMs(session, now);
  const originMs = session.started?.lifeMs ?? nowLifeMs;
  const baseline = baselineOf(session)?.parts ?? null;
  const points = chartPoints(session, protocol.bands, originMs);
  const end = { atMs: stopLifeMs(session, nowLifeMs) - originMs, stopped: session.stopped !== null };
  const range = rangeOf(session, timeline, points, end.atMs);
  const over = session.phase === 'finished' || session.phase === 'notGiven';
  return {
    ...range,
    nowMs: over || session.started === null ? null : timeline.nowMs,
    startAt: session.started?.at ?? now.wallMs,
    started: session.started !== null,
    ...{ end, points, baseline, limits: limitsFor(protocol.bands, baseline), parts: timeline.parts },
    music: musicOf(tracks, timeline, originMs, range),
    light: lightOf(tracks, timeline, originMs, range),
    events: chartEvents(session, protocol, tracks, timeline, now, originMs),
    earlier,
  };
}
