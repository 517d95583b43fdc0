import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { baselineOf } from '../../../../shared/session/blockers.ts';
import { readingCall } from '../../../../shared/session/reading-call.ts';
import type { ReadingState } from '../../../../shared/session/reading-state.ts';
import { formatCountdown } from '../../../../shared/time/format.ts';
import { bandOf, type Band } from '../../../../shared/vitals/bands.ts';
import { differenceTo } from '../../../../shared/vitals/difference.ts';
import { classes } from '../../../ui/classes.ts';
import { callWords } from '../attention/call-words.ts';
import { signed, timeOfDay } from '../format.ts';
import { pressureWords } from '../reading/words.ts';
import { useLocked, useView, useViewNow } from '../view.ts';
import { BandSign } from './band-sign.tsx';
import styles from './figures.module.css';

/** The last reading that has a part, by the time it was taken. */
function lastWith(readings: readonly ReadingState[], part: 'systolic' | 'spo2'): ReadingState | null {
  const standing = readings.filter((reading) => reading.withdrawn === null);
  return (
    standing
      .toSorted((a, b) => a.takenAt - b.takenAt)
      .findLast((reading) => (reading.parts?.[part] ?? null) !== null) ?? null
  );
}

/** Last blood pressure, last SpO2 and the next reading, to be read from two metres. */
export function LastFigures(): ReactElement {
  return (
    <div className={styles.last}>
      <LastPressure />
      <LastSpo2 />
      <NextReading />
    </div>
  );
}

function Figure(props: {
  readonly label: string;
  readonly value: string;
  readonly band: Band | 'reminder';
  readonly under: ReactNode;
}): ReactElement {
  const { label, value, band, under } = props;
  return (
    <div className={classes(styles.figure, styles[band])}>
      <span className={styles.figureLabel}>
        {label} {band === 'reminder' ? null : <BandSign band={band} />}
      </span>
      <span className={styles.figureValue}>{value}</span>
      <span className={styles.figureUnder}>{under}</span>
    </div>
  );
}

function Hidden({ label }: { readonly label: string }): ReactElement {
  const { t } = useTranslation();
  return <Figure label={label} value="•••" band="ok" under={t('session.locked.hidden')} />;
}

function LastPressure(): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const locked = useLocked();
  const reading = lastWith(session.readings, 'systolic');
  const parts = reading?.parts ?? null;
  const words = parts === null ? null : pressureWords(parts);
  const baseline = baselineOf(session)?.parts ?? null;
  if (locked) return <Hidden label={t('readings.last.bloodPressure')} />;
  if (reading === null || parts === null || words === null) {
    return <Figure label={t('readings.last.bloodPressure')} value="–" band="ok" under={t('readings.last.none')} />;
  }
  const { systolic, diastolic } = parts;
  const found = [
    systolic === null ? 'ok' : bandOf(protocol.bands, 'systolic', systolic, baseline),
    diastolic === null ? 'ok' : bandOf(protocol.bands, 'diastolic', diastolic, baseline),
  ] as const;
  const band = found.includes('red') ? 'red' : found.includes('amber') ? 'amber' : 'ok';
  const difference =
    baseline === null || reading.readingId === session.baselineId ? null : differenceTo(baseline, parts);
  const against =
    difference?.systolic === undefined || difference.diastolic === undefined
      ? null
      : t('readings.last.vsBaseline', {
          systolic: signed(difference.systolic.percent),
          diastolic: signed(difference.diastolic.percent),
        });
  const under = (
    <>
      {t('readings.last.at', { time: timeOfDay(reading.takenAt) })}
      {against === null ? null : ` · ${against}`}
    </>
  );
  return <Figure label={t('readings.last.bloodPressure')} value={words} band={band} under={under} />;
}

function LastSpo2(): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const locked = useLocked();
  const reading = lastWith(session.readings, 'spo2');
  const value = reading?.parts?.spo2 ?? null;
  if (locked) return <Hidden label={t('readings.last.spo2')} />;
  if (reading === null || value === null) {
    return <Figure label={t('readings.last.spo2')} value="–" band="ok" under={t('readings.last.none')} />;
  }
  const band = bandOf(protocol.bands, 'spo2', value, null);
  const under = t('readings.last.at', { time: timeOfDay(reading.takenAt) });
  return <Figure label={t('readings.last.spo2')} value={`${value} %`} band={band} under={under} />;
}

function NextReading(): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const call = readingCall(session, protocol, now);
  if (call === null) {
    return (
      <Figure
        label={t('readings.last.nextDue')}
        value="–"
        band="ok"
        under={session.started === null ? null : t('readings.last.over')}
      />
    );
  }
  const signs = {
    upcoming: t('readings.last.in'),
    soon: t('attention.soonSign'),
    due: t('readings.last.dueSign'),
    late: t('readings.last.lateSign'),
  };
  return (
    <Figure
      label={`${t('readings.last.nextDue')}, ${signs[call.state]}`}
      value={Math.abs(call.dueInMs) < 1000 ? t('session.ago.now') : formatCountdown(call.dueInMs)}
      band={call.state === 'upcoming' ? 'ok' : 'reminder'}
      under={callWords(t, protocol, call)}
    />
  );
}
