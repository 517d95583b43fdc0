import type { Author } from './event.ts';
import type { Session } from './state.ts';

/** Who walks with a patient who gets up. */
export const walkers = ['nurse', 'companion', 'nobody'] as const;
export type Walker = (typeof walkers)[number];

/** The patient got up: since when, with whom, and when they lay down again. */
export interface AwayState {
  readonly upId: string;
  readonly seq: number;
  /** Epoch ms, and the same on the life axis. */
  readonly at: number;
  readonly lifeMs: number;
  readonly author: Author;
  readonly walker: Walker | null;
  /** Somebody looked: the pump runs meanwhile. */
  readonly pumpRuns: boolean;
  /** When they were back: epoch ms, and the same on the life axis; null while they are up, and where they left from there. */
  readonly back: { readonly at: number; readonly lifeMs: number } | null;
}

/** The patient who is up now; null while they lie. */
export function openAway({ aways }: Pick<Session, 'aways'>): AwayState | null {
  return aways.find(({ back }) => back === null) ?? null;
}

/** Whether it is still to be said if the pump runs or stands while the patient is up. */
export function asksForPump(session: Session): boolean {
  const away = openAway(session);
  const pumpOn = session.phase === 'infusing' || session.phase === 'overtime';
  return away !== null && pumpOn && session.pump === 'running' && !away.pumpRuns;
}
