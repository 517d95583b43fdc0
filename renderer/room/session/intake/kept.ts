import type { SessionView } from '../../../client/session-store.ts';

/** How often a choice was kept so far: what is asked for beside the events is asked anew when it rises. */
export function keptRounds({ events }: SessionView): number {
  return events.filter(({ body }) => body.type === 'intakeKept').length;
}
