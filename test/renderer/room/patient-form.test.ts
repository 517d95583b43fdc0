import { describe, expect, it } from 'vitest';
import { patientErrors, plannedNumber, trimmed } from '../../../renderer/room/people/patient-form.ts';
import { lengthMs } from '../../../renderer/room/new-session/length-field.tsx';
import { requests } from '../../../shared/ipc/contract.ts';

const now = Date.UTC(2026, 10, 21, 13);
const good = { name: ' Jordan Miller ', birthDate: '1988-04-12', allergies: '' };

describe('patientErrors', () => {
  it('takes a whole form, as the contract does', () => {
    expect(patientErrors(good, now)).toEqual({});
    const args = { details: trimmed(good), knownDuplicate: false };
    expect(requests['patients.create'].args.safeParse(args).success).toBe(true);
  });

  it.each(['', '1988-4-12', '12.04.1988', '1988-02-30', '1899-12-31', '2026-11-22', '2999-01-01'])(
    'refuses the birth date "%s"',
    (birthDate) => {
      expect(patientErrors({ ...good, birthDate }, now)).toEqual({ birthDate: 'birthDate' });
    },
  );

  it('takes somebody born today, and on a leap day', () => {
    expect(patientErrors({ ...good, birthDate: '2026-11-21' }, now)).toEqual({});
    expect(patientErrors({ ...good, birthDate: '1988-02-29' }, now)).toEqual({});
  });

  it('names the field that is empty or too long', () => {
    expect(patientErrors({ ...good, name: '  ' }, now)).toEqual({ name: 'name' });
    expect(patientErrors({ ...good, name: 'x'.repeat(121) }, now)).toEqual({ name: 'nameLong' });
    expect(patientErrors({ ...good, allergies: 'x'.repeat(501) }, now)).toEqual({ allergies: 'allergies' });
  });
});

describe('plannedNumber', () => {
  it.each([
    ['', null],
    ['6', 6],
    [' 60 ', 60],
    ['0', undefined],
    ['61', undefined],
    ['2.5', undefined],
    ['six', undefined],
  ])('reads "%s" as %s', (text, expected) => {
    expect(plannedNumber(text)).toBe(expected);
  });
});

describe('lengthMs', () => {
  it.each([
    ['50', 3_000_000],
    ['20', 1_200_000],
    ['120', 7_200_000],
    ['19', null],
    ['121', null],
    ['', null],
    ['50.5', null],
    ['fifty', null],
  ])('reads "%s" as %s', (text, expected) => {
    expect(lengthMs(text)).toBe(expected);
  });
});
