import type { Decode, Decoded } from '../../shared/ipc/music.ts';
import { LoudnessMeter } from '../../shared/music/loudness.ts';
import { coverOf } from './cover.ts';
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
  told: (ms: number) => void,
): Promise<Decoded> {
  let meter: LoudnessMeter | null = null;
  const broken: Decoded = { token, outcome: 'broken', measured: null, cover: null };
  let [seconds, toldAt] = [0, 0];
  try {
    for await (const { rate, channels } of soundOf(addresses.file)) {
      meter ??= new LoudnessMeter(rate, channels.length);
      meter.push(channels);
      seconds += (channels[0]?.length ?? 0) / rate;
      if (seconds * 1000 > limitMs) return { ...broken, outcome: 'tooLong' };
      if (seconds - toldAt < TELL_EVERY_S) continue;
      toldAt = seconds;
      told(seconds * 1000);
    }
    if (meter === null) return broken;
    const cover = addresses.cover === null ? null : await coverOf(addresses.cover);
    return { token, outcome: 'measured', measured: meter.result(), cover };
  } catch {
    return broken;
  }
}
