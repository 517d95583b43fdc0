import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { baselineOf } from '../../shared/session/blockers.ts';
import { readingBands } from '../../shared/session/reading-bands.ts';
import { symptomsTold } from '../../shared/session/reading-level.ts';
import type { ReadingState } from '../../shared/session/reading-state.ts';
import type { Session } from '../../shared/session/state.ts';
import type { BandField } from '../../shared/vitals/band-fields.ts';
import { levelOf, type Band } from '../../shared/vitals/bands.ts';
import { differenceTo } from '../../shared/vitals/difference.ts';
import type { ReadingParts } from '../../shared/vitals/reading.ts';
import { initials, timeOfDay } from '../i18n/format.ts';
import { notObtainedWords } from '../room/session/reading/part-words.ts';
import { classes } from '../ui/classes.ts';
import type { SentenceContext } from './sentences.ts';
import { oxygen, pressure, sedation, symptoms } from './words/reading-words.ts';
import styles from './review.module.css';

const columns = ['time', 'session', 'bp', 'difference', 'spo2', 'pulse', 'breaths', 'sedation', 'by'] as const;

/** Every reading as it stands, what it was before struck through below it. */
export function ReadingsTable({ context }: { readonly context: SentenceContext }): ReactElement {
  const { t } = useTranslation();
  const readings = context.session.readings.toSorted((a, b) => a.takenAt - b.takenAt || a.seq - b.seq);
  if (readings.length === 0) return <p className={styles.soft}>{t('review.noReadings')}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`review.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {readings.map((reading) => (
        <ReadingRows key={reading.readingId} reading={reading} context={context} />
      ))}
    </table>
  );
}

function ReadingRows({
  reading,
  context,
}: {
  readonly reading: ReadingState;
  readonly context: SentenceContext;
}): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = context;
  const author =
    reading.author.kind === 'staff' ? initials(context.nameOf(reading.author.staffId)) : t('review.unsigned');
  return (
    <tbody>
      <tr className={classes(reading.withdrawn !== null && styles.struck)}>
        <td>{timeOfDay(reading.takenAt, session.created.timeZone)}</td>
        <td>{momentOf(reading, context)}</td>
        {reading.parts === null ? (
          <td colSpan={6}>{notObtainedWords(t, reading)}</td>
        ) : (
          <Figures
            reading={reading}
            parts={reading.parts}
            session={session}
            protocol={protocol}
            isBaseline={reading.readingId === session.baselineId}
          />
        )}
        <td>{author}</td>
      </tr>
      {reading.withdrawn === null ? null : (
        <tr className={styles.note}>
          <td colSpan={9}>{t('review.withdrawn', { reason: reading.withdrawn })}</td>
        </tr>
      )}
      {reading.originals.map((original) => (
        <tr key={`${original.takenAt} ${original.reason} ${pressure(original.parts) ?? ''}`} className={styles.note}>
          <td>
            <del>{timeOfDay(original.takenAt, session.created.timeZone)}</del>
          </td>
          <td>{t('review.was')}</td>
          <td>
            <del>{pressure(original.parts)}</del>
          </td>
          <td />
          <td>
            <del>{original.parts.spo2}</del>
          </td>
          <td>
            <del>{original.parts.pulse}</del>
          </td>
          <td colSpan={3}>{t('review.amended', { reason: original.reason })}</td>
        </tr>
      ))}
    </tbody>
  );
}

interface FiguresProps {
  readonly reading: ReadingState;
  readonly parts: ReadingParts;
  readonly session: Session;
  readonly protocol: Protocol;
  readonly isBaseline: boolean;
}

function Figures({ reading, parts, session, protocol, isBaseline }: FiguresProps): ReactElement {
  const { t } = useTranslation();
  const baseline = baselineOf(session)?.parts ?? null;
  const bands = readingBands(session, protocol.bands, reading);
  const told = symptomsTold(session, reading.readingId);
  const worst = (...fields: readonly BandField[]) =>
    (['red', 'amber'] as const).find((band) => fields.some((field) => bands[field] === band));
  const mark = (...fields: readonly BandField[]) => signOf(worst(...fields) ?? 'ok');
  const signOf = (band: Band) =>
    band === 'ok' ? null : (
      <span className={styles[band]}>
        {' '}
        {band === 'red' ? '▲' : '◆'} {t(`review.level.${band}`)}
      </span>
    );
  return (
    <>
      <td className={styles.strong}>
        {pressure(parts)}
        {mark('systolic', 'diastolic')}
      </td>
      <td>{isBaseline || baseline === null ? '' : differenceWords(baseline, parts)}</td>
      <td>
        {parts.spo2}
        {mark('spo2')}
      </td>
      <td>
        {parts.pulse}
        {mark('pulse')}
      </td>
      <td>
        {parts.respirations}
        {mark('respirations')}
      </td>
      <td>
        {[sedation(parts, t), symptoms(parts, t), told, oxygen(parts, t)].filter((part) => part !== null).join(', ')}
        {signOf(told !== null ? 'red' : levelOf({ rass: bands.rass ?? 'ok', moaas: bands.moaas ?? 'ok' }, parts))}
      </td>
    </>
  );
}

/** `+11 / +15 %`: the share over baseline of systolic and diastolic. */
function differenceWords(baseline: ReadingParts, parts: ReadingParts): string {
  const found = differenceTo(baseline, parts);
  const words = [found.systolic, found.diastolic].map((difference) => {
    if (difference === undefined) return null;
    const { percent } = difference;
    return percent < 0 ? `−${-percent}` : `+${percent}`;
  });
  const there = words.filter((word) => word !== null);
  return there.length === 0 ? '' : `${there.join(' / ')} %`;
}

/** Where in the session a reading lies: baseline, `+15`, `recovery +30`. */
function momentOf(reading: ReadingState, { session, t }: SentenceContext): string {
  if (reading.readingId === session.baselineId) return t('review.baseline');
  const { started, stopped } = session;
  if (started === null || reading.lifeMs < started.lifeMs) return '';
  const minutes = (ms: number) => Math.round(ms / 60_000);
  if (stopped !== null && reading.lifeMs >= stopped.lifeMs) {
    const after = minutes(reading.lifeMs - stopped.lifeMs);
    return after === 0 ? t('review.end') : t('review.recovery', { minutes: after });
  }
  return `+${minutes(reading.lifeMs - started.lifeMs)}`;
}
