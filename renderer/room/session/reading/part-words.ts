import type { TFunction } from 'i18next';
import type { AskedPart } from '../../../../shared/vitals/asked-parts.ts';

/** Parts of a due reading in one line: `BP, SpO₂`. */
export function partWords(t: TFunction, parts: readonly AskedPart[]): string {
  return parts.map((part) => t(`dueParts.part.${part}`)).join(', ');
}

/** Why a reading, or what of it, was not obtained, as it stands in a table. */
export function notObtainedWords(
  t: TFunction,
  {
    notObtained,
    notObtainedParts,
  }: { readonly notObtained: string | null; readonly notObtainedParts?: readonly AskedPart[] },
): string {
  const reason = notObtained ?? '';
  return notObtainedParts === undefined
    ? t('readings.table.notObtained', { reason })
    : t('dueParts.notObtained', { parts: partWords(t, notObtainedParts), reason });
}
