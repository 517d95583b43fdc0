import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentIn } from '../../../shared/export/moment.ts';

const zones = ['America/Denver', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC', 'Nowhere/Else'];

describe('momentIn()', () => {
  it('names the same instant in every zone, also where the clock is put back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) }),
        (zone, at) => {
          expect(Date.parse(momentIn(at, zone))).toBe(at);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says the time of day where it happened', () => {
    expect(momentIn(Date.UTC(2026, 10, 22, 21, 3, 5, 120), 'America/Denver')).toBe('2026-11-22T14:03:05.120-07:00');
    expect(momentIn(Date.UTC(2026, 6, 1), 'Asia/Kathmandu')).toBe('2026-07-01T05:45:00.000+05:45');
    expect(momentIn(0, 'Nowhere/Else')).toBe('1970-01-01T00:00:00.000Z');
  });
});
