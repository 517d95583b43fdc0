import type { SoundRig } from './sound-rig.ts';
import { envelope } from './sound-signal.ts';

/** The largest of them all, 1 being full scale. */
export function loudest(samples: Float32Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

/** The first and the last moment of it, ms, at which anything at all was heard; null for exact silence. */
export function heardBetween(samples: Float32Array): { readonly firstMs: number; readonly lastMs: number } | null {
  const windows = envelope([samples], 10);
  const first = windows.findIndex((level) => level > 0);
  return first < 0 ? null : { firstMs: first * 10, lastMs: (windows.findLastIndex((level) => level > 0) + 1) * 10 };
}

/** Waits until the player tells so, and says when (`performance.now()`). */
export async function toldAfter(rig: SoundRig, at: number, state: string): Promise<number> {
  for (const begun = performance.now(); performance.now() - begun < 30_000; await rig.listen(20)) {
    const told = rig.seen.find((one) => one.at > at && one.state === state);
    if (told !== undefined) return told.at;
  }
  throw new Error(`The player never said ${state}: ${JSON.stringify(rig.seen)}`);
}
