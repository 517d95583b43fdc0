import type { Cue } from '../cues/cue.ts';
import type { Protocol } from '../protocol/schema.ts';
import { roomFor, type Change } from './following.ts';
import type { MusicPhase } from './set.ts';

/** How long a patient is taken to settle in before the start, ms; the room ends that by a press, so it is only a plan. */
export const SETTLING_MS = 5 * 60_000;

/** One phase of the music on the planned session, ms of session time; what lies before the start is negative. */
export interface PhaseSpan {
  readonly phase: MusicPhase;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** A phase with the cue that begins it; null for settling in. */
export interface CuedSpan extends PhaseSpan {
  readonly cueId: string | null;
}

/** Later anchors outrank earlier ones, as when cues fire. */
const RANK: Readonly<Record<Cue['anchor']['from'], number>> = { start: 0, zero: 1, recovery: 2 };

interface CuedChange {
  readonly atMs: number;
  readonly rank: number;
  readonly phase: MusicPhase;
  readonly cueId: string | null;
}

function cuedChanges({ cues, infusionMs }: Pick<Protocol, 'cues' | 'infusionMs'>): CuedChange[] {
  const changes = cues.flatMap(({ id, anchor, action }) => {
    if (action.kind !== 'music') return [];
    const base = anchor.from === 'start' ? 0 : infusionMs;
    return [{ atMs: Math.max(0, base + anchor.offsetMs), rank: RANK[anchor.from], phase: action.phase, cueId: id }];
  });
  const ordered = changes.toSorted((a, b) => a.atMs - b.atMs || a.rank - b.rank);
  return ordered.filter(({ rank }, index) => ordered.slice(0, index).every((earlier) => earlier.rank <= rank));
}

/** Without those that change nothing: of no length, or into the phase that there is. */
function distinct(changes: readonly CuedChange[]): CuedChange[] {
  const lasting = changes.filter(({ atMs }, index) => (changes[index + 1]?.atMs ?? Infinity) > atMs);
  return lasting.filter(({ phase }, index) => lasting[index - 1]?.phase !== phase);
}

/**
 * The phases of the music as the protocol's cue sheet plans them, without a gap, from settling in to the end of the
 * planned recovery, the pump stopping at zero. Phases of no length are left out.
 */
export function musicTimeline(protocol: Pick<Protocol, 'cues' | 'infusionMs' | 'recoveryMs'>): CuedSpan[] {
  const endMs = protocol.infusionMs + protocol.recoveryMs;
  const settling: CuedChange = { atMs: -SETTLING_MS, rank: 0, phase: 'arrive', cueId: null };
  const changes = distinct([settling, ...cuedChanges(protocol)].filter(({ atMs }) => atMs < endMs));
  return changes.map(({ atMs, phase, cueId }, index) => ({
    phase,
    fromMs: atMs,
    untilMs: changes[index + 1]?.atMs ?? endMs,
    cueId,
  }));
}

/** The change that begins a span of the timeline. The start is a press, which nothing foresees. */
export function changeInto(spans: readonly PhaseSpan[], index: number): Change | null {
  const [before, span] = [spans[index - 1], spans[index]];
  if (before === undefined || span === undefined) return null;
  const room =
    span.fromMs === 0 ? { leadMs: 0, lagMs: 0 } : roomFor(before.untilMs - before.fromMs, span.untilMs - span.fromMs);
  return { phase: span.phase, atMs: span.fromMs, ...room };
}

/** All changes of a timeline, in order. */
export function changesOf(spans: readonly PhaseSpan[]): Change[] {
  return spans.flatMap((_span, index) => changeInto(spans, index) ?? []);
}
