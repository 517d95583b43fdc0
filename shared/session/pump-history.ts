import type { PumpNote } from './pump-state.ts';
import type { Session } from './state.ts';

/** One line of what the pump did, as people reported it. */
export type PumpFact = { readonly at: number; readonly lifeMs: number } & (
  | { readonly kind: 'note'; readonly note: PumpNote }
  | { readonly kind: 'started' }
  | { readonly kind: 'paused' | 'trouble'; readonly reason: Session['pauses'][number]['reason'] }
  | { readonly kind: 'resumed' | 'troubleOver' }
  | { readonly kind: 'stopped' }
);

/** Everything that was reported of the pump, oldest first: start, rates, pauses, totals, stop; what was withdrawn too. */
export function pumpHistory(session: Session): readonly PumpFact[] {
  const { started, stopped } = session;
  const facts: PumpFact[] = session.pumpNotes.map((note) => ({
    ...{ kind: 'note', at: note.at, lifeMs: note.lifeMs, note },
  }));
  if (started !== null) facts.push({ kind: 'started', at: started.at, lifeMs: started.lifeMs });
  for (const { fromAt, fromLifeMs, toLifeMs, reason, pumpStood } of session.pauses) {
    facts.push({ kind: pumpStood ? 'paused' : 'trouble', at: fromAt, lifeMs: fromLifeMs, reason });
    // What ends with the stop was not started again.
    if (toLifeMs === null || toLifeMs === stopped?.lifeMs) continue;
    const at = fromAt + (toLifeMs - fromLifeMs);
    facts.push({ kind: pumpStood ? 'resumed' : 'troubleOver', at, lifeMs: toLifeMs });
  }
  if (stopped !== null) facts.push({ kind: 'stopped', at: stopped.at, lifeMs: stopped.lifeMs });
  return facts.toSorted((a, b) => a.lifeMs - b.lifeMs);
}
