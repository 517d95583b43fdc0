import { connectAsync } from 'mqtt';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConnectionOf, Lamp } from '../../shared/lights/lamps.ts';
import { openMqtt } from '../../electron/lights/mqtt/open-mqtt.ts';
import { lampOf, lightLink, sceneOf, type LitLink } from '../helpers/light-link.ts';
import { selfSigned } from '../helpers/self-signed.ts';
import { closer } from './sound-server.ts';
import { startMosquitto, type Broker, type BrokerOptions } from './mosquitto.ts';
import { startZigbee, type Zigbee } from './zigbee.ts';

const close = closer();
afterEach(() => close.all());

const ceiling = lampOf(
  'ceiling',
  { kind: 'zigbee2mqtt', topic: 'zigbee2mqtt/ceiling' },
  { kelvin: { min: 2200, max: 4000 } },
);
const going = (): AbortSignal => new AbortController().signal;

interface Rig extends LitLink {
  readonly broker: Broker;
  readonly zigbee: Zigbee;
}

async function broker(options: BrokerOptions = {}): Promise<Broker> {
  const started = await startMosquitto(options);
  close.add(started.end);
  return started;
}

function open(port: number, lamps: readonly Lamp[], secret: string | null, rest: Partial<ConnectionOf<'mqtt'>> = {}) {
  const connection: ConnectionOf<'mqtt'> = {
    kind: 'mqtt',
    id: 'way',
    name: 'Broker',
    host: `127.0.0.1:${port}`,
    encrypted: false,
    user: null,
    certificate: null,
    ...rest,
  };
  const opened = lightLink(secret, (parts) => openMqtt(connection, lamps, parts));
  close.add(opened.link.close);
  return opened;
}

async function zigbee(port: number, topics: readonly string[] = ['zigbee2mqtt/ceiling']): Promise<Zigbee> {
  const started = await startZigbee(`mqtt://127.0.0.1:${port}`, topics);
  close.add(started.end);
  return started;
}

async function ready(lamps: readonly Lamp[] = [ceiling]): Promise<Rig> {
  const started = await broker();
  const lampSide = await zigbee(started.port);
  const rig = open(started.port, lamps, null);
  await rig.health(({ kind }) => kind === 'ok');
  return { ...rig, broker: started, zigbee: lampSide };
}

describe('lamps of Zigbee2MQTT behind Mosquitto', () => {
  it('takes a fade in one message, with brightness', async () => {
    const rig = await ready();
    expect(await rig.link.drivers[0]!.send(sceneOf(0.5, 2700), 60_000, going())).toEqual({ kind: 'sent' });
    expect(rig.zigbee.told.map(({ message }) => message)).toEqual([
      { state: 'ON', brightness: 127, color_temp: 370, transition: 60 },
    ]);
  });

  it('goes out by its lowest step, and off at the end', async () => {
    const rig = await ready();
    await rig.link.drivers[0]!.send(sceneOf(1), 0, going());
    const began = performance.now();
    const off = await rig.link.drivers[0]!.send(sceneOf(0), 500, going());
    expect(off).toEqual({ kind: 'sent' });
    await rig.zigbee.until(({ message }) => message['state'] === 'OFF');
    const [, fade, last] = rig.zigbee.told;
    expect(fade!.message).toEqual({ state: 'ON', brightness: 1, transition: 0.5 });
    expect(last!.message).toEqual({ state: 'OFF' });
    expect(last!.at - began).toBeGreaterThan(450);
  });

  it('leads the lamp on for the rest of the fade after a restart of the broker, and replays nothing', async () => {
    const rig = await ready();
    await rig.lights.send(sceneOf(1), 0);
    const start = performance.now();
    await rig.lights.send(sceneOf(0.5), 30_000);
    await rig.zigbee.until(({ message }) => message['transition'] === 30);
    const before = rig.zigbee.told.length;
    await rig.broker.stop();
    await rig.health(({ kind }) => kind === 'lost');
    // Two cues that come while nobody listens: the older one is never to be seen.
    const stale = rig.lights.send(sceneOf(0.9), 30_000);
    const newest = rig.lights.send(sceneOf(0.2), 30_000);
    expect(await stale).toMatchObject([{ outcome: { kind: 'failed', code: 'superseded' } }]);
    await rig.broker.start();
    const led = await rig.zigbee.until(({ message }) => message['brightness'] === 51);
    expect(await newest).toMatchObject([{ outcome: { kind: 'sent' } }]);
    const rest = Number(led.message['transition']);
    expect(rest).toBeLessThan(30);
    expect(rest).toBeGreaterThan(30 - (led.at - start) / 1000 - 0.2);
    expect(new Set(rig.zigbee.told.slice(before).map(({ message }) => message['brightness']))).toEqual(new Set([51]));
  });

  it('goes on with a fade that the restart fell into', async () => {
    const rig = await ready();
    await rig.lights.send(sceneOf(1), 0);
    const start = performance.now();
    await rig.lights.send(sceneOf(0.5), 30_000);
    await rig.zigbee.until(({ message }) => message['transition'] === 30);
    const before = rig.zigbee.told.length;
    await rig.broker.stop();
    await rig.health(({ kind }) => kind === 'lost');
    await rig.broker.start();
    const led = await rig.zigbee.until(() => true, before);
    expect(led.message['brightness']).toBe(127);
    expect(led.message['transition']).toBeLessThan(30);
    expect(led.message['transition']).toBeGreaterThan(30 - (led.at - start) / 1000 - 0.2);
  });

  it('goes full at once, acknowledged by the broker, over a fade', async () => {
    const rig = await ready();
    const driver = rig.link.drivers[0]!;
    await driver.send(sceneOf(0.1), 600_000, going());
    const pressed = performance.now();
    expect(await driver.full!(sceneOf(1), going())).toEqual({ kind: 'sent' });
    expect(performance.now() - pressed).toBeLessThan(1_000);
    const full = await rig.zigbee.until(({ message }) => message['brightness'] === 254);
    expect(full.message['transition']).toBe(0);
  });

  it('says that nobody listens where Zigbee2MQTT is not there', async () => {
    const { port } = await broker();
    const rig = open(port, [ceiling], null);
    await rig.health(({ kind }) => kind === 'ok');
    await expect(rig.link.drivers[0]!.send(sceneOf(1), 0, going())).rejects.toMatchObject({ code: 'nobodyListens' });
  });

  it.each(['offline', '{"state":"offline"}'])('says that the lamp is away by %s, and tries on', async (word) => {
    const rig = await ready();
    await rig.lights.send(sceneOf(0.3), 0);
    await rig.zigbee.say('zigbee2mqtt/ceiling/availability', word, true);
    // Heard: it is led there once more, at once.
    await rig.zigbee.until(({ message }) => message['brightness'] === 76, 1);
    expect(rig.lost).toEqual([['ceiling', 'lampOutOfReach']]);
    await expect(rig.link.drivers[0]!.send(sceneOf(1), 0, going())).rejects.toMatchObject({ code: 'lampOutOfReach' });
    await rig.zigbee.say('zigbee2mqtt/ceiling/availability', word.replace('offline', 'online'), true);
    const before = rig.zigbee.told.length;
    await rig.zigbee.until(({ message }) => message['brightness'] === 76, before);
  });

  it('says that Zigbee2MQTT itself is away', async () => {
    const rig = await ready();
    await rig.lights.send(sceneOf(0.3), 0);
    await rig.zigbee.say('zigbee2mqtt/bridge/state', '{"state":"offline"}', true);
    await rig.zigbee.until(() => true, 1);
    expect(rig.lost).toEqual([['ceiling', 'bridgeAway']]);
  });

  it('minds no garbage, huge or not, on the topics it listens to', async () => {
    const rig = await ready();
    for (const nonsense of ['', 'null', '[]', '{"state":', '{"state":{"a":1}}', '\u0000', 'offlin']) {
      await rig.zigbee.say('zigbee2mqtt/ceiling', nonsense);
      await rig.zigbee.say('zigbee2mqtt/ceiling/availability', nonsense);
    }
    await rig.zigbee.say('zigbee2mqtt/ceiling', Buffer.alloc(200_000, 0x7b));
    // Larger than we said we take: the broker keeps it to itself.
    await rig.zigbee.say('zigbee2mqtt/ceiling', Buffer.alloc(1_000_000, 0x7b));
    expect(await rig.link.drivers[0]!.send(sceneOf(0.5), 0, going())).toEqual({ kind: 'sent' });
    expect(rig.healths).toEqual([{ kind: 'ok' }]);
  });

  it('finds lamps, sockets and groups under whatever base topic', async () => {
    const rig = await ready([]);
    const light = {
      type: 'light',
      features: [
        { name: 'state' },
        { name: 'brightness', value_min: 0, value_max: 254 },
        { name: 'color_temp', value_min: 250, value_max: 454 },
      ],
    };
    const devices = [
      { ieee_address: '0x1', friendly_name: 'room/ceiling', definition: { exposes: [light] } },
      {
        ieee_address: '0x2',
        friendly_name: 'socket',
        definition: { exposes: [{ type: 'switch', features: [{ name: 'state' }] }] },
      },
      {
        ieee_address: '0x3',
        friendly_name: 'sensor',
        definition: { exposes: [{ type: 'numeric', name: 'temperature' }] },
      },
      { ieee_address: '0x4', friendly_name: 'Coordinator', definition: null },
      'not a device',
    ];
    await rig.zigbee.say('clinic/z2m/bridge/devices', JSON.stringify(devices), true);
    await rig.zigbee.say(
      'clinic/z2m/bridge/groups',
      JSON.stringify([
        { id: 1, friendly_name: 'all', members: [{ ieee_address: '0x1', endpoint: 1 }] },
        { id: 2, friendly_name: 'none', members: [] },
      ]),
      true,
    );
    await rig.zigbee.say('other/bridge/devices', '{"no":', true);
    expect(await rig.link.find(going())).toEqual([
      {
        name: 'all',
        target: { kind: 'zigbee2mqtt', topic: 'clinic/z2m/all' },
        dims: true,
        kelvin: { min: 2203, max: 4000 },
      },
      {
        name: 'room/ceiling',
        target: { kind: 'zigbee2mqtt', topic: 'clinic/z2m/room/ceiling' },
        dims: true,
        kelvin: { min: 2203, max: 4000 },
      },
      { name: 'socket', target: { kind: 'zigbee2mqtt', topic: 'clinic/z2m/socket' }, dims: false, kelvin: null },
    ]);
  });
});

describe('a plain dimmer behind Mosquitto', () => {
  const plain = lampOf('dimmer', {
    kind: 'plainMqtt',
    setTopic: 'room/dimmer/set',
    stateTopic: 'room/dimmer',
    max: 255,
  });

  it('fades in steps from where it says it stands, not retained', async () => {
    const started = await broker();
    const dimmer = await connectAsync(`mqtt://127.0.0.1:${started.port}`, { protocolVersion: 5 });
    close.add(() => dimmer.endAsync(true));
    const numbers: number[] = [];
    const dark = new Promise((resolve) => {
      dimmer.on('message', (_, payload, { retain }) => {
        numbers.push(retain ? -1 : Number(payload.toString()));
        if (numbers.at(-1) === 0) resolve(true);
      });
    });
    await dimmer.subscribeAsync('room/dimmer/set', { qos: 1 });
    await dimmer.publishAsync('room/dimmer', '200', { retain: true });
    const other = lampOf('other', { kind: 'plainMqtt', setTopic: 'other/set', stateTopic: null, max: 1 });
    const rig = open(started.port, [plain, other], null);
    await rig.health(({ kind }) => kind === 'ok');
    // The broker answers in order: once this is answered, the dimmer's own word has been heard.
    await expect(rig.link.drivers[1]!.send(sceneOf(1), 0, going())).resolves.toMatchObject({ code: 'nobodyListens' });
    await rig.link.drivers[0]!.send(sceneOf(0), 1_500, going());
    await dark;
    expect(numbers[0]).toBeLessThan(200);
    expect(numbers[0]).toBeGreaterThan(120);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(numbers.length).toBeLessThan(10);
  });
});

describe('who may come in', () => {
  it('says that the password is wrong and does not knock again and again', async () => {
    const { port } = await broker({ user: { name: 'stillroom', password: 'right' } });
    const rig = open(port, [ceiling], 'wrong', { user: 'stillroom' });
    expect(await rig.health(({ kind }) => kind === 'lost')).toMatchObject({ code: 'notAllowed' });
    await expect(rig.link.drivers[0]!.send(sceneOf(1), 0, going())).rejects.toMatchObject({ code: 'notAllowed' });
    await expect(rig.link.drivers[0]!.full!(sceneOf(1), going())).rejects.toMatchObject({ code: 'notAllowed' });
    await expect(rig.link.find(going())).rejects.toMatchObject({ code: 'notAllowed' });
    const good = open(port, [ceiling], 'right', { user: 'stillroom' });
    await good.health(({ kind }) => kind === 'ok');
  });

  it('comes in without a user, whatever secret there is', async () => {
    const { port } = await broker();
    await open(port, [ceiling], 'of no use', { user: null }).health(({ kind }) => kind === 'ok');
  });

  it('trusts the pinned certificate only, also after it was changed', async () => {
    const certificate = selfSigned('broker.example');
    const started = await broker({ certificate });
    const rig = open(started.port, [ceiling], null, { encrypted: true, certificate: certificate.fingerprint });
    await rig.health(({ kind }) => kind === 'ok');
    await started.stop();
    await started.start({ certificate: selfSigned('broker.example') });
    expect(await rig.health((one) => one.kind === 'lost' && one.code === 'certificateChanged')).toBeDefined();
    const unknown = open(started.port, [ceiling], null, { encrypted: true });
    expect(await unknown.health(({ kind }) => kind === 'lost')).toMatchObject({ code: 'certificateUnknown' });
  });
});
