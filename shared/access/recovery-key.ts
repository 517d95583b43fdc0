/** Crockford's base 32: no I, L, O or U, so that nothing written by hand reads as two things. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Groups of a recovery key, and letters of a group: four that carry it and one that checks them. */
export const RECOVERY_GROUPS = 8;
export const GROUP_LETTERS = 5;
const CARRYING = GROUP_LETTERS - 1;
/** Bytes of a recovery key: 160 bits, in 8 groups of 4 letters of 5 bits. */
export const RECOVERY_BYTES = (RECOVERY_GROUPS * CARRYING * 5) / 8;

/** What was wrong in a typed group: a sign that is no letter of a key, the group does not check, letters missing or too many. */
export type GroupFault = 'letter' | 'check' | 'short' | 'long';

export type ReadKey =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `group` counts from 1. */
  | { readonly ok: false; readonly group: number; readonly why: GroupFault };

/** A recovery key as people write it down: eight groups of five. @param bytes `RECOVERY_BYTES` random bytes */
export function recoveryGroups(bytes: Uint8Array): readonly string[] {
  if (bytes.length !== RECOVERY_BYTES) throw new RangeError(`A recovery key has ${RECOVERY_BYTES} bytes`);
  const values = fives(bytes);
  return Array.from({ length: RECOVERY_GROUPS }, (_, index) => {
    const carrying = values.slice(index * CARRYING, (index + 1) * CARRYING);
    return [...carrying, checkOf(index, carrying)].map((value) => LETTERS[value]).join('');
  });
}

/** Reads a typed recovery key. Case, spaces and dashes do not count, O is 0, I and L are 1. Names the first wrong group. */
export function readRecoveryKey(text: string): ReadKey {
  const groups = typedGroups(text);
  const values: number[] = [];
  for (let index = 0; index < RECOVERY_GROUPS; index += 1) {
    const group = groups[index] ?? '';
    const fault = groupFault(group, index);
    if (fault !== null) return { ok: false, group: index + 1, why: fault };
    values.push(...valuesOf(group).slice(0, CARRYING));
  }
  if (groups.length > RECOVERY_GROUPS) return { ok: false, group: RECOVERY_GROUPS, why: 'long' };
  return { ok: true, bytes: eights(values) };
}

/** What was typed so far, in the letters and groups of a key; the last group may be short. */
export function typedGroups(text: string): readonly string[] {
  const letters = text
    .toUpperCase()
    .replace(/[\s\p{P}]+/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return letters.match(new RegExp(`.{1,${GROUP_LETTERS}}`, 'gu')) ?? [];
}

/** What is wrong with a group as `typedGroups` gives it, or null. @param index from 0 */
export function groupFault(group: string, index: number): GroupFault | null {
  const values = valuesOf(group);
  if (values.includes(-1)) return 'letter';
  if (values.length < GROUP_LETTERS) return 'short';
  return checkOf(index, values.slice(0, CARRYING)) === values[CARRYING] ? null : 'check';
}

function valuesOf(group: string): number[] {
  return Array.from(group, (letter) => LETTERS.indexOf(letter));
}

/**
 * The checking letter of a group: a weighted sum in the field of 32 elements, each place with a weight of its own and the
 * group's number as one more place. So any one wrong letter, any two letters in each other's place and any two groups in
 * each other's place are found, always; anything else with 31 chances in 32 a group.
 */
function checkOf(index: number, carrying: readonly number[]): number {
  return doubled(carrying.reduce((sum, value) => doubled(sum) ^ value, index + 1));
}

/** Multiplied by x in GF(32), modulo x^5 + x^2 + 1. */
function doubled(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}

function fives(bytes: Uint8Array): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => Number.parseInt(five, 2));
}

function eights(values: readonly number[]): Uint8Array {
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
