import process from 'node:process';
import { parseArgs } from 'node:util';
import { benches } from './benches.ts';
import type { BenchResult } from './result.ts';

const figure = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));

function row(result: BenchResult): readonly string[] {
  const peers = Object.entries(result.peers).map(([name, value]) => `${name} ${figure(value)}`);
  const met = result.met === null ? '' : result.met ? 'met' : 'NOT MET';
  return [
    result.name,
    result.unit,
    figure(result.p50),
    figure(result.p99),
    String(result.runs),
    peers.join(', '),
    result.ratio === null ? '' : `${result.ratio.toFixed(2)} x`,
    result.goal ?? '',
    met,
  ];
}

function table(results: readonly BenchResult[]): string {
  const rows = [['name', 'unit', 'p50', 'p99', 'runs', 'beside it', 'ratio', 'goal', ''], ...results.map(row)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Options and names of the command line, or null where they make no sense. */
function readWords(words: readonly string[]) {
  try {
    const options = { json: { type: 'boolean' }, sessions: { type: 'string' }, long: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
    const sessions = Number(values.sessions ?? 50_000);
    return Number.isInteger(sessions) && sessions >= 100
      ? { json: values.json ?? false, names: positionals, sessions, long: values.long ?? false }
      : null;
  } catch {
    return null;
  }
}

async function main(args: readonly string[]): Promise<number> {
  const read = readWords(args);
  if (read === null) {
    console.error('Usage: npm run bench -- [NAME …] [--json] [--sessions 50000, at least 100] [--long]');
    return 2;
  }
  const { json, names, sessions, long } = read;
  const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no benchmark named ${unknown.join(', ')}. There are: ${benches.map((bench) => bench.name).join(', ')}.`,
    );
    return 2;
  }
  const results: BenchResult[] = [];
  for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
    if (!json) console.error(`measuring ${bench.name} …`);
    for (const result of await bench.run({ sessions, long })) {
      results.push(result);
      if (json) console.log(JSON.stringify(result));
    }
  }
  if (!json) console.log(table(results));
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
