import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { readCapability, type ServerFound } from '../../shared/sending/capability.ts';
import { LightError } from '../lights/limited.ts';
import type { Timers } from '../lights/port.ts';
import { within } from '../lights/within.ts';
import { stableUuid } from '../report/stable-uuid.ts';
import { ask, type Way } from './way.ts';

/** Well below what a window waits for its answer, ms: the whole of both questions. */
export const TRY_MS = 9_000;

/**
 * Asks the server what it is (`metadata`), and for a bundle that nobody has, which shows whether it takes the token: most
 * describe themselves to everybody. Nothing of a session leaves. Fails with `sending.noAnswer` and why. Never throws.
 */
export async function tryServer(way: Way, timers: Timers, signal: AbortSignal): Promise<Answer<ServerFound>> {
  try {
    return await within(timers, TRY_MS, [signal], async (until) => {
      const get = { method: 'GET', body: null } as const;
      const said = await ask(way, { ...get, path: '/metadata', most: 'metadata' }, until);
      const found = said.status === 200 ? readCapability(said.body) : null;
      if (found === null) return noAnswer(why(said.status));
      const { status } = await ask(way, { ...get, path: `/Bundle/${stableUuid('nobody')}`, most: 'answer' }, until);
      return status === 401 || status === 403 ? noAnswer('notAllowed') : success(found);
    });
  } catch (problem) {
    return noAnswer(problem instanceof LightError ? problem.code : 'unreachable');
  }
}

function why(status: number): string {
  if (status === 401 || status === 403) return 'notAllowed';
  if (status >= 300 && status < 400) return 'redirected';
  return status === 429 || status === 503 ? 'busy' : 'noFhir';
}

function noAnswer(code: string): Answer<ServerFound> {
  return failure('unavailable', 'sending.noAnswer', { why: code });
}
