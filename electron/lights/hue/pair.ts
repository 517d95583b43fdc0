import * as z from 'zod/mini';
import type { ConnectionOf } from '../../../shared/lights/lamps.ts';
import { certificateAt } from '../certificate.ts';
import { createHttp, type HttpClient } from '../http.ts';
import { LightError } from '../limited.ts';
import { addressOf } from '../pinned-socket.ts';
import type { Timers } from '../port.ts';
import { pause, within } from '../within.ts';
import { hueBridge } from './bridge.ts';

/** How far a pairing is. */
export type PairStep =
  | { readonly kind: 'found'; readonly name: string; readonly bridgeId: string }
  /** The button on the bridge is to be pressed; asked again every second for so long, ms. */
  | { readonly kind: 'press'; readonly leftMs: number };

/** What is kept of a pairing; the key belongs in the key store, the rest in the connection. */
export interface Paired extends Pick<ConnectionOf<'hue'>, 'bridgeId' | 'certificate'> {
  readonly name: string;
  readonly key: string;
}

export interface PairParts {
  readonly timers: Timers;
  readonly onStep: (step: PairStep) => void;
}

/** The button counts for half a minute after it is pressed; somebody has to walk there, ms. */
export const PRESS_WITHIN_MS = 90_000;
const ASK_AGAIN_MS = 1_000;
const LIMITS = { limitMs: 5_000, maxBytes: 64 * 1024 };
/** The first version of the bridge's software that knows CLIP v2. */
const OLDEST_SOFTWARE = 1_948_086_000;
/** What the bridge calls an application: program and place, at most 20 and 19 letters. */
const DEVICE_TYPE = 'stillroom#room';

const text = z.string().check(z.maxLength(200));
const configSchema = z.object({
  name: text,
  bridgeid: z.string().check(z.regex(/^[0-9A-Fa-f]{6,40}$/)),
  swversion: text,
});
/** A list with one answer: a key, or why there is none. */
const answerSchema = z.array(
  z.object({
    success: z.optional(z.object({ username: z.string().check(z.regex(/^[A-Za-z0-9-]{10,128}$/)) })),
    error: z.optional(z.object({ type: z.int() })),
  }),
);
const BUTTON_NOT_PRESSED = 101;

/**
 * Makes the bridge at `host` known to us: reads which certificate it shows and trusts that one from here on, asks who it
 * is, then waits for its button. Throws a `LightError`: those of `http.ts`, `notABridge`, `bridgeTooOld`, `notPressed`,
 * `superseded` where `signal` aborts.
 */
export async function pairHue(host: string, { timers, onStep }: PairParts, signal: AbortSignal): Promise<Paired> {
  const address = addressOf(host, 443);
  const shown = await within(timers, LIMITS.limitMs, [signal], (until) =>
    certificateAt(address.host, address.port, until),
  );
  const http = createHttp({ timers, host, certificate: shown.fingerprint });
  try {
    const config = await http.ask({ method: 'GET', path: '/api/0/config', reply: configSchema, ...LIMITS }, signal);
    const bridgeId = config.bridgeid.toLowerCase();
    // A bridge's certificate is made out to its id.
    if (shown.name.toLowerCase() !== bridgeId) throw new LightError('notABridge');
    if (!(Number(config.swversion) >= OLDEST_SOFTWARE)) throw new LightError('bridgeTooOld');
    const name = config.name.trim().slice(0, 60) || bridgeId;
    onStep({ kind: 'found', name, bridgeId });
    const key = await keyOf(http, { timers, onStep }, signal);
    await checked(host, shown.fingerprint, key, bridgeId, timers, signal);
    return { name, bridgeId, certificate: shown.fingerprint, key };
  } finally {
    http.close();
  }
}

async function keyOf(http: HttpClient, { timers, onStep }: PairParts, signal: AbortSignal): Promise<string> {
  const body = { devicetype: DEVICE_TYPE, generateclientkey: true };
  const until = timers.now() + PRESS_WITHIN_MS;
  for (;;) {
    const [answer] = await http.ask({ method: 'POST', path: '/api', body, reply: answerSchema, ...LIMITS }, signal);
    if (answer?.success !== undefined) return answer.success.username;
    if (answer?.error?.type !== BUTTON_NOT_PRESSED) throw new LightError('refused');
    const leftMs = until - timers.now();
    if (leftMs <= 0) throw new LightError('notPressed');
    onStep({ kind: 'press', leftMs });
    await pause(timers, Math.min(ASK_AGAIN_MS, leftMs), signal);
  }
}

/** The key opens CLIP v2, and the bridge there is the one that was asked. */
async function checked(
  host: string,
  certificate: string,
  key: string,
  bridgeId: string,
  timers: Timers,
  signal: AbortSignal,
): Promise<void> {
  const bridge = hueBridge({ host, certificate }, key, timers);
  try {
    const id = await bridge.id(signal);
    if (id?.toLowerCase() !== bridgeId) throw new LightError('notABridge');
  } finally {
    bridge.close();
  }
}
