import type { BandLimits, Bands } from '../protocol/bands.ts';
import { bandFields, type BandField } from './band-fields.ts';
import type { ReadingParts, SymptomCode } from './reading.ts';

/** A band asks for attention and for symptoms; it never says what to do. */
export type Band = 'ok' | 'amber' | 'red';

/** Where a value lies within limits; a limit is reached at the value itself. */
export function withinLimits(limits: BandLimits, value: number): Band {
  const { redLow, redHigh, amberLow, amberHigh } = limits;
  if ((redLow !== null && value <= redLow) || (redHigh !== null && value >= redHigh)) return 'red';
  if ((amberLow !== null && value <= amberLow) || (amberHigh !== null && value >= amberHigh)) return 'amber';
  return 'ok';
}

function farOverBaseline(bands: Bands, field: BandField, value: number, baseline: ReadingParts | null): boolean {
  if (bands.overBaseline === null || baseline === null) return false;
  if (field !== 'systolic' && field !== 'diastolic') return false;
  const from = field === 'systolic' ? bands.overBaseline.systolicFrom : bands.overBaseline.diastolicFrom;
  const before = baseline[field];
  // Whole numbers: compared without dividing, so that exactly 30 % over counts as reached.
  return before !== null && value >= from && value - before >= bands.overBaseline.share * before - 1e-9;
}

function farOverLast({ overLast }: Bands, field: BandField, value: number, last: ReadingParts | null): boolean {
  if (overLast === null || last === null) return false;
  if (field !== 'systolic' && field !== 'diastolic') return false;
  const [from, by] =
    field === 'systolic'
      ? [overLast.systolicFrom, overLast.systolicBy]
      : [overLast.diastolicFrom, overLast.diastolicBy];
  const before = last[field];
  return before !== null && value >= from && value - before >= by;
}

/**
 * The band of one measure. Blood pressure is amber as well when far over the patient's own baseline, or risen far since it
 * was last measured.
 */
export function bandOf(
  bands: Bands,
  field: BandField,
  value: number,
  baseline: ReadingParts | null,
  last: ReadingParts | null = null,
): Band {
  const band = withinLimits(bands[field], value);
  if (band !== 'ok') return band;
  return farOverBaseline(bands, field, value, baseline) || farOverLast(bands, field, value, last) ? 'amber' : 'ok';
}

/** Bands of every part that a reading has. "Resting, not roused" is an answer and lies in none: nobody looked on purpose. */
export function bandsOf(
  bands: Bands,
  parts: ReadingParts,
  baseline: ReadingParts | null,
  last: ReadingParts | null = null,
): Partial<Record<BandField, Band>> {
  const found: Partial<Record<BandField, Band>> = {};
  for (const field of bandFields) {
    if (field === 'rass' || field === 'moaas') continue;
    const value = parts[field];
    if (value !== null) found[field] = bandOf(bands, field, value, baseline, last);
  }
  const { sedation } = parts;
  if (sedation !== null && sedation.kind !== 'notRoused')
    found[sedation.kind] = bandOf(bands, sedation.kind, sedation.value, baseline);
  return found;
}

/** The red flags of the EU esketamine leaflet (clinical reference 1.4): red, whatever the figures are. */
const redFlags: readonly SymptomCode[] = ['chestPain', 'breathless', 'headache', 'vision'];

/** What a whole reading asks for: the worst of its bands, and red where the patient has a red flag. */
export function levelOf(found: Partial<Record<BandField, Band>>, { symptoms }: ReadingParts): Band {
  return symptoms?.some((symptom) => redFlags.includes(symptom)) === true ? 'red' : worstBand(found);
}

/** The most serious band of a reading. */
export function worstBand(found: Readonly<Partial<Record<string, Band>>>): Band {
  const all = Object.values(found);
  if (all.includes('red')) return 'red';
  return all.includes('amber') ? 'amber' : 'ok';
}
