import { crossfadeMs } from './crossfade.ts';
import { musicPhases, type MusicPhase, type Track } from './set.ts';
import type { PhaseSpan } from './timeline.ts';

/** Less than this is not called short: nobody hears it, and a minute is the least that is told, ms. */
const NEGLIGIBLE_MS = 30_000;

/** What a set has for one phase against what the timeline wants, ms. */
export interface PhaseCoverage {
  readonly phase: MusicPhase;
  readonly tracks: number;
  readonly wantedMs: number;
  /** Time that the phase's own tracks fill, crossfades taken off. */
  readonly hasMs: number;
  /** What is missing; 0 where it is not worth telling, and for recovery, which the bed fills. */
  readonly shortMs: number;
}

function filledMs(tracks: readonly Track[]): number {
  return tracks.reduce(
    (sum, track, index) => sum + track.durationMs - crossfadeMs(track, tracks[index + 1] ?? track),
    0,
  );
}

/** Every phase of an hour in its order, also those of which the timeline or the set has nothing. */
export function coverage(tracks: readonly Track[], spans: readonly PhaseSpan[]): PhaseCoverage[] {
  return musicPhases.map((phase) => {
    const own = tracks.filter((track) => track.phase === phase);
    const wantedMs = spans
      .filter((span) => span.phase === phase)
      .reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0);
    const hasMs = filledMs(own);
    const missing = phase === 'recovery' ? 0 : wantedMs - hasMs;
    return { phase, tracks: own.length, wantedMs, hasMs, shortMs: missing < NEGLIGIBLE_MS ? 0 : missing };
  });
}
