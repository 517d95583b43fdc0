import type { SessionBodyOf } from './event-bodies.ts';

/** What a session knows of the gate before the start. */
export interface GateOfSession {
  /** The last rest before another try; null: none yet. */
  readonly baselineRest: { readonly fromLifeMs: number; readonly restMs: number } | null;
  /** Cuff of a try, by reading. */
  readonly cuffs: Readonly<Record<string, SessionBodyOf<'cuffNoted'>['cuff']>>;
  readonly gateDecisions: readonly (Omit<SessionBodyOf<'gateDecided'>, 'type'> & { readonly at: number })[];
}

export const noGate: GateOfSession = { baselineRest: null, cuffs: {}, gateDecisions: [] };
