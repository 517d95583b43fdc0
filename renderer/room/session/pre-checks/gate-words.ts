import type { TFunction } from 'i18next';
import type { GateReason } from '../../../../shared/vitals/gate.ts';
import { levelWords } from '../reading/words.ts';

/** Why a start is not free, by figure and limit: `SpO₂ 91 %, limit 94 %`. */
export function gateWords(t: TFunction, { field, value, limit }: GateReason): string {
  const shown = field === 'rass' ? levelWords : String;
  return t(`attention.gate.reason.${field}`, { value: shown(value), limit: shown(limit) });
}
