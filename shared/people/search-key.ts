/** Letters that Unicode does not take apart into a base letter and a mark. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/**
 * Letters to today's Unicode (signs of New Tai Lue and of Vedic Sanskrit) that were none in the version by which the
 * index of the record takes words apart: to both they part words.
 */
const parting = /[^\p{L}\p{N}]+|[\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]/gu;

/** A text as it is searched and compared: lower case, no accents, words parted by one space. */
export function searchKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøđðłþı]/g, (letter) => spelledOut[letter] ?? letter)
    .replaceAll(parting, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}

/**
 * A birth date as people write it (1978-03-05, 5.3.1978, 5/3/1978), as the days it may mean; empty where it is none.
 * With slashes day and month may stand either way.
 */
export function birthDatesOf(text: string): readonly string[] {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) return daysOf(iso[1], iso[2], iso[3]);
  const written = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text.trim());
  if (!written) return [];
  const [, first, mark, second, year] = written;
  const dayFirst = daysOf(year, second, first);
  return mark === '.' || first === second ? dayFirst : [...dayFirst, ...daysOf(year, first, second)];
}

function daysOf(year: string | undefined, month: string | undefined, day: string | undefined): readonly string[] {
  if (year === undefined || month === undefined || day === undefined) return [];
  const valid = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return valid ? [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`] : [];
}
