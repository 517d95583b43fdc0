import type { TFunction } from 'i18next';
import type { PumpFact } from '../../../../shared/session/pump-history.ts';
import type { PumpNote } from '../../../../shared/session/pump-state.ts';

/** A figure off the pump in words, `Rate 43.2 mL/h`. */
export function noteWords(t: TFunction, note: PumpNote): string {
  const { unit, value } = note.kind === 'rate' ? note.rate : note.total;
  return t(`pump.fact.${note.kind}`, { figure: `${value} ${t(`pump.units.${unit}`)}` });
}

/** What the pump did, in words: `Started`, `Paused: bathroom`, or a figure off it. */
export function factWords(t: TFunction, fact: PumpFact): string {
  if (fact.kind === 'note') return noteWords(t, fact.note);
  return 'reason' in fact
    ? t(`pump.fact.${fact.kind}`, { reason: t(`session.pump.reasons.${fact.reason}`) })
    : t(`pump.fact.${fact.kind}`);
}
