import { LightError } from './limited.ts';
import type { Timers } from './port.ts';

/**
 * Runs `work` under a time limit: its signal aborts with `LightError('timeout')` then, or with `superseded` as soon as one
 * of `signals` aborts; that error is what this throws. `unlimited` lifts the limit.
 */
export async function within<T>(
  timers: Timers,
  limitMs: number,
  signals: readonly AbortSignal[],
  work: (signal: AbortSignal, unlimited: () => void) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const overtaken = (): void => own.abort(new LightError('superseded'));
  if (signals.some((signal) => signal.aborted)) overtaken();
  for (const signal of signals) signal.addEventListener('abort', overtaken);
  const cancel = timers.after(limitMs, () => own.abort(new LightError('timeout')));
  try {
    return await work(own.signal, cancel);
  } catch (problem) {
    throw own.signal.aborted ? own.signal.reason : problem;
  } finally {
    cancel();
    for (const signal of signals) signal.removeEventListener('abort', overtaken);
  }
}

/** Waits for so many ms, or until the signal aborts. */
export function pause(timers: Timers, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      cancel();
      signal.removeEventListener('abort', over);
      resolve();
    };
    const cancel = timers.after(ms, over);
    if (signal.aborted) over();
    else signal.addEventListener('abort', over);
  });
}
