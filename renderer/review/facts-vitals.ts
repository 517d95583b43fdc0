import { readingBands } from '../../shared/session/reading-bands.ts';
import type { BandField } from '../../shared/vitals/band-fields.ts';
import type { ComparedReading } from '../../shared/review/summary.ts';
import type { Taken } from '../../shared/session/worst-reading.ts';
import { NONE, timeIn, type Fact, type FactContext } from './fact.ts';
import { minuteWords } from './minute-words.ts';
import { pressure, signed } from './words/reading-words.ts';

/** The worse band of these measures; null in none. */
function bandIn({ protocol, session }: FactContext, reading: Taken, fields: readonly BandField[]) {
  const bands = readingBands(session, protocol.bands, reading);
  return (['red', 'amber'] as const).find((band) => fields.some((field) => bands[field] === band)) ?? null;
}

function toned(context: FactContext, fact: Fact, reading: Taken, fields: readonly BandField[]): Fact {
  const tone = bandIn(context, reading, fields);
  if (tone === null) return fact;
  const sign = tone === 'red' ? '▲' : '◆';
  return { ...fact, tone, detail: `${sign} ${context.t(`review.level.${tone}`)}, ${fact.detail}` };
}

/** `+24 / +24 % to baseline`; null without a baseline. */
function overWords({ t }: FactContext, { systolicPercent, diastolicPercent }: ComparedReading): string | null {
  const parts = [systolicPercent, diastolicPercent].filter((part) => part !== null).map(signed);
  return parts.length === 0 ? null : t('review.toBaseline', { percent: parts.join(' / ') });
}

/** What the patient came with. */
export function baselineFact(context: FactContext): Fact {
  const { t, summary } = context;
  const name = t('review.baselineFact');
  const { baseline } = summary;
  if (baseline === null) return { name, figure: NONE, detail: t('review.noBaseline') };
  return { name, figure: pressure(baseline.parts) ?? NONE, detail: restWords(context, baseline) };
}

/** SpO₂ and pulse of a reading, with its time. */
function restWords({ t, session }: FactContext, { parts, takenAt }: Taken): string {
  const words = [
    parts.spo2 === null ? null : t('sentence.reading.spo2', { value: parts.spo2 }),
    parts.pulse === null ? null : t('sentence.reading.pulse', { value: parts.pulse }),
    timeIn(session, takenAt),
  ];
  return words.filter((word) => word !== null).join(', ');
}

export function peakFact(context: FactContext): Fact {
  const { t, summary } = context;
  const name = t('review.peak');
  const { peak } = summary;
  if (peak === null) return { name, figure: NONE, detail: t('review.noReading') };
  const over = overWords(context, peak);
  const where = minuteWords(context, peak.reading);
  const detail = over === null ? where : `${over}, ${where}`;
  const fact = { name, figure: pressure(peak.reading.parts) ?? NONE, detail };
  return toned(context, fact, peak.reading, ['systolic', 'diastolic']);
}

export function lowestFact(context: FactContext): Fact {
  const { t, summary } = context;
  const name = t('review.lowest');
  const { lowestSpo2: lowest } = summary;
  if (lowest?.parts.spo2 == null) return { name, figure: NONE, detail: t('review.noReading') };
  const before = summary.baseline?.parts.spo2 ?? null;
  const isBaseline = lowest.readingId === summary.baseline?.readingId;
  const words = [
    before === null || isBaseline ? null : t('review.vsBaseline', { points: signed(lowest.parts.spo2 - before) }),
    minuteWords(context, lowest),
  ];
  const fact = {
    ...{ name, figure: `${lowest.parts.spo2} %` },
    detail: words.filter((word) => word !== null).join(', '),
  };
  return toned(context, fact, lowest, ['spo2']);
}

/** How the patient was when last looked at. */
export function lastFact(context: FactContext): Fact {
  const { t, summary } = context;
  const name = t('review.last');
  const { last } = summary;
  if (last === null) return { name, figure: NONE, detail: t('review.noReading') };
  const over = overWords(context, last);
  const { parts, takenAt } = last.reading;
  const spo2 = parts.spo2 === null ? null : t('sentence.reading.spo2', { value: parts.spo2 });
  const detail = [over, spo2, timeIn(context.session, takenAt)].filter((word) => word !== null).join(', ');
  const fact = { name, figure: pressure(parts) ?? NONE, detail };
  return toned(context, fact, last.reading, ['systolic', 'diastolic', 'spo2', 'pulse']);
}
