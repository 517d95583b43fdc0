import * as z from 'zod/mini';

/**
 * How loud headphones play, kept by their label. `cap` is the share of full output that nothing in the app goes beyond.
 * Software knows only shares of full output; what they are at the ear is known from a sound level meter alone.
 */
export const headphonesSchema = z.object({
  label: z.string().check(z.maxLength(200)),
  /** More than 0, at most 1. */
  cap: z.number().check(z.gt(0), z.lte(1)),
  /** dB(A) at the ear of music at the common loudness and full output, from the calibration; null before it. */
  fullDbA: z.nullable(z.number().check(z.gte(30), z.lte(140))),
  /** Epoch ms of the calibration. */
  calibratedAt: z.nullable(z.number()),
});
export type Headphones = z.infer<typeof headphonesSchema>;

/** Share of full output for headphones that nobody has calibrated: a caution of ours, about 3 dB, and no measured figure. */
export const UNMEASURED_CAP = 0.7;
/** The cap that the calibration proposes, dB(A): people under ketamine hear sounds louder than they are. */
export const USUAL_CAP_DBA = 75;
/** The cap cannot be set above this, dB(A): what WHO-ITU H.870 allows adults for 40 hours a week. */
export const HIGHEST_CAP_DBA = 80;
export const LOWEST_CAP_DBA = 55;

/** Headphones that were chosen for the first time. */
export function newHeadphones(label: string): Headphones {
  return { label, cap: UNMEASURED_CAP, fullDbA: null, calibratedAt: null };
}

/** Estimated dB(A) at a share of full output (above 0). */
export function dbaAt(fullDbA: number, share: number): number {
  return fullDbA + 20 * Math.log10(share);
}

/** Share of full output that keeps headphones at or below a level, at most 1. */
export function shareFor(fullDbA: number, dbA: number): number {
  return Math.min(1, 10 ** ((dbA - fullDbA) / 20));
}

/**
 * Share of the sound that WHO-ITU H.870 allows an adult in a week (80 dB(A) for 40 hours), 3 dB more counting double:
 * equal energy. 1 is all of it.
 */
export function weeklyShare(dbA: number, hours: number): number {
  return (hours / 40) * 10 ** ((dbA - HIGHEST_CAP_DBA) / 10);
}

/** Shares of the cap at which the calibration plays: the loudest these headphones may play, and 6 dB below it. */
export const CALIBRATION_LEVELS = [1, 0.5] as const;
/** Two readings that tell of different headphones by more than this, dB, are not kept. */
const AGREE_DB = 3;

/** What a sound level meter may have shown, dB(A). */
export const readingsSchema = z.tuple([
  z.number().check(z.gte(30), z.lte(120)),
  z.number().check(z.gte(30), z.lte(120)),
]);
export type Readings = z.infer<typeof readingsSchema>;

/**
 * The level at full output that two readings of a sound level meter tell of, dB(A); null where they do not agree: the
 * room was too loud, the meter moved, or the headphones change the level by themselves. An estimate: music that is
 * darker or brighter than the noise measures some decibels differently.
 * @param readings dB(A) shown at each of `CALIBRATION_LEVELS`
 * @param cap the cap of the headphones while it was measured
 */
export function calibrated(readings: Readings, cap: number): number | null {
  const [first, second] = CALIBRATION_LEVELS.map(
    (level, index) => (readings[index] ?? 0) - 20 * Math.log10(level * cap),
  );
  if (first === undefined || second === undefined || Math.abs(first - second) > AGREE_DB) return null;
  return (first + second) / 2;
}
