import type { TFunction } from 'i18next';
import type { ChartModel } from '../../shared/chart/model.ts';
import type { ChartPoint } from '../../shared/chart/points.ts';
import type { Session } from '../../shared/session/state.ts';
import { worstBand } from '../../shared/vitals/bands.ts';
import { differenceTo } from '../../shared/vitals/difference.ts';
import type { ReadingParts } from '../../shared/vitals/reading.ts';
import { timeOfDay } from '../i18n/format.ts';
import { signed } from '../room/session/format.ts';
import { notObtainedWords } from '../room/session/reading/part-words.ts';
import { pressureWords, readingWords } from '../room/session/reading/words.ts';

const MINUTE = 60_000;

/** Readings that can be read out, in the order of time: each once, as it stands. */
export function readable(model: ChartModel): readonly ChartPoint[] {
  return model.points.filter(({ state }) => state !== 'original');
}

/** Differences of the blood pressure to the baseline: `+13 / +11` mmHg, and `+11 / +15` per cent; null without both. */
export function differenceWords(
  baseline: ReadingParts | null,
  parts: ReadingParts,
): { readonly mmHg: string; readonly percent: string } | null {
  if (baseline === null) return null;
  const { systolic, diastolic } = differenceTo(baseline, parts);
  if (systolic === undefined || diastolic === undefined) return null;
  return {
    mmHg: `${signed(systolic.by)} / ${signed(diastolic.by)}`,
    percent: `${signed(systolic.percent)} / ${signed(diastolic.percent)}`,
  };
}

/** Where a reading lies: `baseline`, `minute 15`, `recovery, minute 30`. */
function placeWords(t: TFunction, { end, started }: ChartModel, point: ChartPoint): string {
  if (point.baseline) return t('chart.read.baseline');
  if (!started || point.atMs < 0) return t('chart.read.before');
  if (end.stopped && point.atMs > end.atMs)
    return t('chart.read.recovery', { minute: Math.round((point.atMs - end.atMs) / MINUTE) });
  return t('chart.read.minute', { minute: Math.round(point.atMs / MINUTE) });
}

/** One reading in a sentence, for the line below the chart and for screen readers. */
export function pointText(t: TFunction, session: Session, model: ChartModel, point: ChartPoint): string {
  const reading = session.readings.find(({ readingId }) => readingId === point.readingId);
  const time = timeOfDay(point.takenAt, session.created.timeZone);
  const place = t('chart.read.place', { time, minutes: placeWords(t, model, point) });
  if (point.parts === null) {
    return `${place}: ${notObtainedWords(t, reading ?? { notObtained: null })}`;
  }
  const worst = worstBand(point.bands);
  const band = worst === 'ok' ? null : t(`readings.level.${worst}`);
  const difference = point.baseline ? null : differenceWords(model.baseline, point.parts);
  const before = reading?.originals.at(0)?.parts ?? null;
  const said = [
    readingWords(t, point.parts),
    band,
    difference === null
      ? null
      : t('chart.read.difference', { difference: difference.mmHg, percent: difference.percent }),
    reading?.withdrawn == null ? null : t('chart.read.withdrawn', { reason: reading.withdrawn }),
    before === null ? null : t('chart.read.amended', { before: pressureWords(before) ?? readingWords(t, before) }),
  ];
  return `${place}: ${said.filter((one) => one !== null).join('; ')}`;
}
