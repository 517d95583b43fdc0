import type { TFunction } from 'i18next';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartModel } from '../../shared/chart/model.ts';
import type { ChartPoint } from '../../shared/chart/points.ts';
import type { ReadingState } from '../../shared/session/reading-state.ts';
import type { Session } from '../../shared/session/state.ts';
import type { Band } from '../../shared/vitals/bands.ts';
import type { ReadingParts } from '../../shared/vitals/reading.ts';
import { timeOfDay } from '../i18n/format.ts';
import { signed } from '../room/session/format.ts';
import { notObtainedWords } from '../room/session/reading/part-words.ts';
import {
  pressureWords,
  readingWords,
  sedationWords,
  standingWords,
  symptomWords,
} from '../room/session/reading/words.ts';
import { differenceWords } from './reading-text.ts';
import styles from './chart.module.css';

const MINUTE = 60_000;
const columns = [
  'time',
  'minute',
  'bp',
  'byMmHg',
  'byPercent',
  'spo2',
  'pulse',
  'respirations',
  'sedation',
  'symptoms',
  'by',
] as const;

export interface ChartTableProps {
  readonly session: Session;
  readonly model: ChartModel;
  /** Who made an entry, short; null where nobody has signed for it. */
  readonly nameOf: (author: ReadingState['author']) => string | null;
}

/** Every reading in figures, oldest first, with what it was before an amendment: for screen readers, and on paper. */
export function ChartTable({ session, model, nameOf }: ChartTableProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.tableBox} tabIndex={0} role="region" aria-label={t('chart.table.label')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`chart.table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.points.map((point) => (
            <PointRow
              key={`${point.readingId} ${point.state} ${point.takenAt} ${pressureWords(point.parts ?? noParts) ?? ''}`}
              {...{ session, model, nameOf, point }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const noParts = { systolic: null, diastolic: null } as NonNullable<ChartPoint['parts']>;

interface PointRowProps extends ChartTableProps {
  readonly point: ChartPoint;
}

function PointRow({ session, model, nameOf, point }: PointRowProps): ReactElement {
  const { t } = useTranslation();
  const reading = session.readings.find(({ readingId }) => readingId === point.readingId);
  const { parts, state, bands } = point;
  const head = (
    <>
      <th scope="row">{timeOfDay(point.takenAt, session.created.timeZone)}</th>
      <td>{minuteOf(t('chart.table.base'), model, point, (minutes) => t('chart.table.recovery', { minutes }))}</td>
    </>
  );
  const author = reading === undefined ? null : nameOf(reading.author);
  const by = <td>{author ?? t('chart.table.unsigned')}</td>;
  if (parts === null || state !== 'standing') {
    return (
      <tr className={styles.gone}>
        {head}
        <td colSpan={columns.length - 3}>
          {parts === null ? null : <s>{readingWords(t, parts)}</s>} {whyOf(t, reading, point)}
        </td>
        {by}
      </tr>
    );
  }
  const difference = point.baseline ? null : differenceWords(model.baseline, parts);
  return (
    <tr>
      {head}
      <Value band={bands.pressure} strong>
        {pressureWords(parts)}
        {point.amended ? ' *' : ''}
      </Value>
      <td>{difference?.mmHg ?? '–'}</td>
      <td>{difference?.percent ?? '–'}</td>
      <Value band={bands.spo2}>{parts.spo2}</Value>
      <Value band={bands.pulse}>{parts.pulse}</Value>
      <Value band={bands.respirations}>{parts.respirations}</Value>
      <Value band={bands.sedation}>{parts.sedation === null ? null : sedationWords(t, parts.sedation)}</Value>
      <Value band={bands.symptoms}>{tookWords(t, parts)}</Value>
      {by}
    </tr>
  );
}

/** Symptoms, oxygen, and how it was taken; null where nothing was said. */
function tookWords(t: TFunction, parts: ReadingParts): string | null {
  const { oxygenTenths, position = null, arm = null } = parts;
  const said = [symptomWords(t, parts), standingWords(t, { oxygenTenths, position, arm })];
  const words = said.filter((word) => word !== null);
  return words.length === 0 ? null : words.join(', ');
}

/** Why a writing of a reading counts no more; null where nothing is to be said. */
function whyOf(t: TFunction, reading: ReadingState | undefined, { state, parts, takenAt }: ChartPoint): string | null {
  if (reading === undefined) return null;
  if (state === 'notObtained') return notObtainedWords(t, reading);
  if (state === 'withdrawn') return t('readings.table.withdrawn', { reason: reading.withdrawn ?? '' });
  const original = reading.originals.find((one) => one.parts === parts && one.takenAt === takenAt);
  return t('readings.table.amended', { reason: original?.reason ?? '' });
}

/** Minutes from the start, or since the pump's stop; empty before the start. */
function minuteOf(
  base: string,
  { end, started }: ChartModel,
  point: ChartPoint,
  recovery: (minutes: number) => string,
) {
  if (point.baseline) return base;
  if (!started || point.atMs < 0) return '';
  if (end.stopped && point.atMs > end.atMs) return recovery(Math.round((point.atMs - end.atMs) / MINUTE));
  return signed(Math.round(point.atMs / MINUTE));
}

function Value(props: { readonly band: Band; readonly strong?: boolean; readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const { band, strong = false, children } = props;
  return (
    <td className={strong ? styles.strong : undefined}>
      {band === 'ok' ? null : (
        <span className={styles[band]}>
          <span aria-hidden="true">{band === 'red' ? '▲' : '◆'}</span> {t(`readings.level.${band}`)}{' '}
        </span>
      )}
      {children ?? '–'}
    </td>
  );
}
