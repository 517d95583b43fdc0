import type { PatientDetails } from './people.ts';
import { searchKey } from './search-key.ts';

/**
 * Whether two patients may be one person: the same name, or the same birth date and a similar name.
 * A warning, never a merge: a person decides.
 */
export function maySamePerson(
  one: Pick<PatientDetails, 'name' | 'birthDate'>,
  other: Pick<PatientDetails, 'name' | 'birthDate'>,
): boolean {
  if (sortedWords(one.name) === sortedWords(other.name)) return true;
  return one.birthDate === other.birthDate && similarNames(one.name, other.name);
}

/**
 * Whether two names are near: one's words are all in the other ("Anna Berg", "Berg, Anna Maria"), initials included,
 * or spelled alike but for one letter (two in long names, none in short ones).
 */
export function similarNames(one: string, other: string): boolean {
  const [shorter, longer] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  if (shorter === undefined || longer === undefined || shorter.length === 0) return false;
  if (covers(longer, shorter)) return true;
  const [a, b] = [sortedWords(one), sortedWords(other)];
  return editDistance(a, b) <= lettersApart(Math.min(a.length, b.length));
}

/** How many letters two names of this length may differ in and still be taken for one. */
function lettersApart(length: number): number {
  if (length < 8) return 0;
  return length < 15 ? 1 : 2;
}

function wordsOf(name: string): readonly string[] {
  return searchKey(name)
    .split(' ')
    .filter((word) => word !== '');
}

/** The words of a name in a fixed order: alike for "Anna Berg" and "Berg, Anna". */
export function sortedWords(name: string): string {
  return wordsOf(name).toSorted().join(' ');
}

/** Every word of `few` has a word of its own in `many`: the same, or one the initial of the other; one at least the same. */
function covers(many: readonly string[], few: readonly string[]): boolean {
  const left = [...many];
  let same = 0;
  for (const word of few.toSorted((a, b) => b.length - a.length)) {
    const exact = left.indexOf(word);
    const at =
      exact >= 0 ? exact : left.findIndex((candidate) => initialOf(word, candidate) || initialOf(candidate, word));
    if (at < 0) return false;
    if (exact >= 0 && word.length > 1) same += 1;
    left.splice(at, 1);
  }
  return same > 0;
}

function initialOf(initial: string, word: string): boolean {
  return initial.length === 1 && word.startsWith(initial);
}

/** Letters to insert, drop, change or swap with the next one, to make one text of the other. */
function editDistance(one: string, other: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = at(last, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, change, swapped ? at(before, j - 2) + 1 : Infinity));
    }
    [before, last] = [last, row];
  }
  return at(last, other.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
