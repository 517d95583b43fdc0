import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TruePeak } from '../../../shared/music/true-peak.ts';

/** Phases 0 and 1 of ITU-R BS.1770-4, annex 2, times 2^13; the other two are these, backwards. */
const first = [14, 90, -161, 272, -487, 1125, 7964, -838, 390, -218, 122, -68];
const second = [-239, 240, -424, 730, -1364, 3810, 6388, -1641, 832, -477, 271, -155];
const phases = [first, second, second.toReversed(), first.toReversed()].map((taps) => taps.map((tap) => tap / 8192));

/** Every sample and all that the filter makes of them, nothing left out. */
function wholePeak(samples: Float32Array): number {
  const before = (at: number): number => samples[at] ?? 0;
  const made = [...samples.keys()].flatMap((at) =>
    phases.map((taps) => Math.abs(taps.reduce((sum, tap, back) => sum + tap * before(at - back), 0))),
  );
  return Math.max(0, ...samples.map(Math.abs), ...made);
}

/** Bursts and soft stretches in turn: most of their height stands between the samples, and is found after the burst. */
const sound = fc
  .array(
    fc.tuple(
      fc.constantFrom(0.001, 0.5, 0.9, 1),
      fc.array(fc.constantFrom(-1, -0.9, 0.9, 1), { minLength: 1, maxLength: 50 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((runs) => Float32Array.from(runs.flatMap(([level, samples]) => samples.map((sample) => sample * level))));
const pieceLengths = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 90 })), {
  minLength: 1,
  maxLength: 5,
});

it('finds what the whole filter finds, wherever the pieces are cut', () => {
  fc.assert(
    fc.property(sound, pieceLengths, (samples, pieces) => {
      const peak = new TruePeak();
      let at = 0;
      for (let turn = 0; at < samples.length; turn += 1) {
        const length = pieces[turn % pieces.length] ?? 1;
        peak.push(samples.subarray(at, at + length));
        at += length;
      }
      expect(peak.peak).toBeCloseTo(wholePeak(samples), 9);
    }),
  );
});
