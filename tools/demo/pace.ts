import { setTimeout as pause } from 'node:timers/promises';

/** The clock of the app's session, as the app itself reckons it. */
export interface Pace {
  readonly rate: number;
  /** What the app is started with. */
  readonly env: { readonly STILLROOM_CLOCK: string };
  /** Session clock, epoch ms. */
  readonly now: () => number;
  /** Waits until the session clock stands at `epochMs`; at once where it has passed. */
  readonly until: (epochMs: number) => Promise<void>;
}

/** A clock that stands at `simulatedMs` (epoch ms) now and runs `rate` times as fast as real time. */
export function startPace(rate: number, simulatedMs: number): Pace {
  const realMs = Date.now();
  const now = (): number => simulatedMs + (Date.now() - realMs) * rate;
  return {
    rate,
    env: { STILLROOM_CLOCK: JSON.stringify({ realMs, simulatedMs, rate }) },
    now,
    until: async (epochMs) => {
      const leftMs = (epochMs - now()) / rate;
      if (leftMs > 0) await pause(leftMs);
    },
  };
}
