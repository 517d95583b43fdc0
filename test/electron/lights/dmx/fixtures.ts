import type { ConnectionOf, Lamp, LinkHealth } from '../../../../shared/lights/lamps.ts';
import { fakeTime } from '../../../helpers/fake-time.ts';

/** A lamp on channel 1 of one slot that takes levels as they are. */
export function dmxLamp(id: string, channel: number, changes: Partial<Lamp> & { wide?: boolean } = {}): Lamp {
  const { wide = false, ...others } = changes;
  return {
    id,
    name: id,
    zone: 'room',
    connectionId: 'node',
    target: { kind: 'dmx', channel, wide },
    dims: true,
    kelvin: null,
    minimumLevel: 0,
    gamma: 1,
    ...others,
  };
}

export function sacnTo(port: number): ConnectionOf<'sacn'> {
  return {
    kind: 'sacn',
    id: 'node',
    name: 'Room 1',
    host: `127.0.0.1:${port}`,
    from: null,
    universe: 7,
    priority: 120,
    frameRate: 40,
  };
}

export function artNetTo(port: number): ConnectionOf<'artnet'> {
  return { kind: 'artnet', id: 'node', name: 'Room 1', host: `127.0.0.1:${port}`, universe: 0x1234, frameRate: 40 };
}

/** What a link is given, with a clock that only the test moves. */
export function linkParts() {
  const time = fakeTime();
  const told: LinkHealth[] = [];
  const lost: [string, string][] = [];
  const parts = {
    timers: time,
    wall: () => 1_000_000 + time.now(),
    secret: null,
    onHealth: (health: LinkHealth) => void told.push(health),
    onLost: (lampId: string, code: string) => void lost.push([lampId, code]),
  };
  return { time, told, lost, parts };
}

export const never = new AbortController().signal;
