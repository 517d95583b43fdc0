import { describe, expect, it } from 'vitest';
import type { ReadingState } from '../../../shared/session/reading-state.ts';
import { highestPressure, lowestSpo2 } from '../../../renderer/room/session/finished/summary-figures.ts';
import {
  calendarDay,
  initials,
  levelPercent,
  milligrams,
  signed,
  trackTime,
} from '../../../renderer/room/session/format.ts';

describe('the summary', () => {
  const reading = (
    takenAt: number,
    systolic: number | null,
    spo2: number | null,
    withdrawn: string | null = null,
  ): ReadingState => ({
    readingId: String(takenAt),
    seq: takenAt,
    takenAt,
    lifeMs: takenAt,
    sessionMs: null,
    parts: {
      ...{ systolic, diastolic: systolic === null ? null : 80, spo2 },
      ...{ pulse: null, respirations: null, sedation: null, oxygenTenths: null },
    },
    notObtained: null,
    dueId: null,
    author: { kind: 'app' },
    originals: [],
    withdrawn,
  });
  const readings = [
    reading(1, 118, 98),
    reading(2, 190, 82, 'cuff moved'),
    reading(3, 146, 95),
    reading(4, null, null),
  ];

  it('finds the extremes among readings that stand', () => {
    expect(highestPressure(readings)).toEqual({ systolic: 146, diastolic: 80, at: 3 });
    expect(lowestSpo2(readings)).toEqual({ spo2: 95, at: 3 });
  });

  it('has none where nothing was measured', () => {
    expect(highestPressure([])).toBeNull();
    expect(lowestSpo2([reading(4, 120, null)])).toBeNull();
  });
});

describe('figures in words', () => {
  it('writes signs as signs', () => {
    expect([signed(11), signed(-4), signed(0)]).toEqual(['+11', '−4', '0']);
  });

  it('never calls a light that burns dark', () => {
    expect([levelPercent(0), levelPercent(0.002), levelPercent(0.05), levelPercent(1)]).toEqual([
      '0 %',
      '1 %',
      '5 %',
      '100 %',
    ]);
  });

  it('drops needless zeros', () => {
    expect([milligrams(36), milligrams(37.5), milligrams(0.125)]).toEqual(['36 mg', '37.5 mg', '0.13 mg']);
    expect(trackTime(252_900)).toBe('4:12');
  });

  it('keeps a birth date the same day in every zone', () => {
    expect(calendarDay('1988-04-12')).toBe('12 Apr 1988');
  });

  it('makes initials of a name and leaves out what stands behind the comma', () => {
    expect([initials('R. Alvarez, RN'), initials('Tomáš Novák'), initials('')]).toEqual(['RA', 'TN', '']);
  });
});
