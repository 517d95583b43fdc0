import type { TFunction } from 'i18next';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { eventSign, type ChartEvent } from '../../shared/chart/events.ts';
import type { ChartModel } from '../../shared/chart/model.ts';
import type { ChartPoint } from '../../shared/chart/points.ts';
import { symptomsTold } from '../../shared/session/reading-level.ts';
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
import { eventAuthor, eventSentence } from './event-text.ts';
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

/**
 * Every reading in figures, with what it was before an amendment, and every event between them, oldest first: for screen
 * readers, and on paper.
 */
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
          {rowsOf(model).map((row) =>
            'kind' in row ? (
              <EventRow key={`${row.kind} ${row.id}`} {...{ session, model, nameOf }} event={row} />
            ) : (
              <PointRow
                key={`${row.readingId} ${row.state} ${row.takenAt} ${pressureWords(row.parts ?? noParts) ?? ''}`}
                {...{ session, model, nameOf }}
                point={row}
              />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** Readings and events in the order of time; what happened at the moment of a reading stands below it. */
function rowsOf({ points, events }: ChartModel): readonly (ChartPoint | ChartEvent)[] {
  return [...points, ...events].toSorted((a, b) => a.atMs - b.atMs);
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
      <td>{point.baseline ? t('chart.table.base') : minuteOf(t, model, point.atMs)}</td>
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
      <Value band={bands.symptoms}>{tookWords(t, parts, symptomsTold(session, point.readingId))}</Value>
      {by}
    </tr>
  );
}

/** Symptoms, also those told when its band asked, oxygen, and how it was taken; null where nothing was said. */
function tookWords(t: TFunction, parts: ReadingParts, told: string | null): string | null {
  const { oxygenTenths, position = null, arm = null } = parts;
  const said = [symptomWords(t, parts), told, standingWords(t, { oxygenTenths, position, arm })];
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
function minuteOf(t: TFunction, { end, started }: ChartModel, atMs: number): string {
  if (!started || atMs < 0) return '';
  if (!end.stopped || atMs <= end.atMs) return signed(Math.round(atMs / MINUTE));
  return t('chart.table.recovery', { minutes: Math.round((atMs - end.atMs) / MINUTE) });
}

interface EventRowProps extends ChartTableProps {
  readonly event: ChartEvent;
}

/** What happened, across the columns of the values, with its sign in the picture. */
function EventRow({ session, model, nameOf, event }: EventRowProps): ReactElement {
  const { t } = useTranslation();
  const { timeZone } = session.created;
  const author = eventAuthor(event);
  return (
    <tr className={styles.event}>
      <th scope="row">{timeOfDay(event.at, timeZone)}</th>
      <td>{minuteOf(t, model, event.atMs)}</td>
      <td colSpan={columns.length - 3}>
        <span aria-hidden="true">{eventSign(event) ?? '·'}</span>{' '}
        {eventSentence(t, event, (atMs) => timeOfDay(atMs, timeZone))}
      </td>
      <td>{author === null ? '' : (nameOf(author) ?? t('chart.table.unsigned'))}</td>
    </tr>
  );
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
