import type { Decode, Decoded } from '../../shared/ipc/music.ts';
import { coverOf } from './cover.ts';
import type { SoundMeter } from './meter.ts';
import { soundOf } from './sound.ts';

/** So much sound, s, is decoded between two tellings of how far it is. */
const TELL_EVERY_S = 30;

/** Where a file lies, and its cover where it has one. */
export interface Addresses {
  readonly file: string;
  readonly cover: string | null;
}

/** What a file sounds like from its first to its last second; `told` hears how far it is, ms. */
export async function decode(
  { token, limitMs }: Decode,
  addresses: Addresses,
  meter: SoundMeter,
  told: (ms: number) => void,
): Promise<Decoded> {
  const broken: Decoded = { token, outcome: 'broken', measured: null, cover: null };
  let [seconds, toldAt] = [0, 0];
  try {
    for await (const stretch of soundOf(addresses.file)) {
      await meter.push(stretch);
      const { rate, channels } = stretch;
      seconds += (channels[0]?.length ?? 0) / rate;
      if (seconds * 1000 > limitMs) return { ...broken, outcome: 'tooLong' };
      if (seconds - toldAt < TELL_EVERY_S) continue;
      toldAt = seconds;
      told(seconds * 1000);
    }
    const measured = await meter.result();
    if (measured === null) return broken;
    const cover = addresses.cover === null ? null : await coverOf(addresses.cover);
    return { token, outcome: 'measured', measured, cover };
  } catch {
    return broken;
  } finally {
    meter.drop();
  }
}
