import type { TFunction } from 'i18next';
import type { ReadingParts } from '../../../shared/vitals/reading.ts';

/** A number with a true minus. */
function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−');
}

/** `124/78`, or null where blood pressure was not taken. */
export function pressure(parts: ReadingParts): string | null {
  return parts.systolic === null || parts.diastolic === null ? null : `${parts.systolic}/${parts.diastolic}`;
}

/** Sedation in words; null where not looked at. */
export function sedation({ sedation: level }: ReadingParts, t: TFunction): string | null {
  if (level === null) return null;
  return level.kind === 'notRoused'
    ? t('sentence.reading.notRoused')
    : t('sentence.reading.rass', { value: signed(level.value) });
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
    oxygen(parts, t),
  ];
  return found.filter((part) => part !== null).join(', ');
}
