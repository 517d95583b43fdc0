import * as z from 'zod/mini';
import type { Lamp } from '../../../shared/lights/lamps.ts';
import type { FoundLamp } from '../link.ts';
import type { Timers } from '../port.ts';
import { openMqttWay, type MqttLogin } from './way.ts';

/** A large network says some megabytes about itself. */
const FIND_LIMITS = { bytes: 4 * 1024 * 1024, perSecond: 2_000 };
/** Retained topics come at once; after so long a silence that was all, ms. */
const QUIET_MS = 1_000;
/** Not a reply of a network, but a flood. */
const MOST_LISTS = 20;
const MOST_LAMPS = 500;
/** The base topic is the clinic's choice and may have levels of its own. */
const PREFIXES = ['+', '+/+', '+/+/+'];

const range = z.object({ value_min: z.number(), value_max: z.number() });
const featureSchema = z.object({ name: z.optional(z.string()), ...z.partial(range).shape });
const exposeSchema = z.object({ type: z.optional(z.string()), features: z.optional(z.array(featureSchema)) });
const deviceSchema = z.object({
  ieee_address: z.string().check(z.maxLength(60)),
  friendly_name: z.string().check(z.minLength(1), z.maxLength(120)),
  definition: z.object({ exposes: z.array(exposeSchema) }),
});
const groupSchema = z.object({
  friendly_name: z.string().check(z.minLength(1), z.maxLength(120)),
  members: z.array(z.object({ ieee_address: z.string().check(z.maxLength(60)) })),
});
type Device = z.infer<typeof deviceSchema>;

/** What one Zigbee2MQTT offers under its base topic. */
interface Network {
  devices: readonly Device[];
  groups: readonly z.infer<typeof groupSchema>[];
}

/** Lamps, switched sockets and groups of every Zigbee2MQTT at a broker. Plain topics cannot be told apart, so there are none. */
export async function findZigbee(login: MqttLogin, timers: Timers, signal: AbortSignal): Promise<readonly FoundLamp[]> {
  const networks = new Map<string, Network>();
  let lists = 0;
  let heard = (): void => undefined;
  const onMessage = (topic: string, payload: Buffer): void => {
    heard();
    lists += 1;
    if (lists <= MOST_LISTS) collect(networks, topic, payload);
  };
  const way = await openMqttWay(login, { limits: FIND_LIMITS, now: timers.now, onMessage }, signal);
  try {
    const quiet = silence(timers, signal, (again) => (heard = again));
    await way.subscribe(PREFIXES.flatMap((base) => [`${base}/bridge/devices`, `${base}/bridge/groups`]));
    await Promise.race([quiet, way.closed]);
  } finally {
    await way.close();
  }
  return [...networks].flatMap(([base, network]) => lampsOf(base, network)).slice(0, MOST_LAMPS);
}

/** Resolves when nothing was heard for `QUIET_MS`, or on `signal`. */
function silence(timers: Timers, signal: AbortSignal, listen: (heard: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    let cancel = timers.after(QUIET_MS, resolve);
    listen(() => {
      cancel();
      cancel = timers.after(QUIET_MS, resolve);
    });
    signal.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}

function collect(networks: Map<string, Network>, topic: string, payload: Buffer): void {
  const named = /^(?<base>.+)\/bridge\/(?<list>devices|groups)$/.exec(topic)?.groups;
  const base = named?.['base'];
  if (base === undefined) return;
  const network = networks.get(base) ?? { devices: [], groups: [] };
  networks.set(base, network);
  if (named?.['list'] === 'devices') network.devices = each(payload, deviceSchema);
  else network.groups = each(payload, groupSchema);
}

/** The entries of a JSON list that are what they should be; one odd device hides no other. */
function each<T>(
  payload: Buffer,
  schema: { safeParse: (value: unknown) => z.core.util.SafeParseResult<T> },
): readonly T[] {
  let list: unknown;
  try {
    list = JSON.parse(payload.toString('utf8'));
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    const parsed = schema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}

/** What a lamp or socket can do; null for a device that is neither. */
function abilities({ definition }: Device): Pick<FoundLamp, 'dims' | 'kelvin'> | null {
  const part = definition.exposes.find(({ type }) => type === 'light' || type === 'switch');
  if (part === undefined) return null;
  const feature = (name: string) => part.features?.find((one) => one.name === name);
  return { dims: feature('brightness') !== undefined, kelvin: kelvinOf(feature('color_temp')) };
}

/** Mired to kelvin, kept within what a lamp of ours may be. */
function kelvinOf(feature: z.infer<typeof featureSchema> | undefined): Lamp['kelvin'] {
  const { value_min: coldest, value_max: warmest } = feature ?? {};
  if (coldest === undefined || warmest === undefined || coldest <= 0 || warmest < coldest) return null;
  const kelvin = (mired: number): number => Math.min(10_000, Math.max(1_000, Math.round(1_000_000 / mired)));
  return { min: kelvin(warmest), max: kelvin(coldest) };
}

function lampsOf(base: string, { devices, groups }: Network): readonly FoundLamp[] {
  const able = new Map(devices.map((device) => [device.ieee_address, abilities(device)]));
  const found = (name: string, can: Pick<FoundLamp, 'dims' | 'kelvin'>): FoundLamp[] => {
    const topic = `${base}/${name}`;
    return topic.length > 200 || /[+#\0]/.test(topic)
      ? []
      : [{ name: name.slice(0, 60), target: { kind: 'zigbee2mqtt', topic }, ...can }];
  };
  return [
    ...groups.flatMap((group) => {
      const members = group.members.flatMap(({ ieee_address }) => able.get(ieee_address) ?? []);
      return members.length === 0 ? [] : found(group.friendly_name, common(members));
    }),
    ...devices.flatMap((device) => {
      const can = able.get(device.ieee_address);
      return can == null ? [] : found(device.friendly_name, can);
    }),
  ];
}

/** A group can what one of its lamps can: the others do the nearest thing. */
function common(members: readonly Pick<FoundLamp, 'dims' | 'kelvin'>[]): Pick<FoundLamp, 'dims' | 'kelvin'> {
  return {
    dims: members.some(({ dims }) => dims),
    kelvin: members.find(({ kelvin }) => kelvin !== null)?.kelvin ?? null,
  };
}
