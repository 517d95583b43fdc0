import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CHUNK, parseByteRange } from '../../../electron/music/byte-range.ts';

const size = fc.integer({ min: 1, max: 60_000_000 });
const place = fc.integer({ min: 0, max: 70_000_000 });

describe('parseByteRange', () => {
  it.each([
    ['bytes=0-', 500, { kind: 'part', start: 0, end: 499 }],
    ['bytes=0-0', 500, { kind: 'part', start: 0, end: 0 }],
    ['bytes=100-199', 500, { kind: 'part', start: 100, end: 199 }],
    ['bytes=400-9999', 500, { kind: 'part', start: 400, end: 499 }],
    ['bytes=-20', 500, { kind: 'part', start: 480, end: 499 }],
    ['bytes=-9999', 500, { kind: 'part', start: 0, end: 499 }],
    ['Bytes=5-', 500, { kind: 'part', start: 5, end: 499 }],
    ['bytes=500-', 500, { kind: 'unsatisfiable' }],
    ['bytes=-0', 500, { kind: 'unsatisfiable' }],
    ['bytes=0-', 0, { kind: 'unsatisfiable' }],
    ['bytes=9-3', 500, { kind: 'whole' }],
    ['bytes=0-1,5-6', 500, { kind: 'whole' }],
    ['items=0-1', 500, { kind: 'whole' }],
    ['bytes=-', 500, { kind: 'whole' }],
    ['bytes=a-b', 500, { kind: 'whole' }],
    ['', 500, { kind: 'whole' }],
    [null, 500, { kind: 'whole' }],
  ])('%s of %i bytes', (header, bytes, expected) => {
    expect(parseByteRange(header, bytes)).toEqual(expected);
  });

  it('never leaves the file, never answers nothing, never more than a chunk', () => {
    fc.assert(
      fc.property(size, fc.option(place), fc.option(place), (bytes, first, last) => {
        const range = parseByteRange(`bytes=${first ?? ''}-${last ?? ''}`, bytes);
        if (range.kind !== 'part') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(bytes);
        expect(range.end - range.start).toBeLessThan(MAX_CHUNK);
        if (first !== null) expect(range.start).toBe(first);
      }),
    );
  });

  it('lets a reader that asks on from where an answer ended read the whole file, once', () => {
    fc.assert(
      fc.property(size, (bytes) => {
        let next = 0;
        for (let asked = 0; next < bytes; asked += 1) {
          const range = parseByteRange(`bytes=${next}-`, bytes);
          expect(range.kind).toBe('part');
          if (range.kind !== 'part') return;
          expect(range.start).toBe(next);
          next = range.end + 1;
          expect(asked).toBeLessThanOrEqual(bytes / MAX_CHUNK);
        }
        expect(next).toBe(bytes);
      }),
    );
  });

  it('takes any text for a header', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `bytes=${text}`),
        ),
        size,
        (header, bytes) => {
          expect(['whole', 'part', 'unsatisfiable']).toContain(parseByteRange(header, bytes).kind);
        },
      ),
    );
  });
});
