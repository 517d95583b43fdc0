import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BACK_AFTER_MS,
  BLIND_AFTER_MS,
  findOutput,
  isMissed,
  maySound,
  nextOutput,
  realOutputs,
  type OutputDevice,
  type OutputState,
} from '../../../shared/music/output.ts';

const chosen = { deviceId: 'id-1', label: 'Over-ear' };
const device = (deviceId: string, label: string): OutputDevice => ({ deviceId, label });
const speaker = device('id-9', 'Built-in speaker');

/** Devices as browsers list them: few ids, few labels, the system's own entries among them. */
const devices = fc.uniqueArray(
  fc.record({
    deviceId: fc.constantFrom('id-1', 'id-2', 'id-3', 'default', 'communications', ''),
    label: fc.constantFrom('Over-ear', 'Over-ear', 'Speaker', ''),
  }),
  { maxLength: 5, selector: ({ deviceId }) => deviceId },
);

describe('which device is meant', () => {
  it('is the one with the id; else the only one with the label; else none, and never an entry of the system', () => {
    fc.assert(
      fc.property(devices, (listed) => {
        const found = findOutput(chosen, listed);
        const real = realOutputs(listed);
        const byId = real.some(({ deviceId }) => deviceId === 'id-1');
        const named = real.filter(({ label }) => label === 'Over-ear');
        if (byId) expect(found).toEqual({ kind: 'found', deviceId: 'id-1' });
        else if (named.length === 1) expect(found).toEqual({ kind: 'found', deviceId: named[0]?.deviceId });
        else expect(found.kind).toBe(named.length === 0 ? 'none' : 'several');
        if (found.kind === 'found') expect(['default', 'communications', '']).not.toContain(found.deviceId);
      }),
      { numRuns: 200 },
    );
  });

  it('a device without a label is nobody by its label', () => {
    expect(findOutput({ deviceId: 'old', label: '' }, [device('id-2', '')])).toEqual({ kind: 'none' });
  });
});

type Happening = { readonly afterMs: number } & (
  | { readonly looked: readonly OutputDevice[] | null }
  | { readonly chosen: true }
);
const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ afterMs: fc.integer({ min: 0, max: 1500 }), looked: devices }) },
    { weight: 2, arbitrary: fc.record({ afterMs: fc.integer({ min: 0, max: 1500 }), looked: fc.constant(null) }) },
    { weight: 1, arbitrary: fc.record({ afterMs: fc.integer({ min: 0, max: 1500 }), chosen: fc.constant(true) }) },
  ),
  { minLength: 1, maxLength: 40 },
);

describe('with headphones chosen', () => {
  it('sound goes out only where the last good look found them, not longer than two seconds ago', () => {
    let sounded = 0;
    let returned = 0;
    fc.assert(
      fc.property(happenings, (happened) => {
        let state: OutputState = { kind: 'waiting', since: 0 };
        let now = 0;
        let good: { at: number; id: string | null } = { at: 0, id: null };
        let missedAt: number | null = null;
        for (const one of happened) {
          now += one.afterMs;
          const before = state;
          const input =
            'chosen' in one ? { kind: 'chosen' as const } : { kind: 'looked' as const, devices: one.looked };
          state = nextOutput(state, chosen, input, now);
          if (input.kind === 'chosen') missedAt = null;
          if (input.kind === 'looked' && input.devices !== null) {
            const found = findOutput(chosen, input.devices);
            good = { at: now, id: found.kind === 'found' ? found.deviceId : null };
          }
          if (isMissed(state) && !isMissed(before)) missedAt = now;
          expect(state.kind).not.toBe('default');
          if (!maySound(state) || state.kind !== 'present') continue;
          sounded += 1;
          expect(good.id).toBe(state.deviceId);
          expect(now - good.at).toBeLessThan(BLIND_AFTER_MS);
          // What was missed comes back only after it was there for a while.
          if (isMissed(before)) {
            returned += 1;
            expect(before.kind).toBe('back');
            expect(now - missedAt!).toBeGreaterThanOrEqual(BACK_AFTER_MS);
          }
        }
      }),
      // So many that each case below is met for sure: of 300 runs one in thirty met too few returns.
      { numRuns: 1500 },
    );
    expect(sounded).toBeGreaterThan(100);
    expect(returned).toBeGreaterThan(20);
  });

  it('a look that finds them nowhere silences at once, whatever was before', () => {
    fc.assert(
      fc.property(happenings, (happened) => {
        let state: OutputState = { kind: 'waiting', since: 0 };
        let now = 0;
        for (const one of happened) {
          now += one.afterMs;
          if ('looked' in one) state = nextOutput(state, chosen, { kind: 'looked', devices: one.looked }, now);
          const gone = nextOutput(state, chosen, { kind: 'looked', devices: [speaker] }, now);
          expect(gone).toEqual({ kind: 'lost' });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('without a look that works they are lost after two seconds, and not found by waiting', () => {
    const looked = { kind: 'looked', devices: null } as const;
    const present: OutputState = { kind: 'present', deviceId: 'id-1', seenAt: 0 };
    expect(nextOutput(present, chosen, looked, BLIND_AFTER_MS - 1)).toEqual(present);
    expect(nextOutput(present, chosen, looked, BLIND_AFTER_MS)).toEqual({ kind: 'lost' });
    expect(nextOutput({ kind: 'waiting', since: 0 }, chosen, looked, BLIND_AFTER_MS)).toEqual({ kind: 'lost' });
    expect(nextOutput({ kind: 'lost' }, chosen, looked, 60_000)).toEqual({ kind: 'lost' });
  });

  it('another device in their place is an interruption, not the same headphones', () => {
    const present: OutputState = { kind: 'present', deviceId: 'id-1', seenAt: 0 };
    const looked = { kind: 'looked', devices: [device('id-2', 'Over-ear')] } as const;
    expect(nextOutput(present, chosen, looked, 100)).toEqual({ kind: 'back', deviceId: 'id-2', since: 100 });
  });
});

it('with nothing chosen the system decides, whatever devices there are', () => {
  fc.assert(
    fc.property(devices, (listed) => {
      expect(nextOutput({ kind: 'lost' }, null, { kind: 'looked', devices: listed }, 0)).toEqual({ kind: 'default' });
    }),
    { numRuns: 20 },
  );
});
