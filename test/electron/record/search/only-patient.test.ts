import { describe, expect, it } from 'vitest';
import { onlyPatientOf } from '../../../../electron/record/search/only-patient.ts';

describe('whose course is read ahead', () => {
  it.each([
    [['a', 'a', 'a'], 'a'],
    [['a'], 'a'],
    [['a', 'b'], null],
    [['a', null], null],
    [[null, null], null],
    [[], null],
  ])('of %j: %j', (patientIds, only) => {
    expect(onlyPatientOf(patientIds.map((patientId) => ({ patientId })))).toBe(only);
  });
});
