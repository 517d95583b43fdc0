import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingState } from '../../../../shared/session/reading-state.ts';
import { useStatus } from '../../../client/session-store.ts';
import { calendarDay, milligrams, timeOfDay } from '../format.ts';
import { readingWords } from '../reading/words.ts';
import { useViewNow } from '../view.ts';
import { mgSoFar } from './mg-so-far.ts';
import styles from './emergency.module.css';

function lastOf(readings: readonly ReadingState[]): ReadingState | null {
  const standing = readings.filter((reading) => reading.withdrawn === null && reading.parts !== null);
  return standing.toSorted((a, b) => a.takenAt - b.takenAt).at(-1) ?? null;
}

/** What somebody on the telephone asks, in the order in which they ask it. Shown on a locked screen too: now it is needed. */
export function StrangerFacts(): ReactElement {
  const { t } = useTranslation();
  const { session, patient, now } = useViewNow();
  const status = useStatus();
  const order = session.order?.order ?? null;
  const hidden = patient === null && session.created.patientId !== null;
  const reading = lastOf(session.readings);
  const soFar = mgSoFar(t, session, now);
  const given =
    order === null
      ? null
      : session.dose === null
        ? t('emergency.facts.about', {
            ...{ mg: soFar?.mg ?? '', source: soFar?.source ?? '' },
            drug: order.drug,
          })
        : `${milligrams(session.dose.mgGiven)} ${order.drug}`;
  const facts = [
    [
      t('emergency.facts.name'),
      patient?.name ?? (hidden ? t('emergency.facts.hidden') : t('session.header.noPatient')),
    ],
    [
      t('emergency.facts.born'),
      patient === null ? (hidden ? t('emergency.facts.hidden') : null) : calendarDay(patient.birthDate),
    ],
    [t('emergency.facts.weight'), order === null ? null : `${order.weightKg} kg`],
    [
      t('emergency.facts.allergies'),
      hidden ? t('emergency.facts.hidden') : allergies(patient?.allergies ?? null, t('emergency.facts.notAsked')),
    ],
    [t('emergency.facts.given'), given],
    [
      t('emergency.facts.reading'),
      reading === null || reading.parts === null
        ? null
        : `${timeOfDay(reading.takenAt)}  ${readingWords(t, reading.parts)}`,
    ],
    [t('emergency.facts.address'), status?.settings.address ?? null],
    [t('emergency.facts.numbers'), status?.settings.emergencyNumbers ?? null],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value === null || value === '' ? t('emergency.facts.unknown') : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Empty means that nobody asked yet, which is not the same as none. */
function allergies(known: string | null, notAsked: string): string | null {
  return known === null ? null : known.trim() === '' ? notAsked : known;
}
