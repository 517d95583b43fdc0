import * as z from 'zod/mini';
import type { ConnectionOf, TargetOf } from '../../../shared/lights/lamps.ts';
import { createHttp, type HttpClient } from '../http.ts';
import type { Outcome, Timers } from '../port.ts';
import type { HueMessage } from './message.ts';
import { bridgeSchema, envelope } from './resources.ts';

const LIST_LIMIT_MS = 8_000;
const COMMAND_MAX_BYTES = 64 * 1024;
/** A full bridge has about 60 lights of 3 KB each. */
const LIST_MAX_BYTES = 1024 * 1024;

/** The bridge's interface, CLIP v2. Every call may throw a `LightError`. */
export interface HueBridge {
  /** Resolves once the bridge has taken the command, within `limitMs`, or says that it could not reach the lamp. */
  readonly put: (
    target: TargetOf<'hue'>,
    message: HueMessage,
    limitMs: number,
    signal: AbortSignal,
  ) => Promise<Outcome>;
  readonly list: <T>(resource: string, item: z.ZodMiniType<T>, signal: AbortSignal) => Promise<readonly T[]>;
  /** Its own id, as sign of life. */
  readonly id: (signal: AbortSignal) => Promise<string | null>;
  /** The event stream; ends with a `LightError` only. */
  readonly events: (onOpen: () => void, onBytes: (bytes: Buffer) => void, signal: AbortSignal) => Promise<never>;
  readonly close: HttpClient['close'];
}

/** @param key the application key that the bridge gave when it was paired */
export function hueBridge(
  { host, certificate }: Pick<ConnectionOf<'hue'>, 'host' | 'certificate'>,
  key: string,
  timers: Timers,
): HueBridge {
  const http = createHttp({ timers, host, certificate });
  const headers = { 'hue-application-key': key };

  const list = async <T>(resource: string, item: z.ZodMiniType<T>, signal: AbortSignal): Promise<readonly T[]> => {
    const path = `/clip/v2/resource/${resource}`;
    const limits = { limitMs: LIST_LIMIT_MS, maxBytes: LIST_MAX_BYTES };
    const answer = await http.ask({ method: 'GET', path, headers, reply: envelope(item), ...limits }, signal);
    return answer.data;
  };

  return {
    put: async ({ resource, rid }, message, limitMs, signal) => {
      const path = `/clip/v2/resource/${resource}/${rid}`;
      const limits = { limitMs, maxBytes: COMMAND_MAX_BYTES };
      const reply = envelope(z.unknown());
      const { errors } = await http.ask({ method: 'PUT', path, headers, body: message, reply, ...limits }, signal);
      return outcomeOf(errors.map(({ description }) => description));
    },
    list,
    id: async (signal) => (await list('bridge', bridgeSchema, signal))[0]?.bridge_id ?? null,
    events: (onOpen, onBytes, signal) =>
      http.listen(
        {
          path: '/eventstream/clip/v2',
          headers: { ...headers, accept: 'text/event-stream' },
          limitMs: LIST_LIMIT_MS,
          onOpen,
          onBytes,
        },
        signal,
      ),
    close: () => http.close(),
  };
}

/**
 * The bridge takes a command for a lamp that is out of reach and says so beside it. That a lamp was "soft off" it says
 * also where the same command turned it on: no failure.
 */
function outcomeOf(descriptions: readonly string[]): Outcome {
  const problems = descriptions.filter((text) => !text.includes('"soft off"'));
  if (problems.length === 0) return { kind: 'sent' };
  const outOfReach = problems.some((text) => text.includes('communication issues'));
  return { kind: 'failed', code: outOfReach ? 'lampOutOfReach' : 'refused' };
}
