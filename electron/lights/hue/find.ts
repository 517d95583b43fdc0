import type { Lamp } from '../../../shared/lights/lamps.ts';
import type { FoundLamp } from '../link.ts';
import type { HueBridge } from './bridge.ts';
import { groupSchema, lightSchema, type HueGroup, type HueLight } from './resources.ts';

const NAME_LENGTH = 60;
/** Nobody chooses from more; a bridge bears 50 lamps, the largest 150. */
const MOST_LAMPS = 400;

/** The bridge's rooms and zones, each of which is one lamp to us, then its lights; by name. Throws as the bridge does. */
export async function findHue(bridge: HueBridge, signal: AbortSignal): Promise<readonly FoundLamp[]> {
  // One after the other: the bridge refuses a crowd.
  const lights = await bridge.list('light', lightSchema, signal);
  const rooms = await bridge.list('room', groupSchema, signal);
  const zones = await bridge.list('zone', groupSchema, signal);
  const groups = [...rooms, ...zones].flatMap((group) => groupLamp(group, lights));
  return [...groups.toSorted(byName), ...lights.map(lightLamp).toSorted(byName)].slice(0, MOST_LAMPS);
}

function lightLamp(light: HueLight): FoundLamp {
  return {
    name: shortName(light.metadata.name),
    target: { kind: 'hue', resource: 'light', rid: light.id },
    dims: light.dimming !== undefined,
    kelvin: kelvinOf(light),
  };
}

/** A group can what one of its lamps can; its whites are those that all its white lamps can make. */
function groupLamp({ metadata, children, services }: HueGroup, lights: readonly HueLight[]): readonly FoundLamp[] {
  const service = services.find(({ rtype }) => rtype === 'grouped_light');
  if (service === undefined) return [];
  const ids = new Set(children.map(({ rid }) => rid));
  const own = lights.filter((light) => ids.has(light.id) || ids.has(light.owner.rid));
  const whites = own.map(kelvinOf).filter((kelvin) => kelvin !== null);
  const min = Math.max(...whites.map((kelvin) => kelvin.min));
  const max = Math.min(...whites.map((kelvin) => kelvin.max));
  return [
    {
      name: shortName(metadata.name),
      target: { kind: 'hue', resource: 'grouped_light', rid: service.rid },
      dims: own.some(({ dimming }) => dimming !== undefined),
      kelvin: whites.length === 0 || min >= max ? null : { min, max },
    },
  ];
}

/** From the bridge's measure, in which the warmest is the largest; null where there is one white, or none that makes sense. */
function kelvinOf({ color_temperature: white }: HueLight): Lamp['kelvin'] {
  if (white?.mirek_schema === undefined) return null;
  const { mirek_minimum: coldest, mirek_maximum: warmest } = white.mirek_schema;
  if (coldest < 100 || warmest > 1000 || coldest >= warmest) return null;
  return { min: Math.ceil(1_000_000 / warmest), max: Math.floor(1_000_000 / coldest) };
}

/** A lamp without a name is told by its place in the list. */
function shortName(name: string): string {
  return name.trim().slice(0, NAME_LENGTH) || '?';
}

function byName(a: FoundLamp, b: FoundLamp): number {
  return a.name.localeCompare(b.name, 'en');
}
