import { afterEach, expect, it, vi } from 'vitest';
import { decode } from '../../../renderer/decoder/decode.ts';
import type { SoundMeter } from '../../../renderer/decoder/meter.ts';
import { soundOf, type Stretch } from '../../../renderer/decoder/sound.ts';
import { LoudnessMeter } from '../../../shared/music/loudness.ts';

vi.mock(import('../../../renderer/decoder/sound.ts'), () => ({ soundOf: vi.fn() }));
afterEach(() => vi.resetAllMocks());

/** Ten seconds of a tone at 8 kHz. */
const ten = { rate: 8000, channels: [new Float32Array(80_000).map((_none, at) => Math.sin(at) / 10)] };

async function* sound(stretches: readonly Stretch[], broken = false): ReturnType<typeof soundOf> {
  yield* stretches;
  if (broken) throw new Error('Not decodable from here on');
}

const order = { token: 7, file: 'underway', cover: null, limitMs: 100_000 };
/** The meter without its thread. */
function meterHere(): SoundMeter {
  let meter: LoudnessMeter | null = null;
  return {
    push: ({ rate, channels }) => {
      meter ??= new LoudnessMeter(rate, channels.length);
      meter.push(channels);
      return Promise.resolve();
    },
    result: () => Promise.resolve(meter?.result() ?? null),
    drop: () => {
      meter = null;
    },
  };
}

const addresses = { file: 'address', cover: null };

it('measures from the first to the last second, and tells how far it is every half minute', async () => {
  vi.mocked(soundOf).mockReturnValue(sound(Array.from({ length: 7 }, () => ten)));
  const told: number[] = [];
  const done = await decode(order, addresses, meterHere(), (ms) => told.push(ms));
  expect(done).toMatchObject({ token: 7, outcome: 'measured', measured: { durationMs: 70_000 } });
  expect(told).toEqual([30_000, 60_000]);
});

it('gives up what is longer than the limit, whatever it said of itself', async () => {
  let asked = 0;
  const endless = async function* (): ReturnType<typeof soundOf> {
    for (; ; asked += 1) yield ten;
  };
  vi.mocked(soundOf).mockReturnValue(endless());
  expect(await decode(order, addresses, meterHere(), () => undefined)).toEqual({
    token: 7,
    outcome: 'tooLong',
    measured: null,
    cover: null,
  });
  expect(asked).toBe(10);
});

it('calls broken what cannot be decoded to its end, and what has no sound', async () => {
  vi.mocked(soundOf)
    .mockReturnValueOnce(sound([ten, ten], true))
    .mockReturnValueOnce(sound([]));
  expect(await decode(order, addresses, meterHere(), () => undefined)).toMatchObject({ outcome: 'broken' });
  expect(await decode(order, addresses, meterHere(), () => undefined)).toMatchObject({ outcome: 'broken' });
});
