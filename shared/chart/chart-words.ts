import type { PartKind } from '../session/timeline.ts';
import type { ChartEvent } from './events.ts';
import type { ChartLimit } from './limits.ts';
import type { ChartModel } from './model.ts';
import type { MusicLane } from './tracks.ts';

/** The words in a chart, from the window's catalogue. */
export interface ChartWords {
  /** Above the axis: `mmHg, pulse /min`. */
  readonly pressure: string;
  readonly spo2: string;
  readonly now: string;
  readonly plannedEnd: string;
  readonly stopped: string;
  readonly timeUp: string;
  readonly notObtained: string;
  readonly light: string;
  readonly music: string;
  /** Minutes from the start: `+15`. */
  readonly minute: (minutes: number) => string;
  /** Time of day at an epoch moment: `14:20`. */
  readonly time: (atMs: number) => string;
  readonly limit: (limit: ChartLimit) => string;
  /** Where there is room for a sign and a number alone: `◆154`. */
  readonly shortLimit: (limit: ChartLimit) => string;
  readonly baseline: (baseline: NonNullable<ChartModel['baseline']>) => string;
  readonly part: (kind: PartKind) => string;
  readonly heard: (lane: MusicLane) => string;
  readonly level: (level: number) => string;
  readonly event: (event: ChartEvent) => string;
}
