import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelGain } from '../../../shared/music/gain.ts';
import { PREVIEW_MS, previewOf, volumePassage } from '../../../shared/music/preview.ts';
import { musicPhases, type Track } from '../../../shared/music/set.ts';
import { shoreline, track } from '../../helpers/music-builder.ts';

const anyTrack = fc.record({
  phase: fc.constantFrom(...musicPhases),
  intensity: fc.integer({ min: 1, max: 5 }),
  lyrics: fc.boolean(),
  percussion: fc.boolean(),
  startsMs: fc.nat(20_000),
  durationMs: fc.integer({ min: 1, max: 900_000 }),
  loudnessLufs: fc.double({ min: -40, max: -6, noNaN: true }),
  truePeakDb: fc.double({ min: -20, max: 3, noNaN: true }),
});
/** Any tracks, each with an id and a file of its own. */
const anyTracks = fc
  .array(anyTrack, { minLength: 1, maxLength: 12 })
  .map((tracks): Track[] =>
    tracks.map((one, index) => ({ ...one, id: `t${index}`, file: `t${index}.opus`, title: '', licence: '' })),
  );
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

describe('the preview of any set', () => {
  it('stays within its tracks, begins and ends each stretch in silence, and takes 40 seconds where the tracks are long enough', () => {
    fc.assert(
      fc.property(anyTracks, (tracks) => {
        const passages = previewOf({ tracks });
        for (const one of passages) {
          const from = tracks.find(({ id }) => id === one.trackId)!;
          expect(one.file).toBe(from.file);
          expect(one.fromMs).toBeGreaterThanOrEqual(from.startsMs!);
          expect(one.lengthMs).toBeGreaterThan(0);
          expect(one.durationMs).toBe(from.startsMs! + from.durationMs);
          expect(one.fromMs + one.lengthMs).toBeLessThanOrEqual(one.durationMs);
          expect(one.riseMs + one.fallMs).toBeLessThanOrEqual(one.lengthMs);
          if (from.durationMs >= 6_000) expect(Math.min(one.riseMs, one.fallMs)).toBeGreaterThanOrEqual(1_000);
          expect(one.gain).toBe(levelGain(from.loudnessLufs, from.truePeakDb));
        }
        const whole = sum(passages.map(({ lengthMs }) => lengthMs));
        expect(whole).toBeLessThanOrEqual(PREVIEW_MS);
        if (tracks.every(({ durationMs }) => durationMs >= 20_000)) expect(whole).toBe(PREVIEW_MS);
      }),
      { numRuns: 300 },
    );
  });

  it('lets a voice and a drum be heard wherever the set has them', () => {
    fc.assert(
      fc.property(anyTracks, (tracks) => {
        const heard = previewOf({ tracks }).map(({ trackId }) => tracks.find(({ id }) => id === trackId)!);
        if (tracks.some(({ lyrics }) => lyrics)) expect(heard.some(({ lyrics }) => lyrics)).toBe(true);
        if (tracks.some(({ percussion }) => percussion)) expect(heard.some(({ percussion }) => percussion)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('begins with the first music of the first phase there is', () => {
    fc.assert(
      fc.property(anyTracks, (tracks) => {
        const first = Math.min(...tracks.map(({ phase }) => musicPhases.indexOf(phase)));
        const opening = tracks.find(({ phase }) => musicPhases.indexOf(phase) === first);
        const [passage] = previewOf({ tracks });
        expect(passage).toMatchObject({
          trackId: opening?.id,
          fromMs: tracks.find(({ phase }) => musicPhases.indexOf(phase) === first)!.startsMs,
        });
      }),
      { numRuns: 200 },
    );
  });

  it('says no moment of a long single track twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: PREVIEW_MS, max: 3_600_000 }), (durationMs) => {
        const passages = previewOf({ tracks: [track('only', 'peak', 3, durationMs)] });
        for (const [index, one] of passages.entries())
          expect(one.fromMs).toBeGreaterThanOrEqual(
            sum(passages.slice(index - 1, index).map((p) => p.fromMs + p.lengthMs)),
          );
      }),
      { numRuns: 50 },
    );
  });
});

describe('the preview of a whole set', () => {
  it('goes through the opening, the strongest moment and the return', () => {
    const ids = previewOf(shoreline.set!).map(({ trackId }) => trackId);
    expect(ids).toEqual(['a1', 'p1', 'r1']);
  });

  it('takes the strongest moment from where a drum is, though another track is stronger', () => {
    const tracks = shoreline.set!.tracks.map((one) => (one.id === 'b2' ? { ...one, percussion: true } : one));
    expect(previewOf({ tracks }).map(({ trackId }) => trackId)).toEqual(['a1', 'b2', 'r1']);
  });
});

describe('what the volume is found by', () => {
  it('is the calmest track without voice or drum, and rises over ten seconds', () => {
    const tracks = [
      { ...track('sung', 'arrive', 1), lyrics: true },
      track('calm', 'return', 2),
      track('strong', 'peak', 5),
    ];
    expect(volumePassage(tracks)).toMatchObject({ trackId: 'calm', fromMs: 0, lengthMs: 240_000, riseMs: 10_000 });
    expect(volumePassage(tracks.slice(0, 1))).toMatchObject({ trackId: 'sung' });
    expect(volumePassage([])).toBeNull();
  });
});
