import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '../../../shared/people/people.ts';
import { useRoom } from '../../client/room-context.ts';
import { ageAt, calendarDate } from '../../i18n/format.ts';
import styles from './people.module.css';

/** Two identifiers, and what harms: name, birth date with age, allergies. */
export function PatientFacts({ patient }: { readonly patient: Patient }): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  return (
    <div className={styles.facts}>
      <strong className={styles.big}>{patient.name}</strong>
      <span>
        {calendarDate(patient.birthDate)}, {t('people.age', { count: ageAt(patient.birthDate, clock.now().wallMs) })}
      </span>
      <span className={allergyTone(patient.allergies)}>
        {patient.allergies === '' ? t('people.noAllergies') : t('people.allergiesAre', { text: patient.allergies })}
      </span>
    </div>
  );
}

/** Known allergies stand out; "none known" and "not asked" do not. */
function allergyTone(allergies: string): string | undefined {
  if (allergies === '') return styles.soft;
  return /^(none|no known|nka|nkda)\b/iu.test(allergies.trim()) ? undefined : styles.allergies;
}
