import type { ConnectionOf, Lamp, LinkHealth } from '../../../../shared/lights/lamps.ts';
import type { LightLink } from '../../../../electron/lights/link.ts';
import { openHue } from '../../../../electron/lights/hue/hue-link.ts';
import type { Timers } from '../../../../electron/lights/port.ts';
import type { HueBridgePeer } from '../../../peers/hue-bridge.ts';
import type { HomeLight } from '../../../peers/hue-home.ts';

export interface OpenedHue {
  readonly link: LightLink;
  readonly healths: LinkHealth[];
  readonly lost: (readonly [string, string])[];
}

export function hueConnection(peer: HueBridgePeer): ConnectionOf<'hue'> {
  const { host, bridgeId } = peer;
  return { kind: 'hue', id: 'bridge', name: 'Fictional bridge', host, bridgeId, certificate: peer.fingerprint() };
}

/** A lamp of ours for a light of the emulated home. */
export function hueLamp({ rid, name, dims }: HomeLight, more: Partial<Lamp> = {}): Lamp {
  const target = { kind: 'hue', resource: 'light', rid } as const;
  const zone = 'room';
  return {
    id: name,
    name,
    zone,
    connectionId: 'bridge',
    target,
    dims,
    kelvin: null,
    minimumLevel: 0,
    gamma: 1,
    ...more,
  };
}

/** Opens the way to a bridge; the wall stands at 1,000,000. */
export function openedHue(
  peer: HueBridgePeer,
  lamps: readonly Lamp[],
  timers: Timers,
  secret: string | null = peer.key,
): OpenedHue {
  const healths: LinkHealth[] = [];
  const lost: (readonly [string, string])[] = [];
  const link = openHue(hueConnection(peer), lamps, {
    timers,
    wall: () => 1_000_000 + timers.now(),
    secret,
    onHealth: (health) => healths.push(health),
    onLost: (lampId, code) => lost.push([lampId, code]),
  });
  return { link, healths, lost };
}
