import * as z from 'zod/mini';
import type { Session } from '../session/state.ts';

const value = z.nullable(z.number());

/** One earlier infusion: its readings that count, by ms from its own start. Nothing else of it leaves main. */
const earlierSessionSchema = z.object({
  infusionNumber: z.nullable(z.int()),
  startedAt: z.number(),
  readings: z.array(z.object({ atMs: z.number(), systolic: value, diastolic: value, spo2: value })),
});
export type EarlierSession = z.infer<typeof earlierSessionSchema>;

/** Earlier infusions of a course, oldest first. */
export const earlierSchema = z.object({
  sessions: z.array(earlierSessionSchema),
  /** How many there were before this one, by its number in the course; null where nobody numbered it. */
  given: z.nullable(z.int()),
  /** How many of them are in this record; fewer than `given`: the course is known to be incomplete here. */
  here: z.int(),
});
export type Earlier = z.infer<typeof earlierSchema>;

/** What a later session of the course may see of this one; null where it was never started. */
export function earlierSession({ started, created, readings }: Session): EarlierSession | null {
  if (started === null) return null;
  const counting = readings.filter((reading) => reading.withdrawn === null);
  return {
    infusionNumber: created.infusionNumber,
    startedAt: started.at,
    readings: counting
      .toSorted((a, b) => a.lifeMs - b.lifeMs)
      .flatMap(({ parts, lifeMs }) => {
        if (parts === null) return [];
        const { systolic, diastolic, spo2 } = parts;
        return [{ atMs: lifeMs - started.lifeMs, systolic, diastolic, spo2 }];
      }),
  };
}

/** The measures that earlier infusions are shown in. */
export type EarlierField = 'systolic' | 'diastolic' | 'spo2';

/** Lowest and highest of the earlier infusions at one moment, ms from the start. */
export interface BandSpot {
  readonly atMs: number;
  readonly low: number;
  readonly high: number;
}

const MINUTE = 60_000;

interface Knot {
  readonly atMs: number;
  readonly value: number;
}

function knotsOf({ readings }: EarlierSession, field: EarlierField): Knot[] {
  return readings.flatMap(({ atMs, [field]: found }) => (found === null ? [] : [{ atMs, value: found }]));
}

/** The value at a moment, on the straight line between the readings around it; null before the first and after the last. */
function valueAt(knots: readonly Knot[], atMs: number): number | null {
  const next = knots.findIndex((knot) => knot.atMs >= atMs);
  const after = knots[next];
  if (after === undefined) return null;
  if (after.atMs === atMs) return after.value;
  const before = knots[next - 1];
  if (before === undefined) return null;
  return before.value + ((after.value - before.value) * (atMs - before.atMs)) / (after.atMs - before.atMs);
}

/**
 * The band of a measure over the earlier infusions, at each of their readings and every minute between; pieces where
 * there is a stretch without any.
 */
export function earlierBand(
  sessions: readonly EarlierSession[],
  field: EarlierField,
): readonly (readonly BandSpot[])[] {
  const lines = sessions.map((session) => knotsOf(session, field)).filter((knots) => knots.length > 1);
  const knots = lines.flat().map(({ atMs }) => atMs);
  const first = Math.ceil(Math.min(...knots) / MINUTE);
  const minutes = lines.length === 0 ? 0 : Math.max(0, Math.floor(Math.max(...knots) / MINUTE) - first + 1);
  const grid = Array.from({ length: minutes }, (_, index) => (first + index) * MINUTE);
  const pieces: BandSpot[][] = [];
  let open: BandSpot[] = [];
  for (const atMs of new Set([...knots, ...grid].toSorted((a, b) => a - b))) {
    const values = lines.flatMap((line) => valueAt(line, atMs) ?? []);
    if (values.length === 0) {
      if (open.length > 0) pieces.push(open);
      open = [];
    } else {
      open.push({ atMs, low: Math.min(...values), high: Math.max(...values) });
    }
  }
  return open.length > 0 ? [...pieces, open] : pieces;
}
