import { replay } from '../../shared/session/evolve.ts';
import { sessionOf } from './record-append.ts';
import { timed } from './record-parts.ts';
import { summarise, type BenchResult } from './result.ts';

const EVENTS = 500;
const REPLAYS = 200;

/** State from 500 events, as after a restart. Beside it only the parsing of the same events from JSON. */
export async function replaySession(): Promise<BenchResult> {
  const events = sessionOf(EVENTS).events.slice(0, EVENTS);
  const json = JSON.stringify(events);
  const replays: number[] = [];
  const parses: number[] = [];
  for (let run = 0; run < REPLAYS; run += 1) {
    replays.push(await timed(() => replay(events)));
    parses.push(await timed(() => JSON.parse(json) as unknown));
  }
  return summarise({
    name: `record: replay of ${EVENTS} events`,
    unit: 'ms',
    samples: replays,
    peers: { 'JSON.parse of the same': parses },
    goal: 'p99 < 10 ms',
    met: (_p50, p99) => p99 < 10,
  });
}
