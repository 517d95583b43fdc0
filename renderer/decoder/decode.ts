import type { Decode, Decoded } from '../../shared/ipc/music.ts';
import { LoudnessMeter } from '../../shared/music/loudness.ts';
import { soundOf } from './sound.ts';

/** So much sound, s, is decoded between two tellings of how far it is. */
const TELL_EVERY_S = 30;

/** What a file sounds like from its first to its last second; `told` hears how far it is, ms. */
export async function decode(
  { token, limitMs }: Decode,
  address: string,
  told: (ms: number) => void,
): Promise<Decoded> {
  let meter: LoudnessMeter | null = null;
  let [seconds, toldAt] = [0, 0];
  try {
    for await (const { rate, channels } of soundOf(address)) {
      meter ??= new LoudnessMeter(rate, channels.length);
      meter.push(channels);
      seconds += (channels[0]?.length ?? 0) / rate;
      if (seconds * 1000 > limitMs) return { token, outcome: 'tooLong', measured: null };
      if (seconds - toldAt < TELL_EVERY_S) continue;
      toldAt = seconds;
      told(seconds * 1000);
    }
    return meter === null
      ? { token, outcome: 'broken', measured: null }
      : { token, outcome: 'measured', measured: meter.result() };
  } catch {
    return { token, outcome: 'broken', measured: null };
  }
}
