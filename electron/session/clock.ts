import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import * as z from 'zod/mini';
import type { ClockReading } from '../../shared/time/clock.ts';

/** Reads all clocks at once; `rate` is how fast they run against real time (1 but in accelerated practice). */
export interface Clock {
  readonly rate: number;
  readonly now: () => ClockReading;
  /**
   * Tells the clock of the last sign of life. Where the system names no boots, uptime that has not fallen since means the
   * same boot, whose id is then kept.
   */
  readonly recall: (lastSeen: ClockReading) => void;
}

const monotonicMs = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;

/** Linux names each boot. */
function readBootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

/** The machine's clocks. */
export function systemClock(): Clock {
  const named = readBootId();
  let bootId = named ?? randomUUID();
  return {
    rate: 1,
    now: () => ({ wallMs: Date.now(), monotonicMs: monotonicMs(), uptimeMs: uptime() * 1000, bootId }),
    recall: (lastSeen) => {
      if (named === null && uptime() * 1000 >= lastSeen.uptimeMs) bootId = lastSeen.bootId;
    },
  };
}

const simulatedClockSchema = z.object({
  /** Real epoch ms at which the simulation stood at `simulatedMs` (epoch ms). */
  realMs: z.number(),
  simulatedMs: z.number(),
  rate: z.number().check(z.gte(0.1), z.lte(1000)),
});

/**
 * A clock for practice at another pace and for tests: all clocks run `rate` times as fast from a given moment, so that two
 * runs of the app with the same settings agree.
 */
export function simulatedClock(settings: string): Clock {
  const { realMs, simulatedMs, rate } = simulatedClockSchema.parse(JSON.parse(settings));
  const startedAt = monotonicMs();
  const simulatedAtStart = simulatedMs + (Date.now() - realMs) * rate;
  const nowMs = (): number => simulatedAtStart + (monotonicMs() - startedAt) * rate;
  return {
    rate,
    now: () => {
      const wallMs = Math.round(nowMs());
      // One simulated boot, since the epoch: two runs of the app lie in the same one.
      return { wallMs, monotonicMs: wallMs, uptimeMs: wallMs, bootId: 'simulated' };
    },
    recall: () => undefined,
  };
}
