import * as z from 'zod';

/** An entity as `get_states` tells it. */
export interface HomeEntity {
  readonly entity_id: string;
  readonly state: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A service that was called. */
export interface HomeCall {
  /** ms of the monotonic clock. */
  readonly at: number;
  readonly service: string;
  readonly entity: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const TRANSITION = 32;
const transition = z.number().min(0).max(6553).optional();
const target = z.strictObject({ entity_id: z.string() });
const command = { id: z.int() };

/** What may be asked, as the documents have it; unknown fields are refused as Home Assistant refuses them. */
const commands = z.discriminatedUnion('type', [
  z.strictObject({ ...command, type: z.literal('ping') }),
  z.strictObject({ ...command, type: z.literal('get_states') }),
  z.strictObject({ ...command, type: z.literal('subscribe_entities'), entity_ids: z.array(z.string()).optional() }),
  z.strictObject({
    ...command,
    type: z.literal('call_service'),
    domain: z.string(),
    service: z.string(),
    service_data: z.record(z.string(), z.unknown()).optional(),
    target: target.optional(),
  }),
]);
const services: Readonly<Record<string, z.ZodType>> = {
  'light.turn_on': z
    .strictObject({
      transition,
      brightness: z.int().min(0).max(255).optional(),
      brightness_pct: z.number().min(0).max(100).optional(),
      color_temp_kelvin: z.int().positive().optional(),
    })
    .refine((data) => data.brightness === undefined || data.brightness_pct === undefined),
  'light.turn_off': z.strictObject({ transition }),
  'switch.turn_on': z.strictObject({}),
  'switch.turn_off': z.strictObject({}),
};

export interface CommandParts {
  readonly entities: ReadonlyMap<string, HomeEntity>;
  readonly faults: string[];
  readonly send: (message: unknown) => void;
  readonly change: (entity: string, to: HomeEntity) => void;
  readonly follow: (only: ReadonlySet<string> | null, tell: (event: unknown) => void) => void;
  readonly called: (call: HomeCall) => void;
}

/** Answers one command of a client that was let in. */
export function answerCommand(message: Record<string, unknown>, parts: CommandParts): void {
  const { id } = message;
  const fail = (code: string, why: string): void => {
    parts.faults.push(`${String(message['type'])}: ${code}`);
    parts.send({ id, type: 'result', success: false, error: { code, message: why } });
  };
  const succeed = (result: unknown): void => parts.send({ id, type: 'result', success: true, result });
  const parsed = commands.safeParse(message);
  if (!parsed.success) {
    const known = commands.options.some((option) => option.shape.type.value === message['type']);
    return known ? fail('invalid_format', parsed.error.message) : fail('unknown_command', 'Unknown command.');
  }
  const asked = parsed.data;
  switch (asked.type) {
    case 'ping':
      return parts.send({ id, type: 'pong' });
    case 'get_states':
      return succeed([...parts.entities.values()]);
    case 'subscribe_entities': {
      const only = asked.entity_ids === undefined ? null : new Set(asked.entity_ids);
      succeed(null);
      const tell = (event: unknown): void => parts.send({ id, type: 'event', event });
      const there = [...parts.entities.values()].filter((one) => only === null || only.has(one.entity_id));
      tell({
        a: Object.fromEntries(there.map((one) => [one.entity_id, { s: one.state, a: one.attributes, c: '', lc: 0 }])),
      });
      return parts.follow(only, tell);
    }
    case 'call_service': {
      const name = `${asked.domain}.${asked.service}`;
      const data = asked.service_data ?? {};
      const schema = services[name];
      if (schema === undefined) return fail('not_found', `Service ${name} not found.`);
      if (!schema.safeParse(data).success) return fail('invalid_format', `Bad data for ${name}.`);
      const entity = asked.target?.entity_id ?? '';
      parts.called({ at: performance.now(), service: asked.service, entity, data });
      const before = parts.entities.get(entity);
      // One that is not there, or not reached, is passed over without a word, as the real one does.
      if (before !== undefined && before.state !== 'unavailable')
        parts.change(entity, after(before, asked.service, data));
      return succeed({ context: { id: 'c', parent_id: null, user_id: null } });
    }
  }
}

function after(before: HomeEntity, service: string, data: Readonly<Record<string, unknown>>): HomeEntity {
  const on = service === 'turn_on';
  const brightness = on ? (data['brightness'] ?? before.attributes['brightness'] ?? 255) : null;
  return { ...before, state: on ? 'on' : 'off', attributes: { ...before.attributes, brightness } };
}

/** A light that dims, fades by itself and has whites. */
export function homeLight(entity: string, rest: Readonly<Record<string, unknown>> = {}): HomeEntity {
  return {
    entity_id: entity,
    state: 'off',
    attributes: {
      friendly_name: entity,
      supported_color_modes: ['color_temp'],
      min_color_temp_kelvin: 2202,
      max_color_temp_kelvin: 4000,
      supported_features: TRANSITION,
      ...rest,
    },
  };
}
