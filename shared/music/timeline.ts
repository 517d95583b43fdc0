import type { Cue } from '../cues/cue.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { MusicPhase } from './set.ts';

/** How long a patient is taken to settle in before the start, ms; the room ends that by a press, so it is only a plan. */
export const SETTLING_MS = 5 * 60_000;

/** One phase of the music on the planned session, ms of session time; what lies before the start is negative. */
export interface PhaseSpan {
  readonly phase: MusicPhase;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Later anchors outrank earlier ones, as when cues fire. */
const RANK: Readonly<Record<Cue['anchor']['from'], number>> = { start: 0, zero: 1, recovery: 2 };

interface Change {
  readonly atMs: number;
  readonly rank: number;
  readonly phase: MusicPhase;
}

function changesOf({ cues, infusionMs }: Protocol): Change[] {
  const changes = cues.flatMap(({ anchor, action }) => {
    if (action.kind !== 'music') return [];
    const base = anchor.from === 'start' ? 0 : infusionMs;
    return [{ atMs: Math.max(0, base + anchor.offsetMs), rank: RANK[anchor.from], phase: action.phase }];
  });
  const ordered = changes.toSorted((a, b) => a.atMs - b.atMs || a.rank - b.rank);
  return ordered.filter(({ rank }, index) => ordered.slice(0, index).every((earlier) => earlier.rank <= rank));
}

/**
 * The phases of the music as the protocol's cue sheet plans them, without a gap, from settling in to the end of the
 * planned recovery, the pump stopping at zero. Phases of no length are left out.
 */
export function musicTimeline(protocol: Protocol): PhaseSpan[] {
  const endMs = protocol.infusionMs + protocol.recoveryMs;
  const changes: Change[] = [{ atMs: -SETTLING_MS, rank: 0, phase: 'arrive' }, ...changesOf(protocol)];
  return changes.flatMap(({ atMs, phase }, index) => {
    const untilMs = Math.min(endMs, changes[index + 1]?.atMs ?? endMs);
    return untilMs > atMs ? [{ phase, fromMs: atMs, untilMs }] : [];
  });
}
