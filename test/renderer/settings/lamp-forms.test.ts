import { describe, expect, it } from 'vitest';
import { formOf, newForm, readForm } from '../../../renderer/settings/lamps/connection-form.ts';
import { lampFormOf, newLampForm, readLampForm, triedOf } from '../../../renderer/settings/lamps/lamp-form.ts';
import type { Connection, Lamp, Target } from '../../../shared/lights/lamps.ts';
import { bridge, broker, floor, strip } from '../../electron/lights/lamp-fixtures.ts';

const sacn: Connection = {
  ...{ kind: 'sacn', id: 'sacn', name: 'Node', host: null, from: '192.168.7.1' },
  ...{ universe: 63_999, priority: 0, frameRate: 44 },
};
const artnet: Connection = { kind: 'artnet', id: 'art', name: 'Node', host: '192.168.7.9', universe: 0, frameRate: 30 };
const home: Connection = {
  ...{ kind: 'homeAssistant', id: 'home', name: 'Home', host: 'ha.local:8123', encrypted: true, certificate: null },
};

describe('the form of a connection', () => {
  it.each([strip, broker, bridge, sacn, artnet, home, { ...broker, user: null }])(
    'gives $kind back as it was',
    (one) => {
      expect(readForm(formOf(one))).toEqual({ connection: one, errors: null });
    },
  );

  it('never shows a secret that is kept', () => {
    expect(formOf(broker).secret).toBe('');
  });

  it.each([
    ['wled', { name: ' ' }, { name: 'name' }],
    ['wled', { host: 'http://strip' }, { host: 'host' }],
    ['sacn', { universe: '64000' }, { universe: { min: 1, max: 63_999 } }],
    [
      'sacn',
      { frameRate: '29.5', priority: '201' },
      { frameRate: { min: 30, max: 44 }, priority: { min: 0, max: 200 } },
    ],
    ['sacn', { from: 'here' }, { from: 'from' }],
    ['artnet', { universe: '' }, { universe: { min: 0, max: 32_767 } }],
    ['mqtt', { encrypted: false, user: 'stillroom' }, { secret: 'secret' }],
    ['mqtt', { encrypted: true }, { certificate: 'certificate' }],
    ['homeAssistant', { encrypted: false }, { secret: 'secret' }],
    ['hue', {}, { certificate: 'certificate' }],
  ] as const)('%s with %j says what is wrong', (kind, typed, errors) => {
    expect(readForm({ ...newForm(kind, 'Lamps', '192.168.7.20'), ...typed }).errors).toEqual(errors);
  });

  it('a certificate that was confirmed for another address does not count', () => {
    const form = { ...newForm('mqtt', 'Broker', '192.168.7.20'), confirmedFor: '192.168.7.20' };
    expect(readForm(form).errors).toBeNull();
    expect(readForm({ ...form, host: '192.168.7.66' }).errors).toEqual({ certificate: 'certificate' });
  });

  it('turned to plain, pins nothing', () => {
    const pinned = { ...broker, encrypted: true, certificate: 'd'.repeat(64) } as const;
    expect(readForm({ ...formOf(pinned), encrypted: false }).connection).toMatchObject({ certificate: null });
  });
});

describe('the form of a lamp', () => {
  const targets: readonly (readonly [Connection, Target])[] = [
    [strip, { kind: 'wled', segment: null }],
    [strip, { kind: 'wled', segment: 31 }],
    [bridge, { kind: 'hue', resource: 'light', rid: '0b0f5c1e-8f2c-4c61-9f25-6a3c0a1f6a11' }],
    [sacn, { kind: 'dmx', channel: 511, wide: true }],
    [sacn, { kind: 'dmx', channel: 512, wide: false }],
    [broker, { kind: 'zigbee2mqtt', topic: 'zigbee2mqtt/ceiling' }],
    [broker, { kind: 'plainMqtt', setTopic: 'dim/set', stateTopic: null, max: 1023 }],
    [broker, { kind: 'plainMqtt', setTopic: 'dim/set', stateTopic: 'dim/state', max: 255 }],
    [home, { kind: 'homeAssistant', entity: 'light.ceiling' }],
  ];

  it.each(targets)('on $kind gives %j back as it was', (connection, target) => {
    const lamp: Lamp = { ...floor, connectionId: connection.id, target };
    expect(readLampForm(lampFormOf(lamp, connection), connection)).toEqual({ lamp, errors: null });
  });

  it.each([
    [sacn, { channel: '0' }, { channel: { min: 1, max: 512 } }],
    [sacn, { channel: '513' }, { channel: { min: 1, max: 512 } }],
    [sacn, { channel: '512', wide: true }, { channel: { min: 1, max: 511 } }],
    [broker, { topic: 'zigbee2mqtt/#' }, { topic: 'topic' }],
    [broker, { topicForm: 'plainMqtt', topic: 'dim', max: '0' }, { max: { min: 1, max: 65_535 } }],
    [home, { entity: 'ceiling' }, { entity: 'entity' }],
    [strip, { segment: '32' }, { segment: { min: 0, max: 31 } }],
    [bridge, {}, { target: 'target' }],
  ] as const)('on $kind with %j says what is wrong', (connection, typed, errors) => {
    expect(readLampForm({ ...newLampForm(connection), name: 'Lamp', ...typed }, connection).errors).toEqual(errors);
  });

  it('is looked at before it has a name, and not before it is known which lamp it is', () => {
    expect(triedOf(newLampForm(sacn), sacn)?.target).toEqual({ kind: 'dmx', channel: 1, wide: false });
    expect(triedOf(newLampForm(bridge), bridge)).toBeNull();
  });

  it('begins with the curve that its kind usually wants', () => {
    expect([newLampForm(sacn).gamma, newLampForm(broker).gamma]).toEqual([2.2, 1]);
  });
});
