import { levelOn, type Course } from '../dmx/levels.ts';

/** One message of a fade: at a moment counted from its beginning, lead to `level` within `withinMs`. */
export interface Stage {
  readonly atMs: number;
  readonly level: number;
  readonly withinMs: number;
}

/** So many straight pieces look like the curve. */
const PIECES = 30;
/** A strip is no video wall: it is not asked more often than this, ms. */
const SHORTEST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * A strip fades in a straight line of its numbers, which looks like a drop at the end, and for a minute at most. So a
 * longer fade is led along the even curve in straight pieces.
 * @param course its `startedAt` does not count
 */
export function stagesOf(course: Course, minimumLevel: number): readonly Stage[] {
  const { fadeMs, to } = course;
  const pieceMs = Math.min(Math.max(fadeMs / PIECES, SHORTEST_MS), LONGEST_MS);
  // What dividing leaves over is no piece.
  const count = Math.max(1, Math.ceil(fadeMs / pieceMs - 1e-6));
  return Array.from({ length: count }, (_, index) => {
    const atMs = index * pieceMs;
    const end = index === count - 1 ? fadeMs : atMs + pieceMs;
    const level = index === count - 1 ? to : levelOn({ ...course, startedAt: 0 }, minimumLevel, end);
    return { atMs, level, withinMs: end - atMs };
  });
}
