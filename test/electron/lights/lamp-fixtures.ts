import type { Connection, ConnectionOf, Lamp, LinkHealth } from '../../../shared/lights/lamps.ts';
import type { LightLink, LinkParts } from '../../../electron/lights/link.ts';
import type { Openers } from '../../../electron/lights/openers.ts';
import { LightError } from '../../../electron/lights/limited.ts';
import type { LightDriver } from '../../../electron/lights/port.ts';
import type { Scene } from '../../../shared/lights/scene.ts';

export const strip: ConnectionOf<'wled'> = { kind: 'wled', id: 'strip', name: 'Floor strip', host: '127.0.0.1:8080' };
export const broker: ConnectionOf<'mqtt'> = {
  ...{ kind: 'mqtt', id: 'broker', name: 'House broker', host: '127.0.0.1:1883', encrypted: false },
  ...{ user: 'stillroom', certificate: null },
};
export const bridge: ConnectionOf<'hue'> = {
  ...{ kind: 'hue', id: 'bridge', name: 'Ceiling', host: '127.0.0.1:8443', bridgeId: '001788fffe000001' },
  certificate: 'a'.repeat(64),
};

export const floor: Lamp = {
  ...{ id: 'floor', name: 'Floor', zone: 'floor', connectionId: 'strip', target: { kind: 'wled', segment: null } },
  ...{ dims: true, kelvin: null, minimumLevel: 0.1, gamma: 2.2 },
};
export const ceiling: Lamp = {
  ...{ id: 'ceiling', name: 'Ceiling', zone: 'patient', connectionId: 'broker' },
  ...{ target: { kind: 'zigbee2mqtt', topic: 'zigbee2mqtt/ceiling' } },
  ...{ dims: true, kelvin: { min: 2200, max: 4000 }, minimumLevel: 0.02, gamma: 1 },
};

/** A link of the tests: it tells how it was opened, and what its lamps were sent. */
export interface TestLink extends LightLink {
  readonly connection: Connection;
  readonly lamps: readonly Lamp[];
  readonly parts: LinkParts;
  readonly sent: { readonly lamp: string; readonly scene: Scene; readonly fadeMs: number }[];
  closed: boolean;
  /** What it says of itself. */
  say: (health: LinkHealth) => void;
}

/** Openers whose links are kept; `refuses` makes a kind throw, against what was agreed. */
export function testOpeners(refuses: Connection['kind'] | null = null): {
  readonly openers: Openers;
  readonly links: TestLink[];
} {
  const links: TestLink[] = [];
  const open = (connection: Connection, lamps: readonly Lamp[], parts: LinkParts): LightLink => {
    if (connection.kind === refuses) throw new Error('a fault of the driver');
    let health: LinkHealth = { kind: 'ok' };
    const sent: TestLink['sent'] = [];
    const drivers = lamps.map((lamp): LightDriver => ({
      id: lamp.id,
      capabilities: { zones: [lamp.zone], kelvin: lamp.kelvin, ownFades: true, minimumLevel: lamp.minimumLevel },
      send: async (scene, fadeMs) => {
        sent.push({ lamp: lamp.id, scene, fadeMs });
        if (health.kind === 'lost') throw new LightError('unreachable');
        return { kind: 'sent' };
      },
    }));
    const link: TestLink = {
      ...{ connection, lamps, parts, sent, drivers, connectionId: connection.id, closed: false },
      health: () => health,
      say: (next) => {
        health = next;
        parts.onHealth(next);
      },
      find: async () => [{ name: 'Whole strip', target: floor.target, dims: true, kelvin: null }],
      close: async () => {
        link.closed = true;
      },
    };
    links.push(link);
    return link;
  };
  return { openers: { wled: open, mqtt: open, hue: open }, links };
}
