import type { ReactElement } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LastTime } from '../../../../shared/session/last-time.ts';
import { useRequest } from '../../../client/use-request.ts';
import { dayOf } from '../../../i18n/format.ts';
import { Card } from '../../../ui/card.tsx';
import { milligrams } from '../format.ts';
import { useView } from '../view.ts';
import { NextNoteLine } from './next-note-line.tsx';
import styles from './last-time.module.css';

/** What the infusion before was like: to be read before the start. Nothing of it is taken as today's. */
export function LastTimeCard(): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const asked = useRequest('session.lastTime', { sessionId: session.sessionId });
  if (session.created.courseId === null || (asked.data === null && asked.failure === null)) return null;
  const last = asked.data?.last ?? null;
  return (
    <Card
      title={t('lastTime.title')}
      aside={last === null ? null : <span className={styles.soft}>{dateOf(t, last)}</span>}
    >
      {asked.data?.note == null ? null : <NextNoteLine note={asked.data.note} />}
      {last === null ? (
        <p className={styles.soft}>{asked.failure === null ? t('lastTime.first') : t('lastTime.unknown')}</p>
      ) : (
        <dl className={styles.facts}>
          {factsOf(t, last).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

function dateOf(t: TFunction, { startedAt, infusionNumber }: LastTime): string {
  const day = dayOf(startedAt);
  return infusionNumber === null ? day : t('lastTime.date', { day, number: infusionNumber });
}

function factsOf(t: TFunction, last: LastTime): readonly (readonly [string, string])[] {
  const dose = last.mgGiven === null ? t('lastTime.notRecorded') : `${milligrams(last.mgGiven)} ${last.drug ?? ''}`;
  const early =
    last.early === null ? null : t('lastTime.early', { reason: t(`session.pump.stopReasons.${last.early}`) });
  const sick = last.nausea.map(({ kind, severity, settled }) =>
    [
      t(`events.kind.${kind}`),
      severity === null ? null : t(`sentence.severity.${severity}`),
      settled ? t('lastTime.settled') : t('lastTime.notSettled'),
    ]
      .filter((word) => word !== null)
      .join(' '),
  );
  const facts: readonly (readonly [string, string | null])[] = [
    [t('lastTime.given'), [dose, early].filter((word) => word !== null).join(', ')],
    [t('lastTime.highest'), highestWords(t, last)],
    [t('lastTime.nausea'), sick.length === 0 ? t('lastTime.none') : sick.join(', ')],
    [t('lastTime.medicines'), last.given.map(({ drug, dose: amount }) => `${drug} ${amount}`).join(', ')],
    [t('lastTime.music'), last.none === null ? last.music : t(`intake.music.${last.none}`)],
    [t('lastTime.asked'), last.wishes],
    [t('lastTime.left'), leftWords(t, last)],
  ];
  return facts.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as const]));
}

function highestWords(t: TFunction, { highest }: LastTime): string | null {
  if (highest === null) return null;
  const pressure = highest.diastolic === null ? `${highest.systolic}` : `${highest.systolic}/${highest.diastolic}`;
  return t('lastTime.highestAt', { pressure, minutes: Math.round(highest.afterMs / 60_000) });
}

function leftWords(t: TFunction, { left }: LastTime): string | null {
  if (left === null) return null;
  return [t(`session.finish.ways.${left.how}`), left.note].filter((word) => word !== null).join(', ');
}
