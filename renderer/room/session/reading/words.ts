import type { TFunction } from 'i18next';
import type { ReadingParts, Sedation } from '../../../../shared/vitals/reading.ts';
import type { Doubt } from '../../../../shared/vitals/unlikely.ts';
import type { EntryProblem } from './reading-entry.ts';

/** RASS with its sign and a true minus, MOAA/S named; `not roused` where it was left alone on purpose. */
export function sedationWords(t: TFunction, sedation: Sedation): string {
  if (sedation.kind === 'notRoused') return t('readings.notRousedShort');
  const { value } = sedation;
  if (sedation.kind === 'moaas') return t('readingParts.moaasCell', { value });
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}

/** Oxygen given: room air, or litres per minute. */
export function oxygenWords(t: TFunction, tenths: number): string {
  return tenths === 0 ? t('readings.roomAir') : t('readings.litres', { litres: tenths / 10 });
}

/** `118/76`; null without a blood pressure. */
export function pressureWords(parts: ReadingParts): string | null {
  return parts.systolic === null || parts.diastolic === null ? null : `${parts.systolic}/${parts.diastolic}`;
}

/** The whole reading in one line, as it is read back: `118/76, SpO₂ 97 %, pulse 82`. */
export function readingWords(t: TFunction, parts: ReadingParts): string {
  const { spo2, pulse, respirations, sedation, oxygenTenths, position, arm } = parts;
  const words = [
    pressureWords(parts),
    spo2 === null ? null : t('readings.spo2Short', { spo2 }),
    pulse === null ? null : t('readings.pulseShort', { pulse }),
    respirations === null ? null : t('readings.breaths', { count: respirations }),
    sedation === null ? null : scaleWords(t, sedation),
    symptomWords(t, parts),
    oxygenTenths === null ? null : oxygenWords(t, oxygenTenths),
    position == null ? null : t(`readingParts.position.${position}`),
    arm == null ? null : t(`readingParts.arm.${arm}`),
  ];
  return words.filter((word) => word !== null).join(', ');
}

/** Sedation with the name of its scale. */
function scaleWords(t: TFunction, sedation: Sedation): string {
  if (sedation.kind === 'notRoused') return t('readings.notRousedShort');
  return sedation.kind === 'moaas'
    ? t('readingParts.moaas', { value: sedation.value })
    : t('readings.rassShort', { value: sedationWords(t, sedation) });
}

/** `no symptoms`, or which; null where nobody was asked. */
export function symptomWords(t: TFunction, { symptoms }: ReadingParts): string | null {
  if (symptoms == null) return null;
  if (symptoms.length === 0) return t('readingParts.noSymptoms');
  return symptoms.map((code) => t(`readingParts.symptoms.${code}`)).join(', ');
}

/** What is wrong with the entry, with the field named and the typed text shown. */
export function problemWords(t: TFunction, { code, field, params }: EntryProblem): string {
  return t(`readings.problem.${code}`, { ...params, field: t(`readings.field.${field}`) });
}

/** Values to ask "sure?" about: `pulse 182, was 80`. */
export function doubtWords(t: TFunction, doubt: Doubt): string {
  const { code } = doubt;
  if (code === 'savedAlready' || code === 'spo2Place' || code === 'diastolicPlace')
    return t(`readingParts.doubt.${code}`);
  const what = t(`readings.unlikely.${doubt.field}`, { value: doubt.value });
  return doubt.before === null ? what : t('readings.unlikely.was', { what, before: doubt.before });
}
