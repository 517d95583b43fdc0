import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIndex } from '../../../shared/music/library-index.ts';
import { indexText, libraryTrackOf } from '../../helpers/library-tracks.ts';

const tracks = ['a', 'bb', 'ccc', 'dddd'].map((bytes) => libraryTrackOf(bytes, `Track {"${bytes}"},\n`));
const text = indexText(tracks);

describe('the index of the library', () => {
  it('is read as it was written', () => {
    expect(readIndex(text)).toEqual({ kind: 'good', tracks });
    expect(readIndex(indexText([]))).toEqual({ kind: 'good', tracks: [] });
  });

  it('of a newer version is not read, whatever it holds', () => {
    expect(readIndex('{"schemaVersion":2,"tracks":[{"new":true}]}')).toEqual({ kind: 'newer' });
  });

  it('cut anywhere gives every track that stands before the cut, and never passes for whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.trimEnd().length - 1 }), (cut) => {
        const before = text.slice(0, cut);
        const whole = tracks.filter((track) => before.includes(JSON.stringify(track)));
        expect(readIndex(before)).toEqual({ kind: 'damaged', tracks: whole });
      }),
    );
  });

  it('with one bad track keeps the others', () => {
    const bad = text.replace('"intensity":2', '"intensity":9');
    expect(readIndex(bad)).toEqual({ kind: 'damaged', tracks: tracks.slice(1) });
  });

  it('never has a track whose file is another one’s', () => {
    const [first, second] = tracks;
    const swapped = indexText([{ ...(first as (typeof tracks)[0]), file: second?.file ?? '' }]);
    expect(readIndex(swapped)).toEqual({ kind: 'damaged', tracks: [] });
  });

  it.each(['', 'null', '[]', '\0\0\0', '{"schemaVersion":"1","tracks":[]}', '{"schemaVersion":0,"tracks":[]}'])(
    '%j is damaged',
    (other) => {
      expect(readIndex(other)).toEqual({ kind: 'damaged', tracks: [] });
    },
  );
});
