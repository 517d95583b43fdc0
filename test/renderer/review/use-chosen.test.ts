import { describe, expect, it } from 'vitest';
import { pairOf, toggled } from '../../../renderer/review/use-chosen.ts';
import { MOST_CHOSEN } from '../../../shared/ipc/exports.ts';
import type { SessionRow } from '../../../shared/people/people.ts';

const row = (createdAt: number, startedAt: number | null = null): SessionRow => ({
  ...{ sessionId: `session-${createdAt}`, practice: false, patientId: 'patient-1', patientName: 'Jordan Miller' },
  ...{ birthDate: '1988-04-12', infusionNumber: 1, plannedInfusions: 6, phase: 'finished', createdAt, startedAt },
  ...{ stoppedAt: null, finishedAt: null, early: false, adverseEvents: 0, unwell: null, signedAt: null, flags: [] },
});

describe('sessions chosen in the list', () => {
  it('stand newest first by when they began, however they were chosen, and are left again', () => {
    const chosen = [row(1), row(3, 9), row(4)].reduce(toggled, []);
    expect(chosen.map(({ createdAt }) => createdAt)).toEqual([3, 4, 1]);
    expect(toggled(chosen, row(4)).map(({ createdAt }) => createdAt)).toEqual([3, 1]);
  });

  it('stand beside each other only where there are exactly two, the earlier first', () => {
    expect(pairOf([row(2), row(1)])?.map(({ createdAt }) => createdAt)).toEqual([1, 2]);
    expect(pairOf([row(1)])).toBeNull();
    expect(pairOf([row(3), row(2), row(1)])).toBeNull();
  });

  it('are no more than one message holds', () => {
    const full = Array.from({ length: MOST_CHOSEN }, (_, place) => row(place + 1)).reduce(toggled, []);
    expect(toggled(full, row(1000))).toBe(full);
    expect(toggled(full, row(1))).toHaveLength(MOST_CHOSEN - 1);
  });
});
