import type { ClockReading } from '../../shared/time/clock.ts';

export const MINUTE = 60_000;

/** A clinic morning, epoch ms: 12 May 2026, 08:00 UTC. */
export const MORNING = Date.UTC(2026, 4, 12, 8, 0);

/** `at('12:30')` of the same day in UTC, epoch ms. */
export function at(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Date.UTC(2026, 4, 12, hours, minutes);
}

/** The clocks of a machine that only a test moves. */
export class FakeClock {
  #wallMs: number;
  #monotonicMs = 500_000;
  #uptimeMs = 500_000;
  #boots = 1;

  constructor(wallMs: number = MORNING) {
    this.#wallMs = wallMs;
  }

  readonly now = (): ClockReading => ({
    wallMs: this.#wallMs,
    monotonicMs: this.#monotonicMs,
    uptimeMs: this.#uptimeMs,
    bootId: `boot-${this.#boots}`,
  });

  /** Time passes with the machine awake. */
  advance(ms: number): void {
    this.#wallMs += ms;
    this.#monotonicMs += ms;
    this.#uptimeMs += ms;
  }

  /** The machine sleeps: the monotonic clock stands, as on Linux. */
  sleep(ms: number): void {
    this.#wallMs += ms;
    this.#uptimeMs += ms;
  }

  /** Somebody sets the clock. */
  setWallBy(ms: number): void {
    this.#wallMs += ms;
  }

  /** The machine is off for `ms` and its clock comes back wrong by `wallErrorMs`. */
  reboot(ms: number, wallErrorMs: number): void {
    this.#boots += 1;
    this.#wallMs += ms + wallErrorMs;
    this.#monotonicMs = 9_000;
    this.#uptimeMs = 9_000;
  }
}
