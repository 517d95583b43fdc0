import fc from 'fast-check';
import { expect, test } from 'vitest';
import { birthDatesOf, searchKey } from '../../../shared/people/search-key.ts';
import { maySamePerson, similarNames } from '../../../shared/people/similar-names.ts';

test.each([
  ['Anna Berg', 'Berg, Anna'],
  ['Anna Berg', 'Anna Maria Berg'],
  ['Anna Berg', 'A. Berg'],
  ['Anna Berg', 'ANNA BERG'],
  ['Anna Berg', 'Ana Berg'],
  ['Anna Berg', 'Anna Breg'],
  ['Jörg Weiß', 'Jorg Weiss'],
  ['Søren Łuków', 'Soren Lukow'],
  ['Katharina Schneider', 'Catharina Schneyder'],
])('%s may be %s', (one, other) => {
  expect([similarNames(one, other), similarNames(other, one)]).toEqual([true, true]);
});

test.each([
  ['Anna Berg', 'Berta Berg'],
  ['Anna Berg', 'Anna Lund'],
  ['A. Berg', 'B. Berg'],
  ['A. B.', 'Anna Berg'],
  ['Jo Li', 'Jo Lu'],
  ['Anna Berg', ''],
  ['', ''],
])('%s is not %s', (one, other) => {
  expect([similarNames(one, other), similarNames(other, one)]).toEqual([false, false]);
});

test('the same name warns whatever the birth date; a similar one only on the same day', () => {
  const person = { name: 'Anna Berg', birthDate: '1978-03-05' };
  expect(maySamePerson(person, { name: 'berg anna', birthDate: '1990-01-01' })).toBe(true);
  expect(maySamePerson(person, { name: 'Ana Berg', birthDate: '1990-01-01' })).toBe(false);
  expect(maySamePerson(person, { name: 'Ana Berg', birthDate: '1978-03-05' })).toBe(true);
});

test('the warning does not depend on who was there first', () => {
  const person = fc.record({
    name: fc
      .array(fc.constantFrom('Anna', 'Ana', 'A', 'Berg', 'Bergh', 'Maria', 'von'), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' ')),
    birthDate: fc.constantFrom('1978-03-05', '1978-05-03'),
  });
  fc.assert(fc.property(person, person, (one, other) => maySamePerson(one, other) === maySamePerson(other, one)));
});

test('a text is searched without case, accents and punctuation', () => {
  expect(searchKey("  O'Brien-Müller,  ÆGIR Żółć ")).toBe('o brien muller aegir zolc');
  expect(searchKey('李 小龍')).toBe('李 小龍');
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => searchKey(searchKey(text)) === searchKey(text)));
});

test('birth dates as people write them', () => {
  expect(birthDatesOf('1978-3-5')).toEqual(['1978-03-05']);
  expect(birthDatesOf(' 5.3.1978 ')).toEqual(['1978-03-05']);
  expect(birthDatesOf('05/03/1978')).toEqual(['1978-03-05', '1978-05-03']);
  expect(birthDatesOf('25/03/1978')).toEqual(['1978-03-25']);
  for (const none of ['Anna', '1978', '5.3', '5.3-1978', '32.1.1978', '']) expect(birthDatesOf(none)).toEqual([]);
});
