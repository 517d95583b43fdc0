import type { Decode, Decoded } from '../../shared/ipc/music.ts';
import { LoudnessMeter } from '../../shared/music/loudness.ts';

/** Decodes files piece by piece and measures them; holds one decoded piece at a time. */
export function createDecoding(addressOf: (file: string) => string): (piece: Decode) => Promise<Decoded> {
  let meter: LoudnessMeter | null = null;
  return async ({ token, file, rate, skipMs, first, last }) => {
    if (first) meter = null;
    try {
      const response = await fetch(addressOf(file));
      if (!response.ok) throw new Error(`status ${response.status}`);
      const bytes = await response.arrayBuffer();
      const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes);
      meter ??= new LoudnessMeter(rate, sound.numberOfChannels);
      const skip = Math.round((skipMs * rate) / 1000);
      const channels = Array.from({ length: sound.numberOfChannels }, (_none, index) => sound.getChannelData(index));
      meter.push(channels.map((samples) => samples.subarray(skip)));
      return { token, failed: false, measured: last ? meter.result() : null };
    } catch {
      return { token, failed: true, measured: null };
    }
  };
}
