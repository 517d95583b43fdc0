import type { Row } from './part.ts';

/** The rows as a table of plain text. */
export function table(rows: readonly Row[]): string {
  const cells = [
    ['fault', 'passed', 'failed', 'skipped', ''],
    ...rows.map((row) => [
      row.fault,
      String(row.passed),
      String(row.failures.length),
      String(row.skipped.length),
      row.note,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : column < 4 ? cell.padStart(widths[column] ?? 0) : cell,
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
