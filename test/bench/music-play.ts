import { setTimeout as pause } from 'node:timers/promises';
import { memoryAlone } from './music-alone.ts';
import type { Contender, Pair } from './music-rig.ts';
import { percentile, summarise, type BenchResult } from './result.ts';

const STARTS = 60;
/** Between two starts, ms: the one before has gone. */
const REST_MS = 200;
const CHANGES = 200;
const FADE_MS = 250;
/** At the beginning and the end of the stretch that is measured, looks. */
const LOOKS = 100;
const LOOK_EVERY_MS = 100;
const HALF = 50;
const SHARE = 0.05;

/** From the request to the first sound of a track that was not made ready, both in turn. */
export async function startRow(pair: Pair, files: readonly string[]): Promise<BenchResult> {
  const player: number[] = [];
  const howler: number[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    const file = files[run % files.length] ?? '';
    player.push(await pair.player.next(file, 0));
    await pause(REST_MS);
    howler.push(await pair.howler.next(file, 0));
    await pause(REST_MS);
  }
  return summarise({
    name: 'music: start of a track that was not made ready, from the request to the first sound',
    unit: 'ms',
    samples: player,
    peers: { 'Howler by itself': howler },
    goal: null,
    met: () => null,
  });
}

/** How far the position has moved against the clock after so many minutes, both at once; the sign is left out. */
export async function positionRow(pair: Pair, file: string, minutes: number): Promise<BenchResult> {
  await Promise.all([pair.player.next(file, 1000), pair.howler.next(file, 1000)]);
  await pause(5000);
  const begun = performance.now();
  const before = await Promise.all([lag(pair.player), lag(pair.howler)]);
  await pause(minutes * 60_000 - (performance.now() - begun));
  const after = await Promise.all([lag(pair.player), lag(pair.howler)]);
  const moved = (who: 0 | 1): readonly number[] => {
    const from = percentile(before[who], 0.5);
    return after[who].map((at) => Math.abs(at - from));
  };
  return summarise({
    name: `music: position after ${minutes} minutes at rate 1, off by`,
    unit: 'ms',
    samples: moved(0),
    peers: { 'Howler by itself': moved(1) },
    goal: 'p99 < 20 ms',
    met: (_p50, p99) => p99 < 20,
  });
}

/** By how much the position is ahead of the clock, at each of some looks, ms. */
async function lag(contender: Contender): Promise<readonly number[]> {
  const found: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const { at, clock } = await contender.position();
    found.push(at - clock);
    await pause(LOOK_EVERY_MS);
  }
  return found;
}

/** Memory of the player's page over many track changes with crossfades: what the last of them hold more than those before. */
export async function memoryRows(folder: string, names: readonly string[]): Promise<readonly BenchResult[]> {
  const { player, howler } = await memoryAlone({ folder, names }, CHANGES, FADE_MS);
  const grown = (found: readonly number[]): number =>
    percentile(found.slice(-HALF), 0.5) / percentile(found.slice(-2 * HALF, -HALF), 0.5) - 1;
  return [
    summarise({
      name: `music: the player's page over ${CHANGES} track changes, memory after each`,
      unit: 'MB',
      samples: player,
      peers: { 'Howler by itself': howler },
      goal: null,
      met: () => null,
    }),
    summarise({
      name: `music: its last ${HALF} against the ${HALF} before, medians, more by`,
      unit: '%',
      samples: [grown(player) * 100],
      peers: { 'Howler by itself': [grown(howler) * 100] },
      goal: 'within 5 %',
      met: (found) => Math.abs(found) <= SHARE * 100,
    }),
  ];
}
