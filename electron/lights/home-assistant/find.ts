import type { Lamp } from '../../../shared/lights/lamps.ts';
import { LightError } from '../limited.ts';
import type { FoundLamp } from '../link.ts';
import type { Timers } from '../port.ts';
import { stateSchema } from './messages.ts';
import type { HomeLogin } from './socket.ts';
import { openHomeWay } from './way.ts';

/** A large house tells some megabytes of states at once. */
const MAX_BYTES = 8 * 1024 * 1024;
const MOST_ENTITIES = 500;
/** Ways in which a light can be on without being dimmed. */
const UNDIMMED: ReadonlySet<string> = new Set(['onoff', 'unknown']);

/** Lights first, then switches, as Home Assistant names them. On a connection of its own, since the answer is large. */
export async function findEntities(
  login: HomeLogin,
  timers: Timers,
  signal: AbortSignal,
): Promise<readonly FoundLamp[]> {
  const way = await openHomeWay(login, { timers, maxBytes: MAX_BYTES }, signal);
  const giveUp = (): void => void way.close();
  signal.addEventListener('abort', giveUp);
  try {
    const states = await way.states();
    if (!Array.isArray(states)) throw new LightError('strangeReply');
    const found = states.flatMap((state: unknown) => lampOf(state) ?? []);
    return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_ENTITIES);
  } finally {
    signal.removeEventListener('abort', giveUp);
    await way.close();
  }
}

function lampOf(state: unknown): FoundLamp | null {
  const parsed = stateSchema.safeParse(state);
  if (!parsed.success) return null;
  const { entity_id: entity, attributes } = parsed.data;
  const { friendly_name: name, supported_color_modes: modes = [] } = attributes;
  return {
    name: (typeof name === 'string' && name !== '' ? name : entity).slice(0, 60),
    target: { kind: 'homeAssistant', entity },
    dims: modes.some((mode) => !UNDIMMED.has(mode)),
    kelvin: modes.includes('color_temp')
      ? kelvinOf(attributes.min_color_temp_kelvin, attributes.max_color_temp_kelvin)
      : null,
  };
}

function kelvinOf(min: unknown, max: unknown): Lamp['kelvin'] {
  if (typeof min !== 'number' || typeof max !== 'number' || !(min > 0) || !(max >= min)) return null;
  return { min: Math.max(1_000, Math.round(min)), max: Math.min(10_000, Math.round(max)) };
}

function rank({ target }: FoundLamp): number {
  return target.kind === 'homeAssistant' && target.entity.startsWith('light.') ? 0 : 1;
}
