import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import type { RequestArgs, RequestData, RequestName } from '../../../shared/ipc/contract.ts';
import { noLights, type LampHealth, type LightsSetup } from '../../../shared/lights/setup.ts';

type LampRequests = Exclude<Extract<RequestName, `lights.${string}`>, 'lights.full'>;
type Handlers = { readonly [N in LampRequests]?: (args: RequestArgs<N>) => Answer<RequestData<N>> };

/** A room with lamps of several kinds, two of which do not answer. */
export const furnished: LightsSetup = {
  connections: [
    { kind: 'wled', id: 'strip', name: 'Skirting strip', host: '192.168.7.31' },
    {
      ...{ kind: 'sacn', id: 'node', name: 'DMX node', host: null, from: null },
      ...{ universe: 1, priority: 100, frameRate: 40 },
    },
    {
      ...{ kind: 'mqtt', id: 'broker', name: 'House broker', host: '192.168.7.2', encrypted: true, user: 'stillroom' },
      certificate: 'ab'.repeat(32),
    },
  ],
  lamps: [
    {
      ...{
        id: 'ceiling',
        name: 'Ceiling above the bed',
        zone: 'patient',
        connectionId: 'node',
        dims: true,
        kelvin: null,
      },
      ...{ target: { kind: 'dmx', channel: 1, wide: true }, minimumLevel: 0.04, gamma: 2.2 },
    },
    {
      ...{ id: 'desk', name: 'Desk lamp', zone: 'task', connectionId: 'broker', dims: true },
      ...{ target: { kind: 'zigbee2mqtt', topic: 'zigbee2mqtt/desk' }, kelvin: { min: 2200, max: 4000 } },
      ...{ minimumLevel: 0.02, gamma: 1 },
    },
  ],
  leaving: 0.6,
};

/** How `furnished` stands: the broker was lost. */
export function furnishedHealth(lostAt: number): LampHealth {
  const lost = { since: lostAt, code: 'unreachable' };
  return {
    connections: [
      { id: 'strip', health: { kind: 'ok' } },
      { id: 'node', health: { kind: 'unanswered' } },
      { id: 'broker', health: { kind: 'lost', ...lost } },
    ],
    lamps: [
      { id: 'ceiling', lost: null },
      { id: 'desk', lost },
    ],
  };
}

/** Main's side of the lamps inside the page: it remembers and answers, and no rule is checked. */
export class InPageLamps {
  setup: LightsSetup = noLights;
  readonly handlers: Handlers = {
    'lights.list': () =>
      success({ setup: this.setup, kinds: ['hue', 'wled', 'sacn', 'artnet', 'mqtt', 'homeAssistant'], setAside: 0 }),
    'lights.discover': () =>
      success({ found: [{ kind: 'hue', name: 'Philips Hue - 4F0A21', host: '192.168.7.40:443' }] }),
    'lights.stop': () => success({}),
    'lights.certificate': () => success({ fingerprint: 'c4'.repeat(32), name: '001788fffe4f0a21', trusted: false }),
    'lights.tryConnection': ({ connection }) =>
      connection.host === '192.168.7.99'
        ? success({ health: { kind: 'lost', since: 0, code: 'unreachable' }, lamps: 0 })
        : success({ health: { kind: 'ok' }, lamps: 3 }),
    'lights.saveConnection': ({ connection, isNew }) => {
      const id = isNew ? `connection-${this.setup.connections.length}` : connection.id;
      const others = this.setup.connections.filter((one) => one.id !== id);
      this.setup = { ...this.setup, connections: [...others, { ...connection, id }] };
      return success({ connectionId: id });
    },
    'lights.findLamps': () =>
      success({
        lamps: [{ name: 'Whole strip', target: { kind: 'wled', segment: null }, dims: true, kelvin: null }],
      }),
    'lights.saveLamp': ({ lamp, isNew }) => {
      const id = isNew ? `lamp-${this.setup.lamps.length}` : lamp.id;
      const others = this.setup.lamps.filter((one) => one.id !== id);
      this.setup = { ...this.setup, lamps: [...others, { ...lamp, id }] };
      return success({ lampId: id });
    },
    'lights.removeLamp': ({ lampId }) => {
      this.setup = { ...this.setup, lamps: this.setup.lamps.filter(({ id }) => id !== lampId) };
      return success({});
    },
    'lights.removeConnection': () => failure('refused', 'lights.connectionUnknown'),
    'lights.setSecret': () => success({}),
    'lights.blink': () => success({}),
    'lights.tryLevel': () => success({}),
    'lights.endTry': () => success({}),
    'lights.setLeaving': ({ leaving }) => {
      this.setup = { ...this.setup, leaving };
      return success({});
    },
  };
}
