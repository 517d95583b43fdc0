import { lampSchema, type Connection, type Lamp, type Target } from '../../../shared/lights/lamps.ts';
import type { ZoneName } from '../../../shared/lights/scene.ts';

/** A lamp as typed. */
export interface LampForm {
  /** Null: a new one. */
  readonly id: string | null;
  readonly connectionId: string;
  readonly name: string;
  readonly zone: ZoneName;
  /** One that the connection named; null where it is entered by hand. */
  readonly found: Target | null;
  readonly channel: string;
  readonly wide: boolean;
  readonly topicForm: 'zigbee2mqtt' | 'plainMqtt';
  readonly topic: string;
  readonly stateTopic: string;
  readonly max: string;
  readonly entity: string;
  readonly segment: string;
  readonly dims: boolean;
  readonly kelvin: Lamp['kelvin'];
  readonly minimumLevel: number;
  readonly gamma: number;
}

/** What is wrong, by field: a key below `lamps.error`, or the range of a number. */
export type LampErrors = Readonly<
  Partial<Record<string, 'name' | 'topic' | 'entity' | 'target' | { readonly min: number; readonly max: number }>>
>;

/** A dimmer on DMX turns numbers into voltage; lamps with their own curve do the rest themselves. */
const usualGamma = (kind: Connection['kind']): number => (kind === 'sacn' || kind === 'artnet' ? 2.2 : 1);

export function newLampForm(connection: Connection): LampForm {
  return {
    ...{ id: null, connectionId: connection.id, name: '', zone: 'room', found: null, channel: '1', wide: false },
    ...{ topicForm: 'zigbee2mqtt', topic: '', stateTopic: '', max: '255', entity: '', segment: '' },
    ...{ dims: true, kelvin: null, minimumLevel: 0, gamma: usualGamma(connection.kind) },
  } as const;
}

export function lampFormOf(lamp: Lamp, connection: Connection): LampForm {
  const { target, ...rest } = lamp;
  const form = { ...newLampForm(connection), ...rest, connectionId: connection.id };
  switch (target.kind) {
    case 'hue':
      return { ...form, found: target };
    case 'wled':
      return { ...form, segment: target.segment === null ? '' : String(target.segment) };
    case 'dmx':
      return { ...form, channel: String(target.channel), wide: target.wide };
    case 'zigbee2mqtt':
      return { ...form, topicForm: 'zigbee2mqtt', topic: target.topic };
    case 'plainMqtt':
      return {
        ...form,
        topicForm: 'plainMqtt',
        ...{ topic: target.setTopic, stateTopic: target.stateTopic ?? '', max: String(target.max) },
      };
    default:
      return { ...form, entity: target.entity };
  }
}

/** The target that a form describes, as far as it is one. */
function targetOf(form: LampForm, { kind }: Connection): unknown {
  if (form.found !== null) return form.found;
  switch (kind) {
    case 'hue':
      return null;
    case 'wled':
      return { kind: 'wled', segment: form.segment.trim() === '' ? null : whole(form.segment) };
    case 'sacn':
    case 'artnet':
      return { kind: 'dmx', channel: whole(form.channel), wide: form.wide };
    case 'mqtt':
      return form.topicForm === 'zigbee2mqtt'
        ? { kind: 'zigbee2mqtt', topic: form.topic.trim() }
        : {
            kind: 'plainMqtt',
            setTopic: form.topic.trim(),
            stateTopic: form.stateTopic.trim() === '' ? null : form.stateTopic.trim(),
            max: whole(form.max),
          };
    default:
      return { kind: 'homeAssistant', entity: form.entity.trim() };
  }
}

const LAST_CHANNEL = 512;

const fields: Readonly<Record<string, { readonly field: string; readonly error: NonNullable<LampErrors[string]> }>> = {
  name: { field: 'name', error: 'name' },
  channel: { field: 'channel', error: { min: 1, max: LAST_CHANNEL } },
  segment: { field: 'segment', error: { min: 0, max: 31 } },
  max: { field: 'max', error: { min: 1, max: 65_535 } },
  topic: { field: 'topic', error: 'topic' },
  setTopic: { field: 'topic', error: 'topic' },
  stateTopic: { field: 'stateTopic', error: 'topic' },
  entity: { field: 'entity', error: 'entity' },
};

/** The lamp, where nothing is wrong with the form; else what is. */
export function readLampForm(
  form: LampForm,
  connection: Connection,
): { readonly lamp: Lamp; readonly errors: null } | { readonly lamp: null; readonly errors: LampErrors } {
  const { id, connectionId, zone, dims, kelvin, minimumLevel, gamma } = form;
  const target = targetOf(form, connection);
  const given = {
    id: id ?? 'new',
    connectionId,
    zone,
    dims,
    kelvin,
    minimumLevel,
    gamma,
    name: form.name.trim(),
    target,
  };
  const parsed = lampSchema.safeParse(given);
  // Its fine part lies on the next channel, and a universe ends at 512.
  if (parsed.data?.target.kind === 'dmx' && parsed.data.target.wide && parsed.data.target.channel === LAST_CHANNEL)
    return { lamp: null, errors: { channel: { min: 1, max: LAST_CHANNEL - 1 } } };
  if (parsed.success) return { lamp: parsed.data, errors: null };
  const found = parsed.error.issues.map((issue) => fields[String(issue.path.at(-1) ?? '')]);
  const known = found.filter((one) => one !== undefined).map(({ field, error }) => [field, error] as const);
  return { lamp: null, errors: known.length === 0 ? { target: 'target' } : Object.fromEntries(known) };
}

/** A lamp to be looked at: as typed, whatever its name is; null while it is not known which one it is. */
export function triedOf(
  form: LampForm,
  connection: Connection,
): Pick<Lamp, 'connectionId' | 'target' | 'dims' | 'kelvin'> | null {
  const { lamp } = readLampForm({ ...form, name: 'tried' }, connection);
  if (lamp === null) return null;
  const { connectionId, target, dims, kelvin } = lamp;
  return { connectionId, target, dims, kelvin };
}

function whole(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
}
