import type { Outcome, Timers } from './port.ts';

/** What a driver may throw to name its failure. */
export class LightError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * One message to one lamp: ends with the lamp's answer, or `timeout` after `limitMs`, or at once as `superseded` when
 * `taken` aborts, whatever the lamp does. It is told to give up through the signal it is handed. Never throws.
 */
export function limited(
  timers: Timers,
  limitMs: number,
  taken: AbortSignal,
  work: (signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome> {
  if (taken.aborted) return Promise.resolve(superseded);
  return new Promise((resolve) => {
    const giveUp = new AbortController();
    const end = (outcome: Outcome): void => {
      cancel();
      taken.removeEventListener('abort', overtaken);
      resolve(outcome);
      if (outcome.kind !== 'sent') giveUp.abort();
    };
    const overtaken = (): void => end(superseded);
    const cancel = timers.after(limitMs, () => end({ kind: 'timeout' }));
    taken.addEventListener('abort', overtaken);
    // Inside an async function, so that a driver that throws before it has a promise is caught as well.
    void (async () => work(giveUp.signal))().then(end, (problem: unknown) => end(thrown(problem)));
  });
}

/** A newer message took this one's place. */
export const superseded = { kind: 'failed', code: 'superseded' } as const satisfies Outcome;

function thrown(problem: unknown): Outcome {
  return { kind: 'failed', code: problem instanceof LightError ? problem.code : 'unreachable' };
}
