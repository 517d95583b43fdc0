import { existsSync } from 'node:fs';
import { allKinds, longFiles, shortFiles } from './music-files.ts';
import { importRows } from './music-import.ts';
import { memoryRows, positionRow, startRow } from './music-play.ts';
import { openPair, type Pair } from './music-rig.ts';
import type { Bench, BenchResult } from './result.ts';

const SHORT = 1000;
/** Lengths, min; the first is what plays while its position is followed. */
const LONG = [6, 5, 5, 6, 7, 8, 10, 12, 15, 30];
const MINUTES = 5;
const HOUR = 60;
/** Files that the track changes go through. */
const CHANGED = 20;

type Made = ReturnType<typeof shortFiles>;

/** Both contenders with the first files of a folder, for as long as `measure` takes. */
async function withPair<T>(
  { folder, files }: Made,
  count: number,
  measure: (pair: Pair, names: readonly string[]) => Promise<T>,
): Promise<T> {
  const names = files.slice(0, count).map(({ name }) => name);
  const pair = await openPair({ folder, names });
  try {
    return await measure(pair, names);
  } finally {
    await pair.close();
  }
}

/** Says each figure as soon as it is there: what ends early has not measured nothing. */
async function said(rows: Promise<readonly BenchResult[]>): Promise<readonly BenchResult[]> {
  for (const { name, unit, p50, p99, runs, peers } of await rows)
    console.error(`${name}: p50 ${p50}, p99 ${p99} ${unit}, ${runs} runs, beside it ${JSON.stringify(peers)}`);
  return rows;
}

/** A minute longer than what is followed, so that nothing ends. */
const hours = (): Made =>
  longFiles(
    'hour',
    allKinds.map(() => HOUR + 1),
    allKinds,
  );

/** How it plays: nothing here takes a core, so that one pair is followed for minutes while another goes through tracks. */
export async function playbackRows(long: boolean): Promise<readonly BenchResult[]> {
  const short = shortFiles(SHORT);
  const longer = long ? hours() : longFiles('long', LONG, allKinds);
  const minutes = long ? HOUR : MINUTES;
  const names = short.files.slice(0, CHANGED).map(({ name }) => name);
  const startsAndChanges = async (): Promise<readonly BenchResult[]> => [
    await withPair(short, CHANGED, startRow),
    ...(await memoryRows(short.folder, names)),
  ];
  const [changed, followed] = await Promise.all([
    said(startsAndChanges()),
    said(withPair(longer, 1, async (pair, [name = '']) => [await positionRow(pair, name, minutes)])),
  ]);
  return [...changed, ...followed];
}

async function importsRows(long: boolean): Promise<readonly BenchResult[]> {
  if (!existsSync('/proc/self/smaps_rollup')) throw new Error('Memory is read from /proc, which only Linux has.');
  return [
    ...(await said(importRows('10 files of 5 to 30 minutes', longFiles('long', LONG, allKinds)))),
    ...(await said(importRows(`${SHORT} files of 20 to 40 s`, shortFiles(SHORT)))),
    ...(long ? await said(importRows('a file of 61 minutes of each kind', hours())) : []),
  ];
}

/** Import with its memory, start and position of playback, memory over track changes; Howler by itself beside it. */
export const musicBench: Bench = {
  name: 'music',
  run: async ({ long }) => [...(await playbackRows(long)), ...(await importsRows(long))],
};
