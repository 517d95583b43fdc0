import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readRecoveryKey,
  recoveryGroups,
  RECOVERY_BYTES,
  RECOVERY_GROUPS,
} from '../../../shared/access/recovery-key.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keys = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES });
const place = fc.nat(4);
const group = fc.nat(RECOVERY_GROUPS - 1);

/** The groups with one of them changed. */
const withGroup = (groups: readonly string[], index: number, text: string): string =>
  groups.with(index, text).join('-');

describe('a recovery key', () => {
  it('carries at least 150 bits in eight groups of five', () => {
    expect(RECOVERY_BYTES * 8).toBeGreaterThanOrEqual(150);
    const groups = recoveryGroups(new Uint8Array(RECOVERY_BYTES));
    expect(groups).toHaveLength(8);
    for (const text of groups) expect(text).toMatch(/^0000[0-9A-HJKMNP-TV-Z]$/);
  });

  it('is read back as it was, in any case, with or without separators, with O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(
        keys,
        fc.constantFrom('-', ' ', '', ' – ', '\n'),
        fc.constantFrom('I', 'L', 'i', 'l'),
        (bytes, between, one) => {
          const text = recoveryGroups(bytes).join(between);
          const sloppy = text.toLowerCase().replaceAll('0', 'o').replaceAll('1', one);
          expect([readRecoveryKey(text), readRecoveryKey(sloppy)]).toEqual([
            { ok: true, bytes },
            { ok: true, bytes },
          ]);
        },
      ),
    );
  });

  it('names the group of any one wrong letter', () => {
    fc.assert(
      fc.property(keys, group, place, fc.constantFrom(...Array.from(LETTERS)), (bytes, index, at, letter) => {
        const groups = recoveryGroups(bytes);
        const old = groups[index] ?? '';
        fc.pre(old[at] !== letter);
        const typed = withGroup(groups, index, old.slice(0, at) + letter + old.slice(at + 1));
        expect(readRecoveryKey(typed)).toEqual({ ok: false, group: index + 1, why: 'check' });
      }),
    );
  });

  it('names the group of any two letters in each other’s place', () => {
    fc.assert(
      fc.property(keys, group, place, place, (bytes, index, one, other) => {
        const groups = recoveryGroups(bytes);
        const letters = Array.from(groups[index] ?? '');
        fc.pre(letters[one] !== letters[other]);
        const [first = '', second = ''] = [letters[one], letters[other]];
        const swapped = letters.with(one, second).with(other, first).join('');
        expect(readRecoveryKey(withGroup(groups, index, swapped))).toMatchObject({ ok: false, group: index + 1 });
      }),
    );
  });

  it('names the first of two groups in each other’s place', () => {
    fc.assert(
      fc.property(keys, group, group, (bytes, one, other) => {
        fc.pre(one < other);
        const groups = recoveryGroups(bytes);
        const swapped = groups.with(one, groups[other] ?? '').with(other, groups[one] ?? '');
        expect(readRecoveryKey(swapped.join(' '))).toEqual({ ok: false, group: one + 1, why: 'check' });
      }),
    );
  });

  it('says where letters are missing, too many, or none of a key’s', () => {
    const groups = recoveryGroups(new Uint8Array(RECOVERY_BYTES).fill(7));
    expect(readRecoveryKey('')).toEqual({ ok: false, group: 1, why: 'short' });
    expect(readRecoveryKey(groups.slice(0, 6).join(' '))).toEqual({ ok: false, group: 7, why: 'short' });
    expect(readRecoveryKey(`${groups.join(' ')} X`)).toEqual({ ok: false, group: 8, why: 'long' });
    expect(readRecoveryKey(withGroup(groups, 3, 'AB€DE'))).toEqual({ ok: false, group: 4, why: 'letter' });
    expect(readRecoveryKey(withGroup(groups, 3, 'UUUUU'))).toEqual({ ok: false, group: 4, why: 'letter' });
  });
});
