import type { TFunction } from 'i18next';
import type { ReadingParts, Sedation } from '../../../../shared/vitals/reading.ts';
import type { Doubt } from '../../../../shared/vitals/unlikely.ts';
import type { EntryProblem } from './entry-problems.ts';
import type { Standing } from './entry-state.ts';

/** RASS with its sign and a true minus, MOAA/S named; `not roused` where it was left alone on purpose. */
export function sedationWords(t: TFunction, sedation: Sedation): string {
  if (sedation.kind === 'notRoused') return t('readings.notRousedShort');
  const { value } = sedation;
  return sedation.kind === 'moaas' ? t('readingParts.moaasCell', { value }) : levelWords(value);
}

/** A level of a scale with its sign, and a true minus. */
export function levelWords(value: number): string {
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

/** The figures of a reading: `118/76, SpO₂ 97 %, pulse 82`; null where it has none. */
export function figureWords(t: TFunction, parts: ReadingParts): string | null {
  const { spo2, pulse } = parts;
  return inOne([
    pressureWords(parts),
    spo2 === null ? null : t('readings.spo2Short', { spo2 }),
    pulse === null ? null : t('readings.pulseShort', { pulse }),
  ]);
}

/** What a reading says beside its figures: breaths, sedation, symptoms, and what stands; null where it says nothing. */
export function restWords(t: TFunction, parts: ReadingParts): string | null {
  const { respirations, sedation, oxygenTenths, position = null, arm = null } = parts;
  return inOne([
    respirations === null ? null : t('readings.breaths', { count: respirations }),
    sedation === null ? null : scaleWords(t, sedation),
    symptomWords(t, parts),
    standingWords(t, { oxygenTenths, position, arm }),
  ]);
}

/** The whole reading in one line, as it is read back. */
export function readingWords(t: TFunction, parts: ReadingParts): string {
  return inOne([figureWords(t, parts), restWords(t, parts)]) ?? '';
}

/** What stands until it is changed: `room air, lying, left arm`; null where nothing was said. */
export function standingWords(t: TFunction, { oxygenTenths, position, arm }: Standing): string | null {
  return inOne([
    oxygenTenths === null ? null : oxygenWords(t, oxygenTenths),
    position === null ? null : t(`readingParts.position.${position}`),
    arm === null ? null : t(`readingParts.arm.${arm}`),
  ]);
}

function inOne(words: readonly (string | null)[]): string | null {
  const said = words.filter((word) => word !== null);
  return said.length === 0 ? null : said.join(', ');
}

/** Sedation with the name of its scale. */
export function scaleWords(t: TFunction, sedation: Sedation): string {
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

/** Values to ask "sure?" about: `pulse 182, was 80`. On the locked screen nothing of before is told. */
export function doubtWords(t: TFunction, doubt: Doubt, locked: boolean): string {
  const { code } = doubt;
  if (code === 'savedAlready' || code === 'spo2Place' || code === 'diastolicPlace')
    return t(`readingParts.doubt.${code}`);
  const what = t(`readings.unlikely.${doubt.field}`, { value: doubt.value });
  return doubt.before === null || locked ? what : t('readings.unlikely.was', { what, before: doubt.before });
}
