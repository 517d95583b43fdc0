import type { Session } from '../../../../shared/session/state.ts';
import type { Timeline } from '../../../../shared/session/timeline.ts';
import type { ReadingParts } from '../../../../shared/vitals/reading.ts';

/** The chart's range, mmHg and per cent alike: a severe surge fits in, and so does an SpO2 of 100. */
const LOW = 45;
const HIGH = 200;

/** From the top of the chart, 0 to 1; values beyond the range stay at its edge, the table has the figure. */
export function scaleY(value: number): number {
  return (HIGH - Math.min(HIGH, Math.max(LOW, value))) / (HIGH - LOW);
}

/** Where the chart ends, ms from the start: the infusion alone while it runs, the recovery with it afterwards. */
export function chartEnd(session: Session, timeline: Timeline): number {
  if (session.stopped !== null || session.started === null) return timeline.toMs;
  const planned = timeline.parts.filter((part) => part.kind === 'planned' || part.kind === 'overtime');
  return Math.max(timeline.nowMs, ...planned.map((part) => part.toMs));
}

export interface ChartPoint {
  readonly readingId: string;
  /** Across the chart, 0 to 1. */
  readonly share: number;
  readonly parts: ReadingParts;
}

/** Standing readings on the axis from the start to the end of the planned recovery; what lies before it, at its left edge. */
export function chartPoints(session: Session, endMs: number): readonly ChartPoint[] {
  const startLifeMs = session.started?.lifeMs ?? null;
  return session.readings
    .filter((reading) => reading.withdrawn === null)
    .toSorted((a, b) => a.takenAt - b.takenAt)
    .flatMap((reading) => {
      if (reading.parts === null) return [];
      const sinceStart = startLifeMs === null ? 0 : Math.max(0, reading.lifeMs - startLifeMs);
      return [
        {
          readingId: reading.readingId,
          share: Math.min(1, sinceStart / Math.max(1, endMs)),
          parts: reading.parts,
        },
      ];
    });
}

/** A label every 15 minutes, every 30 on a long axis; minutes from the start. */
export function timeTicks(endMs: number): readonly { readonly share: number; readonly minutes: number }[] {
  const total = endMs / 60_000;
  const step = total > 100 ? 30 : 15;
  const count = Math.floor(total / step) + 1;
  return Array.from({ length: count }, (_, index) => ({
    share: (index * step) / Math.max(1, total),
    minutes: index * step,
  }));
}
