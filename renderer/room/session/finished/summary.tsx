import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { standingAdverse, type AdverseState } from '../../../../shared/session/adverse-state.ts';
import { formatElapsed } from '../../../../shared/time/format.ts';
import { milligrams, timeOfDay } from '../format.ts';
import { useView } from '../view.ts';
import { highestPressure, lowestSpo2, onTime } from './summary-figures.ts';
import styles from './finished.module.css';

function adverseWords(t: TFunction, { what, severity, outcome }: AdverseState): string {
  const words = t('adverse.line', { what, severity: t(`adverse.severity.${severity}`) });
  return `${words}, ${outcome === null ? t('adverse.outcomeMissing') : t(`adverse.outcome.${outcome}`)}`;
}

/** Ten seconds of reading: how long, how much, the extremes, what happened, how they left. */
export function Summary(): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  if (session.notGiven !== null) {
    return (
      <p className={styles.notGiven}>
        {session.notGiven.postponed ? t('session.finished.postponed') : t('session.finished.notGiven')}:{' '}
        {session.notGiven.reason}
      </p>
    );
  }
  const { stopped, dose, finished } = session;
  const peak = highestPressure(session.readings);
  const low = lowestSpo2(session.readings);
  const { taken, due } = onTime(session, protocol);
  const marks = session.marks.filter((mark) => !mark.takenBack).map((mark) => t(`events.kind.${mark.kind}`));
  const adverse = standingAdverse(session);
  const infusion = stopped === null ? '–' : formatElapsed(stopped.sessionMs);
  const tiles = [
    [
      t('session.finished.infusion'),
      infusion,
      stopped?.early === true
        ? t('session.finished.early', { reason: t(`session.pump.stopReasons.${stopped.reason}`) })
        : t('session.finished.asPlanned'),
    ],
    [
      t('session.finished.given'),
      dose === null ? '–' : milligrams(dose.mgGiven),
      dose === null
        ? t('session.finished.noDose')
        : t('session.finished.discarded', { mg: milligrams(dose.mgDiscarded) }),
    ],
    [
      t('session.finished.peak'),
      peak === null ? '–' : `${peak.systolic}/${peak.diastolic}`,
      peak === null ? '' : timeOfDay(peak.at),
    ],
    [t('session.finished.lowest'), low === null ? '–' : `${low.spo2} %`, low === null ? '' : timeOfDay(low.at)],
    [t('session.finished.readings'), t('session.finished.readingsOf', { taken, due }), ''],
    [
      t('session.finished.events'),
      String(marks.length),
      marks.length === 0 ? t('session.finished.noEvents') : [...new Set(marks)].join(', '),
    ],
    [
      t('adverse.list'),
      String(adverse.length),
      adverse.length === 0 ? t('session.finished.noEvents') : adverse.map((one) => adverseWords(t, one)).join('; '),
    ],
    [
      t('session.finished.left'),
      finished === null ? '–' : timeOfDay(finished.at),
      finished === null
        ? ''
        : [t(`session.finish.ways.${finished.how}`), finished.escort, finished.note]
            .filter((word) => word !== null)
            .join(', '),
    ],
  ] as const;
  return (
    <dl className={styles.tiles}>
      {tiles.map(([label, value, under]) => (
        <div key={label} className={styles.tile}>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong>
            <span>{under}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
