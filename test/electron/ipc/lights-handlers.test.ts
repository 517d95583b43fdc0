import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lightsHandlers } from '../../../electron/ipc/lights-handlers.ts';
import { parseRequest } from '../../../electron/ipc/parse-request.ts';
import type { Front } from '../../../electron/front.ts';
import { pairHue } from '../../../electron/lights/hue/pair.ts';
import { createLampKeeper } from '../../../electron/lights/lamp-keeper.ts';
import { LightError } from '../../../electron/lights/limited.ts';
import { createLampRegistry } from '../../../electron/lights/registry.ts';
import { openLampSecrets } from '../../../electron/lights/secrets.ts';
import { createTryLamp } from '../../../electron/lights/try-lamp.ts';
import { lightsRequests } from '../../../shared/ipc/lights.ts';
import { noLights, type LightsSetup } from '../../../shared/lights/setup.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { fixedKeychain } from '../../helpers/keychains.ts';
import { fakeLamp, sent } from '../lights/fixtures.ts';
import { broker, ceiling, floor, strip, testOpeners } from '../lights/lamp-fixtures.ts';

const SECRET = 'Kranichfeder-Token-77';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lights-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The real parts behind the requests, over settings in memory. */
async function opened(first: LightsSetup = noLights) {
  const time = fakeTime();
  const { openers, links } = testOpeners();
  let setup = first;
  let signedIn = true;
  let live = false;
  let ids = 0;
  const file = path.join(folder, 'lamp-secrets.json');
  const secrets = await openLampSecrets({ file, keychain: fixedKeychain(Buffer.alloc(32, 1)), chainKey: () => null });
  const settings = { lights: () => setup, setLights: (next: LightsSetup) => void (setup = next) };
  const none = { replace: () => undefined, again: () => undefined, lost: () => undefined };
  const screen = fakeLamp('screen', time, () => ({ afterMs: 0, outcome: sent }));
  const registry = createLampRegistry({
    ...{ openers, setup: settings.lights, secrets, timers: time, wall: time.now, screen, byHand: () => screen },
    ...{ lights: none, onHealth: () => undefined, onFault: () => undefined },
  });
  await registry.apply();
  const newId = (): string => `new-${(ids += 1)}`;
  const front = {
    board: {
      now: {
        get signedIn() {
          return signedIn ? { staffId: 'alvarez' } : null;
        },
      },
    },
    get desk() {
      return { room: { live: live ? {} : null } };
    },
  } as unknown as Front;
  const handlers = lightsHandlers(front, {
    ...{ setup: settings.lights, setAside: 0, registry, secrets, probe: { openers, timers: time, wall: time.now } },
    keeper: createLampKeeper({ settings, secrets, registry, openers, newId }),
    tryLamp: createTryLamp({ registry, timers: time, live: () => live }),
    look: async (signal) => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      return [];
    },
    certificate: () => Promise.reject(new LightError('unreachable')),
    pair: pairHue,
  });
  return {
    ...{ time, links, registry, secrets, handlers },
    setup: () => setup,
    signOut: () => void (signedIn = false),
    begin: () => void (live = true),
    codeOf: (answer: { readonly ok: boolean; readonly code?: string }) => (answer.ok ? 'ok' : answer.code),
  };
}

const one: LightsSetup = { connections: [strip], lamps: [floor], leaving: null };
const tried = { id: null, connectionId: 'strip', target: floor.target, dims: true, kelvin: null } as const;

describe('who may', () => {
  /** Every request, with arguments that fit. */
  const all = {
    'lights.list': {},
    'lights.discover': {},
    'lights.certificate': { kind: 'hue', host: '127.0.0.1' },
    'lights.pair': { connectionId: null, name: 'Bridge', host: '127.0.0.1', certificate: 'a'.repeat(64) },
    'lights.tryConnection': { connection: strip, secret: null },
    'lights.saveConnection': { connection: strip, isNew: false, secret: null },
    'lights.findLamps': { connectionId: 'strip' },
    'lights.saveLamp': { lamp: floor, isNew: false },
    'lights.blink': { lamp: tried },
    'lights.tryLevel': { lamp: tried, level: 0.5 },
    'lights.endTry': {},
    'lights.setLeaving': { leaving: null },
    'lights.setSecret': { connectionId: 'strip', secret: 'x' },
    'lights.removeLamp': { lampId: 'floor' },
    'lights.removeConnection': { connectionId: 'strip' },
  } as const;
  const always: readonly string[] = [
    ...['lights.list', 'lights.endTry', 'lights.setSecret', 'lights.removeLamp', 'lights.removeConnection'],
  ];

  it('every request is listed here', () => {
    expect([...Object.keys(all), 'lights.stop'].toSorted()).toEqual(Object.keys(lightsRequests).toSorted());
  });

  it.each(Object.entries(all))('%s: nobody on the locked screen', async (name, args) => {
    const at = await opened(one);
    at.signOut();
    const answer = await at.handlers[name as 'lights.list'](args as never, 'room');
    expect(at.codeOf(answer)).toBe('access.signInNeeded');
    expect([at.setup(), at.links[0]?.sent]).toEqual([one, []]);
  });

  it.each(Object.entries(all).filter(([name]) => !always.includes(name)))(
    '%s: not while a session has the lamps',
    async (name, args) => {
      const at = await opened(one);
      at.begin();
      const answer = await at.handlers[name as 'lights.list'](args as never, 'room');
      expect(at.codeOf(answer)).toBe('lights.sessionRuns');
      expect([at.setup(), at.links[0]?.sent, at.links.length]).toEqual([one, [], 1]);
    },
  );

  it('a secret is given anew, and a lamp removed, in the middle of a session', async () => {
    const at = await opened({ connections: [strip, broker], lamps: [floor, ceiling], leaving: null });
    at.begin();
    expect(at.codeOf(await at.handlers['lights.setSecret']({ connectionId: 'broker', secret: SECRET }, 'room'))).toBe(
      'ok',
    );
    await at.registry.apply();
    expect(at.links.at(-1)?.parts.secret).toBe(SECRET);
    expect(at.codeOf(await at.handlers['lights.removeLamp']({ lampId: 'floor' }, 'room'))).toBe('ok');
    expect(at.setup().lamps).toEqual([ceiling]);
  });

  it('only the room window', () => {
    for (const { windows } of Object.values(lightsRequests)) expect(windows).toEqual(['room']);
  });
});

describe('a secret', () => {
  it('goes to the link and comes back in no answer', async () => {
    const at = await opened();
    const saved = await at.handlers['lights.saveConnection'](
      { connection: broker, isNew: true, secret: SECRET },
      'room',
    );
    await at.registry.apply();
    const answers = [
      saved,
      await at.handlers['lights.list']({}, 'room'),
      await at.handlers['lights.findLamps']({ connectionId: 'new-1' }, 'room'),
      await at.handlers['lights.tryConnection']({ connection: { ...broker, id: 'new-1' }, secret: null }, 'room'),
      at.registry.view(),
      at.setup(),
    ];
    expect(at.links.map(({ parts }) => parts.secret)).toEqual([SECRET, SECRET]);
    expect(JSON.stringify(answers)).not.toContain(SECRET);
  });

  it('is asked for again where the connection leads elsewhere now', async () => {
    const at = await opened();
    await at.handlers['lights.saveConnection']({ connection: broker, isNew: true, secret: SECRET }, 'room');
    const moved = { ...broker, id: 'new-1', host: '192.0.2.66' };
    const answer = await at.handlers['lights.saveConnection'](
      { connection: moved, isNew: false, secret: null },
      'room',
    );
    expect(at.codeOf(answer)).toBe('lights.secretNeeded');
    expect(at.setup().connections[0]).toMatchObject({ host: broker.host });
    await at.handlers['lights.tryConnection']({ connection: moved, secret: null }, 'room');
    expect(at.links.at(-1)?.parts.secret).toBeNull();
  });

  it('goes with its connection', async () => {
    const at = await opened();
    await at.handlers['lights.saveConnection']({ connection: broker, isNew: true, secret: SECRET }, 'room');
    await at.handlers['lights.removeConnection']({ connectionId: 'new-1' }, 'room');
    expect(await at.secrets.get({ ...broker, id: 'new-1' })).toBeNull();
    expect(at.setup()).toEqual(noLights);
  });

  it('with a line break, empty or endless never gets in', () => {
    for (const secret of ['a\r\nHost: x', '', 'x'.repeat(2_001), 'a\u0000b', 7]) {
      const message = JSON.stringify({ name: 'lights.setSecret', args: { connectionId: 'broker', secret } });
      expect(parseRequest(message)).toMatchObject({ ok: false, code: 'ipc.invalidField', field: 'secret' });
      expect(JSON.stringify(parseRequest(message))).not.toContain('Host');
    }
  });

  it.each(['http://x', 'x/y', 'user@x', 'x y', '', 'x'.repeat(200), '[::1', 'x:999999'])(
    'nor does an address like "%s"',
    (host) => {
      const args = { connection: { ...strip, host }, isNew: true, secret: null };
      expect(parseRequest(JSON.stringify({ name: 'lights.saveConnection', args })).ok).toBe(false);
    },
  );
});

describe('lamps', () => {
  it('are added, changed and removed; the same lamp twice is refused', async () => {
    const at = await opened({ connections: [strip, broker], lamps: [], leaving: null });
    const save = (lamp: typeof floor, isNew: boolean) => at.handlers['lights.saveLamp']({ lamp, isNew }, 'room');
    expect(await save(floor, true)).toMatchObject({ ok: true, data: { lampId: 'new-1' } });
    expect(at.codeOf(await save({ ...floor, name: 'Again' }, true))).toBe('lights.lampTwice');
    expect(at.codeOf(await save({ ...floor, id: 'new-1', name: 'Skirting' }, false))).toBe('ok');
    expect(at.codeOf(await save({ ...floor, id: 'gone' }, false))).toBe('lights.lampUnknown');
    expect(at.codeOf(await save({ ...floor, connectionId: 'gone' }, true))).toBe('lights.connectionUnknown');
    expect(at.codeOf(await save({ ...floor, connectionId: 'broker' }, true))).toBe('lights.otherKind');
    expect(at.setup().lamps).toEqual([{ ...floor, id: 'new-1', name: 'Skirting' }]);
  });

  it('blink slowly, twice, and end bright', async () => {
    const at = await opened(one);
    const blinking = at.handlers['lights.blink']({ lamp: tried }, 'room');
    await at.time.pass(10_000);
    expect(at.codeOf(await blinking)).toBe('ok');
    const link = at.links.at(-1);
    expect(link?.sent.map(({ scene }) => scene.zones[0]?.level)).toEqual([0.2, 1, 0.2, 1]);
    expect(Math.min(...(link?.sent ?? []).map(({ fadeMs }) => fadeMs))).toBeGreaterThanOrEqual(500);
  });

  it('stop blinking when a session begins', async () => {
    const at = await opened(one);
    const blinking = at.handlers['lights.blink']({ lamp: tried }, 'room');
    await at.time.pass(500);
    at.begin();
    await at.time.pass(10_000);
    expect(at.codeOf(await blinking)).toBe('lights.sessionRuns');
    expect(at.links.at(-1)?.sent).toHaveLength(1);
    await at.handlers['lights.endTry']({}, 'room');
    expect(at.links.flatMap(({ sent: all }) => all)).toHaveLength(1);
  });

  it('show the number itself while somebody looks for the least of it, and give light again after', async () => {
    const at = await opened(one);
    await at.handlers['lights.tryLevel']({ lamp: { ...tried, id: 'floor' }, level: 0.03 }, 'room');
    const link = at.links.at(-1);
    expect(link?.lamps).toMatchObject([{ id: 'floor', minimumLevel: 0, gamma: 1 }]);
    await at.handlers['lights.endTry']({}, 'room');
    expect(link?.sent.map(({ scene }) => scene.zones[0]?.level)).toEqual([0.03, 1]);
    expect(at.registry.link('strip')).toMatchObject({ lamps: [floor] });
  });

  it('that do not answer are told with the reason', async () => {
    const at = await opened(one);
    expect(await at.handlers['lights.certificate']({ kind: 'hue', host: '127.0.0.1' }, 'room')).toMatchObject({
      ...{ kind: 'unavailable', code: 'lights.noAnswer', params: { why: 'unreachable' } },
    });
  });
});

it('looking around ends when it is stopped, and when something else is asked', async () => {
  const at = await opened(one);
  const first = at.handlers['lights.discover']({}, 'room');
  const second = at.handlers['lights.discover']({}, 'room');
  expect(at.codeOf(await first)).toBe('ok');
  await at.handlers['lights.stop']({}, 'room');
  expect(at.codeOf(await second)).toBe('ok');
});
