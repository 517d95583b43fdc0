import type { SessionBodyOf } from './event-bodies.ts';
import type { Session } from './state.ts';

/** What a session knows of the gate before the start. */
export interface GateOfSession {
  /** The last rest before another try; null: none yet. */
  readonly baselineRest: { readonly fromLifeMs: number; readonly restMs: number } | null;
  /** Cuff of a try, by reading. */
  readonly cuffs: Readonly<Record<string, SessionBodyOf<'cuffNoted'>['cuff']>>;
  readonly gateDecisions: readonly (Omit<SessionBodyOf<'gateDecided'>, 'type'> & { readonly at: number })[];
}

export const noGate: GateOfSession = { baselineRest: null, cuffs: {}, gateDecisions: [] };

/**
 * What is left of the rest before another try, ms; 0 once it is over and the try is wanted. Null where nobody rests: no rest
 * was begun, or a reading was taken since.
 */
export function restLeftMs(
  { baselineRest, readings }: Pick<Session, 'baselineRest' | 'readings'>,
  nowLifeMs: number,
): number | null {
  if (baselineRest === null) return null;
  const { fromLifeMs, restMs } = baselineRest;
  const isTried = readings.some(
    ({ lifeMs, parts, withdrawn }) => lifeMs > fromLifeMs && parts !== null && withdrawn === null,
  );
  return isTried ? null : Math.max(0, fromLifeMs + restMs - nowLifeMs);
}
