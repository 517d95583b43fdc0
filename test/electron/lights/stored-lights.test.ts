import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoredLights } from '../../../electron/lights/stored-lights.ts';
import { MOST_LAMPS } from '../../../shared/lights/setup.ts';
import { broker, ceiling, floor, strip } from './lamp-fixtures.ts';

const good = { connections: [strip, broker], lamps: [floor, ceiling], leaving: 0.6 };

describe('lamps in the settings', () => {
  it('are read as they were written', () => {
    expect(readStoredLights(good)).toEqual({ setup: good, setAside: [], newlySetAside: 0 });
    expect(readStoredLights(undefined).newlySetAside).toBe(0);
  });

  it.each([
    ['a connection with a path for a host', { ...good, connections: [{ ...strip, host: 'x/../y' }, broker] }, 2],
    ['a lamp twice', { ...good, lamps: [floor, floor, ceiling] }, 1],
    ['a lamp of no connection', { ...good, lamps: [{ ...floor, connectionId: 'gone' }, ceiling] }, 1],
    [
      'a lamp of another kind than its connection',
      { ...good, lamps: [{ ...floor, connectionId: 'broker' }, ceiling] },
      1,
    ],
    ['a level that is no level', { ...good, leaving: 7 }, 1],
    ['a secret written in by hand', { ...good, connections: [strip, { ...broker, user: 'x'.repeat(200) }] }, 2],
  ])('%s costs only itself and what hangs on it', (_name, value, aside) => {
    const read = readStoredLights(value);
    expect(read.newlySetAside).toBe(aside);
    expect(read.setAside).toHaveLength(aside);
    expect(read.setup.connections.length + read.setup.lamps.length).toBeGreaterThan(0);
  });

  it('too many lamps: the first ones count, the others are kept aside', () => {
    const lamps = Array.from({ length: MOST_LAMPS + 3 }, (_, at) => ({ ...floor, id: `lamp-${at}` }));
    const read = readStoredLights({ ...good, lamps });
    expect([read.setup.lamps.length, read.setAside.length]).toEqual([MOST_LAMPS, 3]);
  });

  it('lose no entry, whatever stands there', () => {
    const entry = fc.oneof(fc.constantFrom<unknown>(strip, broker, floor, ceiling), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.array(entry, { maxLength: 8 }), (connections, lamps) => {
        const { setup, setAside } = readStoredLights({ connections, lamps });
        expect(setup.connections.length + setup.lamps.length + setAside.length).toBe(connections.length + lamps.length);
        expect(readStoredLights({ ...setup, setAside })).toEqual({ setup, setAside, newlySetAside: 0 });
      }),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void readStoredLights(value)),
      { numRuns: 60 },
    );
  });
});
