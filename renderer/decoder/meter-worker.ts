import { LoudnessMeter, type Measured } from '../../shared/music/loudness.ts';
import { letGo } from './blocks.ts';
import type { FromMeter, ToMeter } from './meter-messages.ts';

/** The thread that measures: one sound after another, each from a meter of its own. */
let meter: LoudnessMeter | null = null;

addEventListener('message', ({ data }: MessageEvent<ToMeter>) => {
  postMessage(data.kind === 'stretch' ? take(data.rate, data.channels) : close(data.kind === 'end'));
});

function take(rate: number, channels: readonly Float32Array<ArrayBuffer>[]): FromMeter {
  meter ??= new LoudnessMeter(rate, channels.length);
  meter.push(channels);
  for (const channel of channels) letGo(channel);
  return { kind: 'taken' };
}

function close(isWhole: boolean): FromMeter {
  const measured: Measured | null = isWhole ? (meter?.result() ?? null) : null;
  meter = null;
  return { kind: 'measured', measured };
}
