import * as z from 'zod/mini';

/** What a lamp said of itself; null where it did not say. */
export interface LampNews {
  readonly on: boolean | null;
}

/** A topic of ours carries a few hundred bytes; longer ones are somebody else's. */
export const NEWS_BYTES = 64 * 1024;

const stateSchema = z.object({ state: z.optional(z.unknown()) });
const availabilitySchema = z.object({ state: z.enum(['online', 'offline']) });

/** A state topic of Zigbee2MQTT; null for anything else. Never throws. */
export function readState(payload: Buffer): LampNews | null {
  const parsed = stateSchema.safeParse(json(payload));
  if (!parsed.success) return null;
  const { state } = parsed.data;
  return { on: state === 'ON' ? true : state === 'OFF' ? false : null };
}

/** An availability topic: the plain word of older versions or the JSON of newer ones; null for anything else. */
export function readAvailability(payload: Buffer): boolean | null {
  if (payload.length > NEWS_BYTES) return null;
  const text = payload.toString('utf8').trim();
  if (text === 'online' || text === 'offline') return text === 'online';
  const parsed = availabilitySchema.safeParse(json(payload));
  return parsed.success ? parsed.data.state === 'online' : null;
}

/** A plain number, 0 or more, as a dimmer says it; null for anything else. */
export function readNumber(payload: Buffer): number | null {
  const text = payload.length > 20 ? '' : payload.toString('utf8').trim();
  return /^\d{1,6}(?:\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

/** The value of a small JSON payload; undefined where it is none. */
function json(payload: Buffer): unknown {
  if (payload.length > NEWS_BYTES) return undefined;
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch {
    return undefined;
  }
}
