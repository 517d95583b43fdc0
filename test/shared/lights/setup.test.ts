import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsSecret, secretPurpose, zonesByHand } from '../../../shared/lights/setup.ts';
import { zoneNames } from '../../../shared/lights/scene.ts';
import { bridge, broker, strip } from '../../electron/lights/lamp-fixtures.ts';

describe('zones that are dimmed by hand', () => {
  it.each([
    [[], ['room']],
    [['room'], []],
    [['room', 'floor'], []],
    [['patient'], ['task', 'floor']],
    [['patient', 'task', 'floor'], []],
  ] as const)('with lamps in %j: %j', (lit, byHand) => {
    expect(zonesByHand(lit.map((zone) => ({ zone })))).toEqual(byHand);
  });

  it('never name a zone that has a lamp', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...zoneNames)), (lit) => {
        expect(zonesByHand(lit.map((zone) => ({ zone }))).filter((zone) => lit.includes(zone))).toEqual([]);
      }),
    );
  });
});

describe('what a secret is given for', () => {
  const pinned = { ...broker, encrypted: true, certificate: 'b'.repeat(64) };

  it('is the address where nothing else proves the other side', () => {
    expect(secretPurpose({ ...broker, host: '127.0.0.2' })).not.toBe(secretPurpose(broker));
    expect(secretPurpose({ ...broker, encrypted: true })).not.toBe(secretPurpose(broker));
    expect(secretPurpose({ ...broker, user: 'other' })).not.toBe(secretPurpose(broker));
    expect(secretPurpose({ ...broker, name: 'Renamed' })).toBe(secretPurpose(broker));
  });

  it('is the certificate where one is pinned, so that a bridge may move', () => {
    for (const connection of [pinned, bridge]) {
      expect(secretPurpose({ ...connection, host: '127.0.0.2' })).toBe(secretPurpose(connection));
      expect(secretPurpose({ ...connection, certificate: 'c'.repeat(64) })).not.toBe(secretPurpose(connection));
      expect(secretPurpose({ ...connection, id: 'another' })).not.toBe(secretPurpose(connection));
    }
  });

  it('is not a certificate that nobody compares', () => {
    const unused = { ...pinned, encrypted: false };
    expect(secretPurpose({ ...unused, host: '127.0.0.2' })).not.toBe(secretPurpose(unused));
  });

  it('there is none for a broker without a user, and for a strip', () => {
    expect([bridge, broker, { ...broker, user: null }, strip].map(needsSecret)).toEqual([true, true, false, false]);
  });
});
