import * as z from 'zod/mini';
import { createHttp } from '../http.ts';
import type { Timers } from '../port.ts';
import type { WledMessage } from './message.ts';

const number = z.number();
const name = z.string().check(z.maxLength(200));

/** What of a strip's state we read; everything else is left alone. */
const segmentSchema = z.object({
  id: z.int().check(z.gte(0), z.lte(255)),
  n: z.optional(name),
  on: z._default(z.boolean(), true),
  bri: z._default(number, 255),
  /** Bits: 1 colours, 2 a white channel, 4 two whites. Missing in old versions. */
  lc: z._default(number, 0),
});
export type WledSegment = z.infer<typeof segmentSchema>;
const stateSchema = z.object({ on: z.boolean(), bri: number, seg: z.array(segmentSchema) });
export type WledState = z.infer<typeof stateSchema>;
const wholeSchema = z.object({ state: stateSchema, info: z.object({ name, ver: name }) });
export type WledWhole = z.infer<typeof wholeSchema>;
const takenSchema = z.object({ success: z.literal(true) });

const READ_LIMIT_MS = 4_000;
/** Thirty-two segments of 500 bytes, and what a version to come may add. */
const MAX_BYTES = 128 * 1024;

/** One strip's JSON interface. Every call may throw a `LightError`. */
export interface WledStrip {
  readonly post: (message: WledMessage, limitMs: number, signal: AbortSignal) => Promise<void>;
  readonly state: (signal: AbortSignal) => Promise<WledState>;
  readonly whole: (signal: AbortSignal) => Promise<WledWhole>;
  readonly close: () => void;
}

export function wledStrip(host: string, timers: Timers): WledStrip {
  const http = createHttp({ timers, host, certificate: null });
  const read = <T>(path: string, reply: z.ZodMiniType<T>, signal: AbortSignal): Promise<T> =>
    http.ask({ method: 'GET', path, reply, limitMs: READ_LIMIT_MS, maxBytes: MAX_BYTES }, signal);
  return {
    post: async (message, limitMs, signal) => {
      const question = { method: 'POST', path: '/json/state', body: message, reply: takenSchema } as const;
      await http.ask({ ...question, limitMs, maxBytes: MAX_BYTES }, signal);
    },
    state: (signal) => read('/json/state', stateSchema, signal),
    whole: (signal) => read('/json/si', wholeSchema, signal),
    close: () => http.close(),
  };
}
