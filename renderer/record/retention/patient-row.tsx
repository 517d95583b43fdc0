import type { ReactElement } from 'react';
import type { Patient } from '../../../shared/people/people.ts';
import { calendarDate } from '../../i18n/format.ts';
import styles from '../record.module.css';
import rows from './retention.module.css';

interface PatientRowProps {
  readonly patient: Patient;
  readonly says: string | null;
  readonly children: ReactElement | readonly ReactElement[];
}

/** A patient by two identifiers, what is said of them, and what may be done. */
export function PatientRow({ patient, says, children }: PatientRowProps): ReactElement {
  return (
    <li className={rows.row}>
      <div>
        <strong>{patient.name}</strong>, {calendarDate(patient.birthDate)}
        {says === null ? null : <p className={styles.soft}>{says}</p>}
      </div>
      <div className={styles.row}>{children}</div>
    </li>
  );
}
