import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { baselineOf } from '../../../../shared/session/blockers.ts';
import { readingBands } from '../../../../shared/session/reading-bands.ts';
import { readingCall, type ReadingCall } from '../../../../shared/session/reading-call.ts';
import type { ReadingState } from '../../../../shared/session/reading-state.ts';
import type { ClockReading } from '../../../../shared/time/clock.ts';
import { formatCountdown } from '../../../../shared/time/format.ts';
import { bandOf, worstBand, type Band } from '../../../../shared/vitals/bands.ts';
import { differenceTo } from '../../../../shared/vitals/difference.ts';
import { oncePerSecond, useSecondBy } from '../../../client/clock.ts';
import { Ticking } from '../../../client/ticking.tsx';
import { classes } from '../../../ui/classes.ts';
import { callWords } from '../attention/call-words.ts';
import { signed, timeOfDay } from '../format.ts';
import { pressureWords } from '../reading/words.ts';
import { useLocked, useView } from '../view.ts';
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
  readonly value: ReactNode;
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
  const found = readingBands(session, protocol.bands, reading);
  const band = worstBand({ systolic: found.systolic ?? 'ok', diastolic: found.diastolic ?? 'ok' });
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

const which = (call: ReadingCall | null): string => JSON.stringify([call?.dueId, call?.why, call?.state]);

function NextReading(): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const next = useMemo(() => oncePerSecond((now) => readingCall(session, protocol, now)), [session, protocol]);
  const call = useSecondBy(next, which);
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
  const inTime = (now: ClockReading): string => {
    const dueInMs = next(now)?.dueInMs ?? 0;
    return Math.abs(dueInMs) < 1000 ? t('session.ago.now') : formatCountdown(dueInMs);
  };
  return (
    <Figure
      label={`${t('readings.last.nextDue')}, ${signs[call.state]}`}
      value={<Ticking text={inTime} />}
      band={call.state === 'upcoming' ? 'ok' : 'reminder'}
      under={callWords(t, protocol, call)}
    />
  );
}
