import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '../../../shared/people/people.ts';
import { Button } from '../../ui/button.tsx';
import { PatientFacts } from '../people/patient-facts.tsx';
import { PatientFinder } from '../people/patient-finder.tsx';
import { CourseChoice } from './course-choice.tsx';
import styles from './new-session.module.css';

export interface WhoColumnProps {
  readonly patient: Patient | null;
  readonly courseId: string | null;
  readonly onPatient: (patient: Patient | null) => void;
  readonly onCourse: (courseId: string) => void;
}

/** Who the session is for: found or added, then the course. */
export function WhoColumn({ patient, courseId, onPatient, onCourse }: WhoColumnProps): ReactElement {
  const { t } = useTranslation();
  if (patient === null) return <PatientFinder chosenId={null} onChoose={onPatient} round={0} />;
  return (
    <>
      <div className={styles.chosen}>
        <PatientFacts patient={patient} />
        <Button onClick={() => onPatient(null)}>{t('people.change')}</Button>
      </div>
      <CourseChoice patientId={patient.patientId} chosenId={courseId} onChoose={onCourse} />
    </>
  );
}
