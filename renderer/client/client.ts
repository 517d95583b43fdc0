import { failure, failureSchema, type Answer } from '../../shared/ipc/answer.ts';
import { requestsAtABox } from '../../shared/ipc/at-a-box.ts';
import {
  MAX_MESSAGE,
  pushEnvelopeSchema,
  pushes,
  requests,
  type PushData,
  type PushName,
  type RequestArgs,
  type RequestData,
  type RequestName,
  type WindowBridge,
} from '../../shared/ipc/contract.ts';

/** A request without an answer for this long (ms) counts as not answered. */
export const ANSWER_LIMIT_MS = 20_000;
/** The same where somebody has to go through a box of the operating system first. */
export const BOX_LIMIT_MS = 30 * 60_000;

/** What a window says to main and hears from it, typed by the contract. Never throws. */
export interface Client {
  readonly request: <N extends RequestName>(name: N, args: RequestArgs<N>) => Promise<Answer<RequestData<N>>>;
  /** Tells main which files were dropped on this window; how many it took, 0 where that cannot be told. */
  readonly drop: (files: readonly File[]) => Promise<number>;
  /** Hears one kind of push; returns the function that ends it. */
  readonly onPush: <N extends PushName>(name: N, listener: (data: PushData<N>) => void) => () => void;
}

type Listener = (data: never) => void;

/** Makes the client of one window. What main sends is parsed; what does not fit becomes a failure, or is dropped (pushes). */
export function createClient(bridge: WindowBridge): Client {
  const listeners = new Map<PushName, Set<Listener>>();
  let endBridge: (() => void) | null = null;

  const hear = (message: string): void => {
    const push = parsePush(message, (name) => listeners.has(name));
    if (push === null) return;
    for (const listener of listeners.get(push.name) ?? []) listener(push.data as never);
  };

  return {
    request: async (name, args) => {
      const message = JSON.stringify({ name, args });
      if (message.length > MAX_MESSAGE) return failure('invalid', 'tooLong');
      const limitMs = requestsAtABox.has(name) ? BOX_LIMIT_MS : ANSWER_LIMIT_MS;
      const text = await answerWithin(limitMs, async () => bridge.request(message));
      return text === null ? failure('broken', 'noAnswer') : parseAnswer(name, text);
    },
    drop: async (files) => {
      try {
        return await bridge.drop(files);
      } catch {
        return 0;
      }
    },
    onPush: (name, listener) => {
      const own = listeners.get(name) ?? new Set<Listener>();
      listeners.set(name, own.add(listener));
      endBridge ??= bridge.onPush(hear);
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(name);
        if (listeners.size > 0) return;
        endBridge?.();
        endBridge = null;
      };
    },
  };
}

/** The text main answered; null where the transport failed or was silent for `limitMs`. */
async function answerWithin(limitMs: number, ask: () => Promise<string>): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs);
  });
  try {
    return await Promise.race([ask(), silence]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function parseAnswer<N extends RequestName>(name: N, text: string): Answer<RequestData<N>> {
  const value = parseJson(text);
  if (!isRecord(value) || value['ok'] !== true) {
    const refused = failureSchema.safeParse(value);
    return refused.success ? refused.data : failure('broken', 'badAnswer');
  }
  const data = requests[name].data.safeParse(value['data']);
  if (!data.success) return failure('broken', 'badAnswer');
  const seq = value['seq'];
  return { ok: true, seq: typeof seq === 'number' ? seq : null, data: data.data as RequestData<N> };
}

function parsePush(
  message: string,
  wanted: (name: PushName) => boolean,
): { readonly name: PushName; readonly data: unknown } | null {
  const envelope = pushEnvelopeSchema.safeParse(parseJson(message));
  if (!envelope.success || !isPushName(envelope.data.name) || !wanted(envelope.data.name)) return null;
  const data = pushes[envelope.data.name].safeParse(envelope.data.data);
  return data.success ? { name: envelope.data.name, data: data.data } : null;
}

function isPushName(name: string): name is PushName {
  return Object.hasOwn(pushes, name);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The value, or undefined for text that is no JSON or too long to be one of ours. */
function parseJson(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > MAX_MESSAGE) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
