import type { TFunction } from 'i18next';
import type { ReadingParts } from '../../../shared/vitals/reading.ts';

/** A number with its sign, and a true minus; nothing is neither more nor less. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−');
}

/** `124/78`, or null where blood pressure was not taken. */
export function pressure(parts: ReadingParts): string | null {
  return parts.systolic === null || parts.diastolic === null ? null : `${parts.systolic}/${parts.diastolic}`;
}

/** Sedation in words; null where not looked at. */
export function sedation({ sedation: level }: ReadingParts, t: TFunction): string | null {
  if (level === null) return null;
  if (level.kind === 'moaas') return t('readingParts.moaas', { value: level.value });
  return level.kind === 'notRoused'
    ? t('sentence.reading.notRoused')
    : t('sentence.reading.rass', { value: signed(level.value) });
}

/** Symptoms in words; null where nobody was asked. */
export function symptoms({ symptoms: told }: ReadingParts, t: TFunction): string | null {
  if (told == null) return null;
  if (told.length === 0) return t('readingParts.noSymptoms');
  return told.map((code) => t(`readingParts.symptoms.${code}`)).join(', ');
}

/** How it was taken: `lying, left arm`; empty where it was not said. */
function taking({ position, arm }: ReadingParts, t: TFunction): readonly (string | null)[] {
  return [
    position == null ? null : t(`readingParts.position.${position}`),
    arm == null ? null : t(`readingParts.arm.${arm}`),
  ];
}

/** Oxygen in words; null where not entered. */
export function oxygen({ oxygenTenths }: ReadingParts, t: TFunction): string | null {
  if (oxygenTenths === null) return null;
  return oxygenTenths === 0
    ? t('sentence.reading.roomAir')
    : t('sentence.reading.oxygen', { litres: oxygenTenths / 10 });
}

/** A reading in one line: `124/78, SpO₂ 98 %, pulse 82`. */
export function readingWords(parts: ReadingParts, t: TFunction): string {
  const found = [
    pressure(parts),
    parts.spo2 === null ? null : t('sentence.reading.spo2', { value: parts.spo2 }),
    parts.pulse === null ? null : t('sentence.reading.pulse', { value: parts.pulse }),
    parts.respirations === null ? null : t('sentence.reading.respirations', { value: parts.respirations }),
    sedation(parts, t),
    symptoms(parts, t),
    oxygen(parts, t),
    ...taking(parts, t),
  ];
  return found.filter((part) => part !== null).join(', ');
}
