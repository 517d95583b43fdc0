import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedTrack } from '../../../shared/music/library.ts';
import { markedSets, tracksOfEntries } from '../../../shared/music/own-sets.ts';
import { libraryTrackOf } from '../../helpers/library-tracks.ts';

/** A track of a file of so many ms, with silence at both ends. */
function listed(durationMs: number, silenceStartMs: number, silenceEndMs: number): ListedTrack {
  const track = libraryTrackOf('made up');
  return { ...track, durationMs, imported: { ...track.imported, silenceStartMs, silenceEndMs }, missing: false };
}

const played = (track: ListedTrack) =>
  tracksOfEntries([{ trackId: track.id, phase: 'peak', intensity: 4 }], [track])[0]!;

describe('a track of the clinic in a set', () => {
  it('begins and ends with its sound, a breath before and after it', () => {
    expect(played(listed(60_000, 4_000, 9_000))).toMatchObject({ startsMs: 3_900, durationMs: 60_000 - 3_900 - 8_900 });
  });

  it('that sounds from the first sample on begins at the beginning', () => {
    const { startsMs, durationMs } = played(listed(60_000, 60, 0));
    expect([startsMs, durationMs]).toEqual([undefined, 60_000]);
  });

  it('with hardly any sound stays whole, and so does one that is built in', () => {
    expect(played(listed(60_000, 60_000, 60_000))).toMatchObject({ durationMs: 60_000 });
    expect(played({ ...listed(60_000, 0, 0), imported: null })).toMatchObject({ durationMs: 60_000 });
  });

  it('never begins after its first sound, nor ends before its last', () => {
    fc.assert(
      fc.property(fc.nat(600_000), fc.nat(600_000), fc.nat(600_000), (silence, sound, after) => {
        fc.pre(sound > 0);
        const { startsMs = 0, durationMs } = played(listed(silence + sound + after, silence, after));
        expect(startsMs).toBeLessThanOrEqual(silence);
        expect(startsMs + durationMs).toBeGreaterThanOrEqual(silence + sound);
        expect(startsMs + durationMs).toBeLessThanOrEqual(silence + sound + after);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the sets that staff choose from', () => {
  it('are those for everybody, then each patient’s own, marked; none is lost', () => {
    const offered = ['anna', 'sea', 'woods'].map((id) => ({ musicHash: `hash of ${id}`, set: { id } }));
    const own = [{ id: 'anna', forOne: true as const }, { id: 'woods' }, { id: 'gone', forOne: true as const }];
    expect(markedSets(offered, own).map(({ musicHash, forOne }) => [musicHash, forOne])).toEqual([
      ['hash of sea', false],
      ['hash of woods', false],
      ['hash of anna', true],
    ]);
  });
});
