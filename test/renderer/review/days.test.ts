import { describe, expect, it } from 'vitest';
import { daysBetween, daysSince } from '../../../renderer/review/waiting/days.ts';

const at = (day: string, time: string): number => new Date(`${day}T${time}`).getTime();

describe('days that something waits', () => {
  it('are those of the calendar, over midnight and both nights on which the clocks change', () => {
    expect(daysBetween(at('2026-11-20', '23:59'), at('2026-11-21', '00:01'))).toBe(1);
    expect(daysBetween(at('2026-03-28', '12:00'), at('2026-03-30', '00:30'))).toBe(2);
    expect(daysBetween(at('2026-10-24', '23:30'), at('2026-10-26', '00:30'))).toBe(2);
    expect(daysBetween(at('2026-11-21', '12:00'), at('2026-11-20', '12:00'))).toBe(-1);
  });

  it('are none where the computer’s clock was set back since', () => {
    expect(daysSince(at('2026-11-21', '00:10'), at('2026-11-20', '23:10'))).toBe(0);
    expect(daysSince(at('2026-11-18', '09:00'), at('2026-11-21', '08:00'))).toBe(3);
  });
});
