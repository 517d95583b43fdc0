import { levelOfReading, symptomsTold } from '../../shared/session/reading-level.ts';
import { readingBands } from '../../shared/session/reading-bands.ts';
import { readingsSinceStart, type Taken } from '../../shared/session/worst-reading.ts';
import type { BandField } from '../../shared/vitals/band-fields.ts';
import type { Band } from '../../shared/vitals/bands.ts';
import type { FactContext } from './fact.ts';
import { minuteWords } from './minute-words.ts';
import { pressure, sedation, symptoms } from './words/reading-words.ts';

/** What is said of a reading in one go. */
type Part = 'pressure' | 'spo2' | 'pulse' | 'respirations' | 'sedation' | 'symptoms';

const partOf: Readonly<Record<BandField, Part>> = {
  ...{ systolic: 'pressure', diastolic: 'pressure', spo2: 'spo2', pulse: 'pulse' },
  ...{ respirations: 'respirations', rass: 'sedation', moaas: 'sedation' },
};

/** What stood highest in the clinic's bands, in words, with its sign. */
export interface WorstWords {
  readonly level: Exclude<Band, 'ok'>;
  readonly words: readonly string[];
}

/**
 * What stood highest in the bands since the start and is said by no other cell: a pulse, a sedation, symptoms, or a pressure
 * that was low. Each part once, where it was so first; null where there is nothing of it.
 */
export function worstBeside(context: FactContext): WorstWords | null {
  const { t, session, protocol, summary } = context;
  if (summary.worst === null) return null;
  const level = levelOfReading(session, protocol.bands, summary.worst.reading);
  if (level === 'ok') return null;
  const said = new Set<Part>();
  const sign = level === 'red' ? '▲' : '◆';
  const words = readingsSinceStart(session).flatMap((reading) => {
    const parts = partsAt(context, reading, level).filter((part) => !said.has(part));
    for (const part of parts) said.add(part);
    const told = parts.map((part) => wordsOf(context, part, reading)).filter((word) => word !== null);
    if (told.length === 0) return [];
    return [`${sign} ${t(`review.level.${level}`)}: ${told.join(', ')}, ${minuteWords(context, reading)}`];
  });
  return words.length === 0 ? null : { level, words };
}

/** The parts of a reading that stand so high, but for those that the cells of the peak and of the lowest SpO₂ say. */
function partsAt({ session, protocol, summary }: FactContext, reading: Taken, level: Band): readonly Part[] {
  const { readingId, parts } = reading;
  const bands = readingBands(session, protocol.bands, reading);
  const fields = Object.entries(bands).filter(([, band]) => band === level);
  const found = new Set(fields.map(([field]) => partOf[field as BandField]));
  const told = symptomsTold(session, readingId) !== null || (parts.symptoms ?? []).length > 0;
  if (level === 'red' && told) found.add('symptoms');
  if (readingId === summary.peak?.reading.readingId) found.delete('pressure');
  if (readingId === summary.lowestSpo2?.readingId) found.delete('spo2');
  return [...found];
}

function wordsOf({ t, session }: FactContext, part: Part, { parts, readingId }: Taken): string | null {
  switch (part) {
    case 'pressure':
      return pressure(parts);
    case 'spo2':
      return parts.spo2 === null ? null : t('sentence.reading.spo2', { value: parts.spo2 });
    case 'pulse':
      return parts.pulse === null ? null : t('sentence.reading.pulse', { value: parts.pulse });
    case 'respirations':
      return parts.respirations === null ? null : t('sentence.reading.respirations', { value: parts.respirations });
    case 'sedation':
      return sedation(parts, t);
    case 'symptoms':
      return symptomsTold(session, readingId) ?? symptoms(parts, t);
  }
}
