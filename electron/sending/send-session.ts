import type { ToldSession } from '../../shared/export/told-session.ts';
import type { UuidOf } from '../../shared/fhir/resource.ts';
import { sessionBundle } from '../../shared/fhir/session-bundle.ts';
import type { Answer } from '../../shared/ipc/answer.ts';
import { retryAfterMs } from '../../shared/sending/pauses.ts';
import { outcomeOf, type Outcome } from '../../shared/sending/reply.ts';
import { LightError } from '../lights/limited.ts';
import type { Timers } from '../lights/port.ts';
import { within } from '../lights/within.ts';
import { ask, prove, type Way } from './way.ts';

/** Until the connection stands and is proven, ms. */
export const REACH_MS = 10_000;
/** Longer than the printer itself waits for its pages, ms. */
const LAY_OUT_MS = 90_000;
/** From the second connection to the last byte of the answer, ms: some megabytes over a slow line. */
export const SEND_MS = 60_000;

export interface SendParts {
  readonly timers: Timers;
  /** Epoch ms. */
  readonly wall: () => number;
  readonly uuidOf: UuidOf;
  /** The session as it may leave the app; `session.unknown` where it is not here, or erased. */
  readonly told: (sessionId: string) => Promise<Answer<ToldSession>>;
  /** The last entry of its course's stream about a questionnaire that leaves beside it; 0 where there is none. */
  readonly beside: (sessionId: string) => Promise<Answer<number>>;
  /** Its printed record. */
  readonly pdf: (told: ToldSession, madeAt: number) => Promise<Answer<Uint8Array>>;
  /** Writes down that it leaves. Where that cannot be written, nothing may leave. */
  readonly note: (sessionId: string) => Promise<Answer<null>>;
}

/** Trouble that is no session's fault and that time does not heal: nothing goes until a person has looked. */
const standsStill: readonly string[] = ['certificateChanged', 'certificateUnknown', 'badAddress', 'notEncrypted'];

/**
 * Sends one session as a collection under its own stable name: `PUT [base]/Bundle/<id>`. The server is reached and proven
 * before anything is read, laid out or noted, so that tries which reach nobody leave neither work nor lines in the audit.
 * Never throws.
 */
export async function sendSession(
  parts: SendParts,
  way: Way,
  sessionId: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const { timers, wall, uuidOf } = parts;
  try {
    await within(timers, REACH_MS, [signal], (until) => prove(way, until)).catch(namedForReaching);
    // Asked for first: what is answered meanwhile is told, and counts as still to be told.
    const beside = await parts.beside(sessionId);
    const told = await parts.told(sessionId);
    if (!told.ok) return told.code === 'session.unknown' ? { kind: 'gone' } : later('recordNotRead');
    if (!beside.ok) return later('recordNotRead');
    if (told.data.session.created.practice) return { kind: 'gone' };
    const { pages } = way.server;
    const made = await within(timers, LAY_OUT_MS, [signal], (until) =>
      Promise.race([bundleOf(parts, told.data, pages), givenUp(until)]),
    );
    if (made === null) return later('notLaidOut');
    const noted = await parts.note(sessionId);
    if (!noted.ok) return later('notNoted');
    const path = `/Bundle/${uuidOf(`bundle/${sessionId}`)}`;
    const put = { method: 'PUT', path, body: made, most: 'answer' } as const;
    const reply = await within(timers, SEND_MS, [signal], (until) => ask(way, put, until));
    const wish = reply.headers['retry-after'];
    const seq = told.data.events.at(-1)?.seq ?? 0;
    return outcomeOf(
      reply,
      { seq, beside: beside.data },
      retryAfterMs(typeof wish === 'string' ? wish : undefined, wall()),
    );
  } catch (problem) {
    const code = problem instanceof LightError ? problem.code : 'unreachable';
    if (standsStill.includes(code)) return { kind: 'stopped', code };
    if (code === 'strangeReply') return { kind: 'refused', code, status: null, words: '' };
    return later(code);
  }
}

/** What answers there and speaks no TLS is not the server; later, the same code means an answer that is none. */
function namedForReaching(problem: unknown): never {
  if (problem instanceof LightError && problem.code === 'strangeReply') throw new LightError('notEncrypted');
  throw problem;
}

/** Rejects once the signal aborts: pages may take a minute, and nobody waits for them where the app is left. */
function givenUp(signal: AbortSignal): Promise<never> {
  if (signal.aborted) return Promise.reject(signal.reason as Error);
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

const later = (code: string): Outcome => ({ kind: 'notReached', code, wishMs: null });

/** The session's bundle as it is sent, in UTF-8; null where its pages could not be laid out. */
async function bundleOf(
  { wall, uuidOf, pdf }: SendParts,
  told: ToldSession,
  withPages: boolean,
): Promise<Uint8Array | null> {
  const madeAt = wall();
  const printed = withPages ? await pdf(told, madeAt) : null;
  if (printed?.ok === false) return null;
  const name = `document/${told.session.sessionId}`;
  const documents =
    printed === null
      ? []
      : [
          {
            ...{ name, title: 'Session record', contentType: 'application/pdf' as const, madeAt },
            data: Buffer.from(printed.data).toString('base64'),
          },
        ];
  return Buffer.from(JSON.stringify(sessionBundle(told, { madeAt, uuidOf, documents })), 'utf8');
}
