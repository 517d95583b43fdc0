import { LoudnessMeter, type Measured } from '../../shared/music/loudness.ts';
import type { FromMeter, Handed, ToMeter } from './meter-messages.ts';

/** The thread that measures: one sound after another, each with a meter of its own. */
let meter: LoudnessMeter | null = null;

addEventListener('message', ({ data }: MessageEvent<ToMeter>) => {
  if (data.kind === 'stretch') take(data.rate, data.handed);
  else close(data.kind === 'end');
});

function take(rate: number, handed: Handed): void {
  const { channels, length } = handed;
  meter ??= new LoudnessMeter(rate, channels.length);
  meter.push(channels.map((channel) => channel.subarray(0, length)));
  answer(
    { kind: 'taken', handed },
    channels.map(({ buffer }) => buffer),
  );
}

function close(isWhole: boolean): void {
  const measured: Measured | null = isWhole ? (meter?.result() ?? null) : null;
  meter = null;
  answer({ kind: 'measured', measured }, []);
}

function answer(message: FromMeter, transfer: ArrayBuffer[]): void {
  postMessage(message, { transfer });
}
