import { describe, expect, it } from 'vitest';
import type { LightDriver } from '../../../electron/lights/port.ts';
import { createLampRegistry } from '../../../electron/lights/registry.ts';
import type { Connection, ConnectionKind } from '../../../shared/lights/lamps.ts';
import { noLights, type LampHealth, type LightsSetup } from '../../../shared/lights/setup.ts';
import type { ZoneName } from '../../../shared/lights/scene.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { bright, fakeLamp, sent } from './fixtures.ts';
import { broker, ceiling, floor, strip, testOpeners } from './lamp-fixtures.ts';

/** A registry over settings that can be changed, with a hand on the clock. */
function room(first: LightsSetup, refuses: ConnectionKind | null = null) {
  const time = fakeTime();
  const { openers, links } = testOpeners(refuses);
  let setup = first;
  const secrets = new Map([['broker', 'a secret']]);
  const seen: { drivers: readonly LightDriver[]; names: (string | null)[] }[] = [];
  const again: string[] = [];
  const lost: string[] = [];
  const health: LampHealth[] = [];
  const faults: unknown[] = [];
  const registry = createLampRegistry({
    ...{ openers, timers: time, wall: () => 1_000_000 + time.now() },
    setup: () => setup,
    secrets: { get: async (connection: Connection) => secrets.get(connection.id) ?? null },
    screen: fakeLamp('screen', time, () => ({ afterMs: 0, outcome: sent })),
    byHand: (zones: readonly ZoneName[]) => fakeLamp(`byHand ${zones.join(' ')}`, time, () => null),
    lights: {
      replace: (drivers, nameOf) => void seen.push({ drivers, names: drivers.map(({ id }) => nameOf?.(id) ?? null) }),
      again: (ids) => void again.push(...ids),
      lost: (id, code) => void lost.push(`${id} ${code}`),
    },
    onHealth: (now) => void health.push(now),
    onFault: (error) => void faults.push(error),
  });
  return {
    ...{ time, links, registry, secrets, again, lost, health, faults },
    change: async (next: LightsSetup): Promise<void> => {
      setup = next;
      await registry.apply();
    },
    ids: () => seen.at(-1)?.drivers.map(({ id }) => id),
    names: () => seen.at(-1)?.names,
    drivers: () => seen.at(-1)?.drivers ?? [],
    of: (lampId: string) => registry.view().lamps.find(({ id }) => id === lampId)?.lost,
  };
}

const both: LightsSetup = { connections: [strip, broker], lamps: [floor, ceiling], leaving: null };

describe('the lamps of a room', () => {
  it('without any: the screen and the prompt for the room', async () => {
    const at = room(noLights);
    await at.registry.apply();
    expect(at.ids()).toEqual(['screen', 'byHand room']);
  });

  it('are the drivers of their connections, by their names; the prompt is for zones without one', async () => {
    const at = room(both);
    await at.registry.apply();
    expect(at.ids()).toEqual(['screen', 'floor', 'ceiling', 'byHand task']);
    expect(at.names()).toEqual([null, 'Floor', 'Ceiling', null]);
    expect(at.links.map(({ parts }) => parts.secret)).toEqual([null, 'a secret']);
    await at.change({ ...both, lamps: [{ ...floor, zone: 'room' }, ceiling] });
    expect(at.ids()).toEqual(['screen', 'floor', 'ceiling']);
  });

  it('changed on one connection, leave the others and their drivers alone', async () => {
    const at = room(both);
    await at.registry.apply();
    const [, first] = at.drivers();
    await at.change({ ...both, lamps: [floor, { ...ceiling, gamma: 2 }] });
    expect(at.links.map(({ closed, connectionId }) => [connectionId, closed])).toEqual([
      ['strip', false],
      ['broker', true],
      ['broker', false],
    ]);
    expect(at.drivers()[1]).toBe(first);
  });

  it('one lamp less does not open its connection anew', async () => {
    const other = { ...floor, id: 'other', target: { kind: 'wled', segment: 1 } } as const;
    const at = room({ ...both, lamps: [floor, other] });
    await at.registry.apply();
    await at.change({ ...both, lamps: [other] });
    expect(at.links).toHaveLength(2);
    expect(at.ids()).toContain('other');
    expect(at.ids()).not.toContain('floor');
  });

  it('a connection that is removed is closed', async () => {
    const at = room(both);
    await at.registry.apply();
    await at.change({ ...both, connections: [broker], lamps: [ceiling] });
    expect(at.links[0]?.closed).toBe(true);
    expect(at.registry.link('strip')).toBeNull();
    expect(at.registry.view().connections.map(({ id }) => id)).toEqual(['broker']);
  });

  it('several changes at once end as the last one', async () => {
    const at = room(both);
    await Promise.all([
      at.registry.apply(),
      at.change(noLights),
      at.change(both),
      at.change({ ...both, lamps: [floor] }),
    ]);
    expect(at.ids()).toEqual(['screen', 'floor', 'byHand patient task']);
    expect(at.links.filter(({ closed }) => !closed).map(({ connectionId }) => connectionId)).toEqual([
      'strip',
      'broker',
    ]);
  });

  it('a link that never closes holds up the others for two seconds', async () => {
    const at = room(both);
    await at.registry.apply();
    Object.assign(at.links[0] ?? {}, { close: () => new Promise(() => undefined) });
    const changing = at.change({ ...both, lamps: [{ ...floor, gamma: 1 }, ceiling] });
    await at.time.pass(2_000);
    await changing;
    expect(at.links).toHaveLength(3);
  });
});

describe('a connection that cannot be opened', () => {
  it('without its secret is told, and its lamp answers every scene at once', async () => {
    const at = room(both);
    at.secrets.clear();
    await at.registry.apply();
    expect(at.of('ceiling')).toEqual({ since: 1_000_000, code: 'secretNeeded' });
    expect(at.ids()).toContain('ceiling');
    const lamp = at.drivers().find(({ id }) => id === 'ceiling');
    expect(await lamp?.send(bright, 0, new AbortController().signal)).toEqual({ kind: 'failed', code: 'notOpen' });
    at.secrets.set('broker', 'given anew');
    await at.registry.apply();
    expect(at.of('ceiling')).toBeNull();
    expect(at.links.at(-1)?.parts.secret).toBe('given anew');
  });

  it('a driver that throws costs its own lamps only', async () => {
    const at = room(both, 'wled');
    await at.registry.apply();
    expect(at.of('floor')?.code).toBe('notOpen');
    expect(at.of('ceiling')).toBeNull();
    expect(at.faults).toHaveLength(1);
  });

  it('of a kind that this app does not know is told', async () => {
    const sacn: Connection = {
      ...{ id: 'sacn', name: 'Node', host: null, from: null, universe: 1, priority: 100, frameRate: 40 },
      kind: 'sacn',
    };
    const at = room({ ...both, connections: [sacn], lamps: [] });
    await at.registry.apply();
    expect(at.registry.view().connections[0]?.health).toMatchObject({ kind: 'lost', code: 'kindUnknown' });
  });
});

describe('who answers', () => {
  it('a lost connection is lost since it was, with all its lamps; back, they are led to the scene again', async () => {
    const at = room(both);
    await at.registry.apply();
    await at.time.pass(5_000);
    at.links[1]?.say({ kind: 'lost', since: 1_005_000, code: 'unreachable' });
    await at.time.pass(60_000);
    at.links[1]?.say({ kind: 'lost', since: 1_065_000, code: 'timeout' });
    expect(at.of('ceiling')).toEqual({ since: 1_005_000, code: 'timeout' });
    expect([at.of('floor'), at.again]).toEqual([null, []]);
    at.links[1]?.say({ kind: 'ok' });
    expect(at.of('ceiling')).toBeNull();
    expect(at.again).toEqual(['ceiling']);
  });

  it('a lamp that does not take a scene is lost from the first time on, until it takes one', async () => {
    const at = room(both);
    await at.registry.apply();
    const failed = (code: string) => [{ driver: 'floor', outcome: { kind: 'failed', code } }] as never;
    at.registry.outcomes(failed('superseded'));
    expect(at.of('floor')).toBeNull();
    at.registry.outcomes(failed('busy'));
    await at.time.pass(9_000);
    at.registry.outcomes([{ driver: 'floor', outcome: { kind: 'timeout' } }] as never);
    expect(at.of('floor')).toEqual({ since: 1_000_000, code: 'timeout' });
    expect(at.health.at(-1)?.lamps).toContainEqual({ id: 'floor', lost: { since: 1_000_000, code: 'timeout' } });
    at.registry.outcomes([{ driver: 'floor', outcome: sent }] as never);
    expect(at.of('floor')).toBeNull();
  });

  it('what a link says after it was given up counts no more', async () => {
    const at = room(both);
    await at.registry.apply();
    const [old] = at.links;
    await at.change({ ...both, lamps: [{ ...floor, gamma: 1 }, ceiling] });
    old?.say({ kind: 'lost', since: 1, code: 'unreachable' });
    old?.parts.onLost('floor', 'unreachable');
    expect([at.of('floor'), at.lost]).toEqual([null, []]);
    at.links.at(-1)?.parts.onLost('floor', 'unreachable');
    expect(at.lost).toEqual(['floor unreachable']);
  });
});

describe('a lamp that is only looked at', () => {
  it('is opened beside the saved ones and follows no session', async () => {
    const at = room(both);
    await at.registry.apply();
    const other = { ...floor, id: 'tried', target: { kind: 'wled', segment: 2 } } as const;
    expect((await at.registry.trial(other))?.id).toBe('tried');
    expect(at.links.at(-1)?.lamps.map(({ id }) => id)).toEqual(['floor', 'tried']);
    expect(at.ids()).not.toContain('tried');
    expect(await at.registry.trial({ ...other, connectionId: 'gone' })).toBeNull();
    await at.registry.trial(null);
    expect(at.ids()).toEqual(['screen', 'floor', 'ceiling', 'byHand task']);
  });

  it('in place of its saved form, and back', async () => {
    const at = room(both);
    await at.registry.apply();
    await at.registry.trial({ ...floor, minimumLevel: 0, gamma: 1 });
    expect(at.links.at(-1)?.lamps).toEqual([{ ...floor, minimumLevel: 0, gamma: 1 }]);
    await at.registry.trial(null);
    expect(at.registry.link('strip')).toMatchObject({ lamps: [floor] });
  });
});

it('closed, everything is given up and nothing opens again', async () => {
  const at = room(both);
  await at.registry.apply();
  await at.registry.close();
  await at.registry.apply();
  expect(at.links.map(({ closed }) => closed)).toEqual([true, true]);
});
