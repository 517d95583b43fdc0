import type { TFunction } from 'i18next';
import type { PumpNote } from '../../../../shared/session/pump-state.ts';

/** A figure off the pump in words, `Rate 43.2 mL/h`. */
export function noteWords(t: TFunction, note: PumpNote): string {
  const { unit, value } = note.kind === 'rate' ? note.rate : note.total;
  return t(`pump.fact.${note.kind}`, { figure: `${value} ${t(`pump.units.${unit}`)}` });
}
