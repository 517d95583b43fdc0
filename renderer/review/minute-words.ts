import type { Taken } from '../../shared/session/worst-reading.ts';
import type { FactContext } from './fact.ts';

/** Where in the session: `minute 30`, or minutes into recovery. */
export function minuteWords({ t, session }: FactContext, { lifeMs }: Taken): string {
  const { started, stopped } = session;
  const minutes = (fromMs: number) => Math.round((lifeMs - fromMs) / 60_000);
  if (started === null || lifeMs < started.lifeMs) return t('review.beforeStart');
  if (stopped !== null && lifeMs > stopped.lifeMs + 30_000)
    return t('review.inRecovery', { minutes: minutes(stopped.lifeMs) });
  return t('review.inMinute', { minutes: minutes(started.lifeMs) });
}
