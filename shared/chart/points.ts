import type { Bands } from '../protocol/bands.ts';
import { readingBands } from '../session/reading-bands.ts';
import { symptomsTold } from '../session/reading-level.ts';
import type { ReadingState } from '../session/reading-state.ts';
import type { Session } from '../session/state.ts';
import { levelOf, worstBand, type Band } from '../vitals/bands.ts';
import type { ReadingParts } from '../vitals/reading.ts';

/** What the chart draws of a reading: the values of one writing of it, at the moment that writing gave. */
export interface ChartPoint {
  readonly readingId: string;
  /** From the start of the infusion, ms; negative before it. */
  readonly atMs: number;
  /** Epoch ms. */
  readonly takenAt: number;
  /** Null: not obtained. */
  readonly parts: ReadingParts | null;
  /** `original`: what an amendment replaced; `withdrawn` counts for nothing. Both are drawn struck through. */
  readonly state: 'standing' | 'original' | 'withdrawn' | 'notObtained';
  readonly amended: boolean;
  readonly baseline: boolean;
  /** Of what is drawn, and of what only the table says. */
  readonly bands: Readonly<Record<'pressure' | 'pulse' | 'spo2' | 'respirations' | 'sedation' | 'symptoms', Band>>;
}

const noBands = {
  pressure: 'ok',
  pulse: 'ok',
  spo2: 'ok',
  respirations: 'ok',
  sedation: 'ok',
  symptoms: 'ok',
} as const;

function bandsOfPoint(session: Session, bands: Bands, reading: ReadingState, parts: ReadingParts): ChartPoint['bands'] {
  const found = readingBands(session, bands, reading);
  return {
    pressure: worstBand({ systolic: found.systolic ?? 'ok', diastolic: found.diastolic ?? 'ok' }),
    pulse: found.pulse ?? 'ok',
    spo2: found.spo2 ?? 'ok',
    respirations: found.respirations ?? 'ok',
    sedation: found.rass ?? found.moaas ?? 'ok',
    symptoms: symptomsTold(session, reading.readingId) !== null ? 'red' : levelOf({}, parts),
  };
}

function pointOf(reading: ReadingState, atMs: number, isBaseline: boolean, bands: ChartPoint['bands']): ChartPoint {
  const { readingId, takenAt, parts, withdrawn, originals } = reading;
  return {
    ...{ readingId, atMs, takenAt, parts, bands, baseline: isBaseline },
    state: withdrawn !== null ? 'withdrawn' : parts === null ? 'notObtained' : 'standing',
    amended: originals.length > 0,
  };
}

/**
 * Every writing of every reading in the order of time, originals before what replaced them.
 * @param originLifeMs life time that counts as 0, the start of the infusion
 */
export function chartPoints(session: Session, bands: Bands, originLifeMs: number): ChartPoint[] {
  const points = session.readings.flatMap((reading) => {
    const atMs = reading.lifeMs - originLifeMs;
    const isBaseline = reading.readingId === session.baselineId;
    const { parts: now, withdrawn } = reading;
    const found = now === null || withdrawn !== null ? noBands : bandsOfPoint(session, bands, reading, now);
    const own = pointOf(reading, atMs, isBaseline, found);
    const before = reading.originals.map(({ parts, takenAt }): ChartPoint => ({
      ...own,
      ...{ parts, takenAt, atMs: atMs + takenAt - reading.takenAt },
      ...{ state: 'original', baseline: false, bands: noBands },
    }));
    return [...before, own];
  });
  return points.toSorted((a, b) => a.atMs - b.atMs);
}
