import { afterEach, describe, expect, it } from 'vitest';
import { openHomeAssistant } from '../../../../electron/lights/home-assistant/open-home-assistant.ts';
import type { ConnectionOf, Lamp } from '../../../../shared/lights/lamps.ts';
import type { Timers } from '../../../../electron/lights/port.ts';
import { systemTimers } from '../../../../electron/lights/timers.ts';
import { fakeTime, type FakeTime } from '../../../helpers/fake-time.ts';
import { lampOf, lightLink, sceneOf, type LitLink } from '../../../helpers/light-link.ts';
import { selfSigned } from '../../../helpers/self-signed.ts';
import { homeLight } from '../../../peers/home-assistant-commands.ts';
import { startHomeAssistant, type FakeHome, type HomeOptions } from '../../../peers/home-assistant.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const going = (): AbortSignal => new AbortController().signal;
const one = lampOf('one', { kind: 'homeAssistant', entity: 'light.one' }, { kelvin: { min: 2200, max: 4000 } });
const step = lampOf('step', { kind: 'homeAssistant', entity: 'light.step' });
const socket = lampOf('socket', { kind: 'homeAssistant', entity: 'switch.socket' }, { dims: false });
const stepwise = {
  ...homeLight('light.step', { supported_features: 0, brightness: 255, supported_color_modes: ['brightness'] }),
  state: 'on',
};
const entities = [homeLight('light.one'), stepwise, { entity_id: 'switch.socket', state: 'off', attributes: {} }];

async function home(options: HomeOptions = {}): Promise<FakeHome> {
  const started = await startHomeAssistant({ entities, ...options });
  ends.push(started.stop);
  return started;
}

function open(
  { port }: FakeHome,
  lamps: readonly Lamp[],
  token: string | null,
  rest: Partial<ConnectionOf<'homeAssistant'>> = {},
  timers: Timers = systemTimers,
): LitLink {
  const connection: ConnectionOf<'homeAssistant'> = {
    kind: 'homeAssistant',
    id: 'way',
    name: 'Home',
    host: `127.0.0.1:${port}`,
    encrypted: false,
    certificate: null,
    ...rest,
  };
  const opened = lightLink(token, (parts) => openHomeAssistant(connection, lamps, { ...parts, timers }));
  ends.push(opened.link.close);
  return opened;
}

/** A link that stands; only the test moves its time. */
async function ready(lamps: readonly Lamp[]): Promise<LitLink & { home: FakeHome; time: FakeTime }> {
  const started = await home();
  const time = fakeTime();
  const rig = open(started, lamps, started.token, {}, time);
  await rig.health(({ kind }) => kind === 'ok');
  // It answers in order: once this is answered, the states have been heard.
  await rig.link.drivers[0]!.send(sceneOf(1), 0, going());
  return { ...rig, home: started, time };
}

describe('lamps of Home Assistant', () => {
  it('takes a fade in one call', async () => {
    const { home: ha, link } = await ready([one]);
    expect(await link.drivers[0]!.send(sceneOf(0.5, 2700), 60_000, going())).toEqual({ kind: 'sent' });
    await link.drivers[0]!.send(sceneOf(0), 90_000, going());
    expect(ha.calls.slice(1).map(({ service, data }) => [service, data])).toEqual([
      ['turn_on', { brightness: 128, color_temp_kelvin: 2700, transition: 60 }],
      ['turn_off', { transition: 90 }],
    ]);
    expect(ha.faults).toEqual([]);
  });

  it('leads a light that knows no transition in steps, from where it stands', async () => {
    const { home: ha, link, time } = await ready([step, one]);
    await link.drivers[0]!.send(sceneOf(0), 1_500, going());
    for (let frame = 1; frame <= 3; frame += 1) {
      await time.pass(500);
      // Again: once this is answered, so is the step.
      await link.drivers[1]!.send(sceneOf(1), 0, going());
    }
    const steps = ha.calls.slice(1).filter(({ entity }) => entity === 'light.step');
    const levels = steps.slice(0, -1).map(({ data }) => Number(data['brightness']));
    expect(steps.at(-1)?.service).toBe('turn_off');
    expect(steps.every(({ data }) => data['transition'] === undefined)).toBe(true);
    expect(levels).toHaveLength(3);
    expect(levels).toEqual(levels.toSorted((a, b) => b - a));
    expect(ha.faults).toEqual([]);
  });

  it('leaves a switch on until the end of a fade to dark', async () => {
    const { home: ha, link, time } = await ready([socket]);
    await link.drivers[0]!.send(sceneOf(0.1), 60_000, going());
    await link.drivers[0]!.send(sceneOf(0), 300, going());
    await time.pass(299);
    await expect(link.find(going())).resolves.toHaveLength(3);
    expect(ha.calls).toHaveLength(2);
    await time.pass(1);
    await ha.until(({ service }) => service === 'turn_off');
    expect(ha.calls.map(({ service, data }) => [service, data])).toEqual([
      ['turn_on', {}],
      ['turn_on', {}],
      ['turn_off', {}],
    ]);
  });

  it('goes full over everything', async () => {
    const { home: ha, link, time } = await ready([one, step]);
    for (const driver of link.drivers) await driver.send(sceneOf(0.1), 600_000, going());
    const before = ha.calls.length;
    expect(await Promise.all(link.drivers.map((driver) => driver.full!(sceneOf(1), going())))).toEqual([
      { kind: 'sent' },
      { kind: 'sent' },
    ]);
    // It waits for nothing but the answers.
    expect(time.now()).toBe(0);
    expect(ha.calls.slice(before).map(({ data }) => data['brightness'])).toEqual([255, 255]);
  });

  it('replays nothing after a break, and leads on for the rest of the fade', async () => {
    const ha = await home();
    const { link, lights, health } = open(ha, [one], ha.token);
    await health(({ kind }) => kind === 'ok');
    await link.drivers[0]!.send(sceneOf(1), 0, going());
    await ha.stop();
    await health(({ kind }) => kind === 'lost');
    const stale = lights.send(sceneOf(0.9), 30_000);
    const sentAt = performance.now();
    const newest = lights.send(sceneOf(0.2), 30_000);
    expect(await stale).toMatchObject([{ outcome: { code: 'superseded' } }]);
    await ha.start();
    const led = await ha.until(({ data }) => data['brightness'] === 51);
    expect(await newest).toMatchObject([{ outcome: { kind: 'sent' } }]);
    // What was left when the lamp was told, in tenths of a second; it heard of it a little later.
    expect(led.data['transition']).toBeLessThan(30);
    expect(led.data['transition']).toBeGreaterThanOrEqual(30 - (led.at - sentAt) / 1_000 - 0.1);
    expect(ha.calls.slice(1).map(({ data }) => data['brightness'])).toEqual([51]);
  });

  it('says which lamp is away or unknown, though Home Assistant says that it is done', async () => {
    const nobody = lampOf('nobody', { kind: 'homeAssistant', entity: 'light.nobody' });
    const { home: ha, link, lost } = await ready([one, nobody]);
    await expect(link.drivers[1]!.send(sceneOf(1), 0, going())).rejects.toMatchObject({ code: 'noSuchLamp' });
    ha.change('light.one', { ...homeLight('light.one'), state: 'unavailable' });
    // Led there once more, at once, since it was said to be lost.
    await link.drivers[1]!.send(sceneOf(1), 0, going()).catch(() => undefined);
    expect(lost).toEqual([['one', 'lampOutOfReach']]);
    await expect(link.drivers[0]!.send(sceneOf(1), 0, going())).rejects.toMatchObject({ code: 'lampOutOfReach' });
  });

  it('finds lights and switches with what they can', async () => {
    const ha = await home({
      entities: [...entities.toReversed(), { entity_id: 'sensor.warmth', state: '20', attributes: {} }],
    });
    const { link } = open(ha, [], ha.token);
    expect(await link.find(going())).toEqual([
      { name: 'light.step', target: { kind: 'homeAssistant', entity: 'light.step' }, dims: true, kelvin: null },
      {
        name: 'light.one',
        target: { kind: 'homeAssistant', entity: 'light.one' },
        dims: true,
        kelvin: { min: 2202, max: 4000 },
      },
      { name: 'switch.socket', target: { kind: 'homeAssistant', entity: 'switch.socket' }, dims: false, kelvin: null },
    ]);
    expect(ha.faults).toEqual([]);
  });
});

describe('who is let in', () => {
  it('says that the token is wrong, or missing', async () => {
    const ha = await home();
    expect(await open(ha, [one], 'wrong').health(({ kind }) => kind === 'lost')).toMatchObject({ code: 'notAllowed' });
    expect(await open(ha, [one], null).health(({ kind }) => kind === 'lost')).toMatchObject({ code: 'secretNeeded' });
  });

  it('trusts the pinned certificate only, also after it was changed', async () => {
    const certificate = selfSigned('home.example');
    const ha = await home({ certificate });
    const rig = open(ha, [one], ha.token, { encrypted: true, certificate: certificate.fingerprint });
    await rig.health(({ kind }) => kind === 'ok');
    await ha.stop();
    await ha.start(selfSigned('home.example'));
    expect(await rig.health((next) => next.kind === 'lost' && next.code === 'certificateChanged')).toBeDefined();
  });
});

describe('a broken or hostile one', () => {
  it.each([
    ['redirect', 'strangeReply'],
    ['noSocket', 'strangeReply'],
    ['garbage', 'strangeReply'],
    ['huge', 'strangeReply'],
    ['endless', 'strangeReply'],
  ] as const)('%s is %s', async (trouble, code) => {
    const ha = await home();
    ha.trouble(trouble);
    const rig = open(ha, [one], ha.token);
    expect(await rig.health(({ kind }) => kind === 'lost')).toMatchObject({ code });
    ha.trouble(null);
    await rig.health(({ kind }) => kind === 'ok');
  });

  it.each([
    ['drop', 'unreachable'],
    ['refuse', 'refused'],
    ['oddResult', 'unreachable'],
  ] as const)('fails a call with its reason: %s', async (trouble, code) => {
    const { home: ha, link } = await ready([one]);
    ha.trouble(trouble);
    await expect(link.drivers[0]!.send(sceneOf(1), 0, going())).rejects.toMatchObject({ code });
  });

  it('is not answered, and does no harm, where it says what nobody asked for', async () => {
    const ha = await home();
    ha.trouble('strangers');
    const rig = open(ha, [one], ha.token);
    await rig.health(({ kind }) => kind === 'ok');
    expect(await rig.link.drivers[0]!.send(sceneOf(1), 0, going())).toEqual({ kind: 'sent' });
    expect(ha.faults).toEqual([]);
    expect(rig.healths).toEqual([{ kind: 'ok' }]);
  });
});
