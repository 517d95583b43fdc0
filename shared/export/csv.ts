/** What stands in one cell. Null is an empty one. */
export type Cell = string | number | null;

/** How a line ends (RFC 4180, section 2.1). */
const LINE_END = '\r\n';

/** Tells spreadsheets that the file is UTF-8; without it some read a name with umlauts wrongly. Stands before the first line. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A text that a spreadsheet would take for a formula: one of `= + - @` (their full-width forms too) after any blanks, or a
 * tab or line end at the beginning. A text that begins with an apostrophe is marked as well, so that the mark can be taken off.
 */
const LIKE_A_FORMULA = /^(?:[\s\u00A0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|['\t\r\n])/u;

/**
 * A line of a CSV file (RFC 4180): cells with commas, quotes or line ends stand in quotes. Texts are formula-safe: what a
 * spreadsheet would calculate has an apostrophe before it, which a reader takes off. Numbers stand as they are.
 */
export function csvLine(cells: readonly Cell[]): string {
  return cells.map(cellText).join(',') + LINE_END;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = LIKE_A_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
