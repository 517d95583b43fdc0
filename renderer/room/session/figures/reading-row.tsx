import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bands } from '../../../../shared/protocol/bands.ts';
import type { ReadingState } from '../../../../shared/session/reading-state.ts';
import type { Session } from '../../../../shared/session/state.ts';
import { readingBands } from '../../../../shared/session/reading-bands.ts';
import { symptomsTold } from '../../../../shared/session/reading-level.ts';
import { isOvertaken } from '../../../../shared/session/attention.ts';
import { levelOf, worstBand, type Band } from '../../../../shared/vitals/bands.ts';
import { differenceTo } from '../../../../shared/vitals/difference.ts';
import type { ReadingParts } from '../../../../shared/vitals/reading.ts';
import { authorInitials, useStaff } from '../staff.ts';
import { signed, timeOfDay } from '../format.ts';
import { notObtainedWords } from '../reading/part-words.ts';
import { pressureWords, readingWords } from '../reading/words.ts';
import { useView } from '../view.ts';
import { BandSign } from './band-sign.tsx';
import styles from './figures.module.css';

/** Columns between blood pressure and who entered it. */
const FIGURES = 3;

export interface ReadingRowProps {
  readonly reading: ReadingState;
  readonly isBaseline: boolean;
  readonly baseline: ReadingParts | null;
  readonly bands: Bands;
}

/** One reading: its values with their bands, its difference to the baseline, and what it was before an amendment. */
export function ReadingRow(props: ReadingRowProps): ReactElement {
  const { reading, isBaseline, baseline, bands } = props;
  const { t } = useTranslation();
  const staff = useStaff();
  const { parts } = reading;
  const { session, events, saved } = useView();
  const isUnsaved = events.some(
    ({ seq, body }) => seq > saved && 'readingId' in body && body.readingId === reading.readingId,
  );
  const author = authorInitials(staff, reading.author) ?? t('readings.table.unsigned');
  const by = !isUnsaved ? (
    author
  ) : (
    <>
      {author} <strong className={styles.unsaved}>▲ {t('readings.table.notSaved')}</strong>
    </>
  );
  if (parts === null || reading.withdrawn !== null) {
    const why =
      reading.withdrawn === null
        ? notObtainedWords(t, reading)
        : t('readings.table.withdrawn', { reason: reading.withdrawn });
    return (
      <tr className={styles.gone}>
        <TimeCell reading={reading} isBaseline={isBaseline} />
        <td>{parts === null ? null : <s>{pressureWords(parts)}</s>}</td>
        <td colSpan={FIGURES}>
          {why} <RaisedBefore reading={reading} />
        </td>
        <td>{by}</td>
      </tr>
    );
  }
  const found = readingBands(session, bands, reading);
  // What has no column here: breaths, sedation and symptoms.
  const { respirations = 'ok', rass = 'ok', moaas = 'ok' } = found;
  const untold = { respirations, rass, moaas };
  const told = symptomsTold(session, reading.readingId) !== null;
  const pressureBand = worstBand({ systolic: found.systolic ?? 'ok', diastolic: found.diastolic ?? 'ok' });
  return (
    <>
      <tr>
        <TimeCell reading={reading} isBaseline={isBaseline} band={told ? 'red' : levelOf(untold, parts)} />
        <Value text={pressureWords(parts)} band={pressureBand} strong />
        <td>{isBaseline || baseline === null ? '–' : againstBaseline(baseline, parts)}</td>
        <Value text={parts.spo2} band={found.spo2 ?? 'ok'} />
        <Value text={parts.pulse} band={found.pulse ?? 'ok'} />
        <td>{by}</td>
      </tr>
      {reading.originals.length === 0 ? <RaisedAlone reading={reading} /> : null}
      {reading.originals.map((original, index) => (
        <tr key={index} className={styles.gone}>
          <td>{original.takenAt === reading.takenAt ? null : <s>{timeOfDay(original.takenAt)}</s>}</td>
          <td colSpan={FIGURES + 2}>
            <s>{readingWords(t, original.parts)}</s> {t('readings.table.amended', { reason: original.reason })}{' '}
            {index === reading.originals.length - 1 ? <RaisedBefore reading={reading} /> : null}
          </td>
        </tr>
      ))}
    </>
  );
}

/** The gravest band that the reading had raised and that its values do not bear any more; null where there is none. */
function useRaisedBefore(reading: ReadingState): 'amber' | 'red' | null {
  const { session, protocol } = useView();
  const gone = session.raised.filter(
    (band) => band.readingId === reading.readingId && isOvertaken(session, protocol, band),
  );
  if (gone.length === 0) return null;
  return gone.some(({ level }) => level === 'red') ? 'red' : 'amber';
}

/** A band that the reading had raised before its value was amended or withdrawn: it is not forgotten. */
function RaisedBefore({ reading }: Pick<ReadingRowProps, 'reading'>): ReactElement | null {
  const { t } = useTranslation();
  const level = useRaisedBefore(reading);
  if (level === null) return null;
  return (
    <>
      <BandSign band={level} /> {t('attention.raisedBefore')}
    </>
  );
}

/** The same in a row of its own, where it was the baseline that was amended, or the reading before. */
function RaisedAlone({ reading }: Pick<ReadingRowProps, 'reading'>): ReactElement | null {
  const { t } = useTranslation();
  const level = useRaisedBefore(reading);
  if (level === null) return null;
  return (
    <tr className={styles.gone}>
      <td />
      <td colSpan={FIGURES + 2}>
        <BandSign band={level} /> {t('attention.raisedBeforeOther')}
      </td>
    </tr>
  );
}

function againstBaseline(baseline: ReadingParts, parts: ReadingParts): string {
  const { systolic, diastolic } = differenceTo(baseline, parts);
  if (systolic === undefined || diastolic === undefined) return '–';
  return `${signed(systolic.percent)} / ${signed(diastolic.percent)}`;
}

interface TimeCellProps extends Pick<ReadingRowProps, 'reading' | 'isBaseline'> {
  /** Of what the row has no column for. */
  readonly band?: Band;
}

function TimeCell({ reading, isBaseline, band = 'ok' }: TimeCellProps): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  return (
    <th scope="row">
      {timeOfDay(reading.takenAt)}{' '}
      <span className={styles.offset}>{isBaseline ? t('readings.table.base') : sinceWords(t, session, reading)}</span>{' '}
      <BandSign band={band} />
    </th>
  );
}

/** Minutes since the start, pauses included as in the schedule, as `+15`; after the pump's stop those of the recovery. Null before the start. */
function sinceWords(t: TFunction, { started, stopped }: Session, { lifeMs }: ReadingState): string | null {
  if (stopped !== null && lifeMs > stopped.lifeMs)
    return t('readings.table.recovery', { minutes: Math.round((lifeMs - stopped.lifeMs) / 60_000) });
  return started === null || lifeMs < started.lifeMs ? null : signed(Math.round((lifeMs - started.lifeMs) / 60_000));
}

function Value({
  text,
  band,
  strong = false,
}: {
  readonly text: string | number | null;
  readonly band: Band;
  readonly strong?: boolean;
}): ReactElement {
  return (
    <td className={strong ? styles.strong : undefined}>
      {text ?? '–'} <BandSign band={band} />
    </td>
  );
}
