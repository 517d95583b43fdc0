/**
 * A level on its way, on absolute time: where it stands follows from the clock alone, so a late timer costs smoothness
 * and never time. `power` keeps the summed power of a pair that crosses (sine and cosine); `smooth` is even to the ear
 * (straight in decibels, gentle at both ends) and is used where one level moves alone.
 */
export interface Ramp {
  readonly from: number;
  readonly to: number;
  /** Milliseconds on the caller's monotonic clock. */
  readonly startMs: number;
  readonly durationMs: number;
  readonly shape: 'power' | 'smooth';
}

/** Added under the logarithm so that silence is reached exactly: the level counts as silence from 48 dB down. */
const FLOOR = 10 ** (-48 / 20);

/** A level that stands still. */
export function still(level: number, nowMs: number): Ramp {
  return { from: level, to: level, startMs: nowMs, durationMs: 0, shape: 'smooth' };
}

/** The level at a moment; exactly `from` before the start and exactly `to` from the end on, always between the two. */
export function levelAt(ramp: Ramp, nowMs: number): number {
  const done = ramp.durationMs <= 0 ? 1 : (nowMs - ramp.startMs) / ramp.durationMs;
  if (done >= 1) return ramp.to;
  if (done <= 0) return ramp.from;
  const level = ramp.shape === 'power' ? alongPower(ramp, done) : alongDecibels(ramp, done);
  return Math.min(Math.max(level, Math.min(ramp.from, ramp.to)), Math.max(ramp.from, ramp.to));
}

/** Whether the ramp has arrived. */
export function isOver(ramp: Ramp, nowMs: number): boolean {
  return nowMs >= ramp.startMs + ramp.durationMs;
}

/** The same level on a new way from where it stands now: nothing jumps, whatever was under way. */
export function turn(ramp: Ramp, nowMs: number, to: number, durationMs: number, shape: Ramp['shape']): Ramp {
  return { from: levelAt(ramp, nowMs), to, startMs: nowMs, durationMs, shape };
}

function alongPower(ramp: Ramp, done: number): number {
  const share = Math.sin((done * Math.PI) / 2) ** 2;
  return Math.sqrt(ramp.from ** 2 + (ramp.to ** 2 - ramp.from ** 2) * share);
}

function alongDecibels(ramp: Ramp, done: number): number {
  const share = done * done * (3 - 2 * done);
  return (ramp.from + FLOOR) * ((ramp.to + FLOOR) / (ramp.from + FLOOR)) ** share - FLOOR;
}
