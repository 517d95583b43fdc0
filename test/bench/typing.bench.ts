import * as fc from 'fast-check';
import { TestRoom } from '../helpers/session-builder.ts';
import { MINUTE } from '../helpers/fake-clock.ts';
import { summarise, type Bench, type BenchResult } from './result.ts';
import { outcomeOf, slips } from './typing-slips.ts';
import { typeReadings } from './typing-keys.ts';

const SLIPS = 1000;
/** The same slips on every machine. */
const SEED = 20_261_122;

/** Slips that have to be refused or asked about. */
const caught = new Set<string>(['out by ten', 'systolic and diastolic swapped', 'mis-pasted']);

function share(name: string, hits: number, of: number, goal: string | null, met: boolean | null): BenchResult {
  const value = (100 * hits) / of;
  return { name, unit: '%', p50: value, p99: value, runs: of, peers: {}, ratio: null, goal, met };
}

/** A thousand slips of each kind through the form's own state and the engine's own rules. */
function slipShares(): BenchResult[] {
  const room = new TestRoom().started().run(10 * MINUTE, 37_000);
  return Object.entries(slips).flatMap(([kind, arbitrary]) => {
    const outcomes = fc.sample(arbitrary, { numRuns: SLIPS, seed: SEED }).map((slip) => outcomeOf(room, slip));
    const refused = outcomes.filter(({ what }) => what === 'refused').length;
    const asked = outcomes.filter(({ what }) => what === 'asked').length;
    const stored = outcomes.filter((outcome) => outcome.stored !== null);
    const alike = stored.filter((outcome) => outcome.stored === true).length;
    const isRight = kind === 'right readings';
    const goal = caught.has(kind) ? 'at least 99 %' : null;
    const results = [
      share(
        `typing: ${kind}: refused or asked about`,
        refused + asked,
        SLIPS,
        goal,
        goal === null ? null : refused + asked >= SLIPS * 0.99,
      ),
      share(`typing: ${kind}: refused`, refused, SLIPS, null, null),
    ];
    if (!isRight) {
      const offered = outcomes.filter((outcome) => outcome.offered).length;
      results.push(share(`typing: ${kind}: offered right, one press`, offered, SLIPS, null, null));
    }
    if (stored.length > 0) {
      results.push(
        share(`typing: ${kind}: stored as the echo said`, alike, stored.length, 'all', alike === stored.length),
      );
    }
    return results;
  });
}

async function keyResults(): Promise<BenchResult[]> {
  const { ways, blankPage } = await typeReadings();
  return [...ways].flatMap(([way, readings]) => {
    const keys = readings.map((reading) => reading.keys);
    return [
      summarise({
        ...{ name: `typing: ${way}`, unit: 'keys', samples: keys, peers: {} },
        ...{ goal: 'at most 14', met: () => Math.max(...keys) <= 14 },
      }),
      summarise({
        ...{ name: `typing: ${way}: key to glass in sum`, unit: 'ms' },
        peers: { 'as many keys on an empty page': blankPage.map((reading) => reading.latencyMs) },
        samples: readings.map((reading) => reading.latencyMs),
        ...{ goal: 'under 300 ms', met: (_p50, p99) => p99 < 300 },
      }),
    ];
  });
}

/** Entering a reading: what becomes of slips, and how many keys and how much waiting a reading takes. */
export const typingBench: Bench = { name: 'typing', run: async () => [...slipShares(), ...(await keyResults())] };
