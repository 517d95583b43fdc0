import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../shared/export/csv.ts';
import { nastyTexts } from '../../helpers/told-arbitrary.ts';

/** By a reader of RFC 4180 that forgives nothing. */
const read = (text: string): string[][] =>
  parse(text, { record_delimiter: '\r\n', relax_column_count: false, relax_quotes: false, skip_empty_lines: false });
const unmarked = (cell: string): string => cell.replace(/^'/, '');

const cells = fc.array(fc.oneof(nastyTexts, fc.integer(), fc.constant(null)), { minLength: 2, maxLength: 6 });

describe('csvLine()', () => {
  it('is read back as it was by a strict reader, once the mark is taken off', () => {
    fc.assert(
      fc.property(cells, cells, (one, other) => {
        const lines = [one, [...other, ...one].slice(0, one.length)];
        const same = lines.filter((line) => line.length === one.length);
        const wanted = same.map((line) => line.map((cell) => (cell === null ? '' : String(cell))));
        const told = read(same.map(csvLine).join(''));
        expect(
          told.map((line, row) =>
            line.map((cell, at) => (typeof same[row]?.[at] === 'number' ? cell : unmarked(cell))),
          ),
        ).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a spreadsheet nothing to calculate', () => {
    fc.assert(
      fc.property(nastyTexts, (text) => {
        const [line] = read(csvLine([text, 'x']));
        expect(line?.[0]?.trimStart().charAt(0) ?? '').not.toMatch(/[=+\-@＝＋－＠]/u);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")",1\r\n`],
    ['  +1', `'  +1,1\r\n`],
    ["'twas", `''twas,1\r\n`],
    ['plain', 'plain,1\r\n'],
  ])('%s', (text, line) => {
    expect(csvLine([text, 1])).toBe(line);
  });

  it('leaves numbers as numbers, below zero too', () => {
    expect(csvLine([-3, null, 0.5])).toBe('-3,,0.5\r\n');
  });
});
