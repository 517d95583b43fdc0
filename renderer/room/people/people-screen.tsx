import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '../../../shared/people/people.ts';
import { useClient } from '../../client/room-context.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TopBar } from '../shell/top-bar.tsx';
import { CourseRows } from './course-rows.tsx';
import { PatientEditor } from './patient-editor.tsx';
import { PatientFacts } from './patient-facts.tsx';
import { PatientFinder } from './patient-finder.tsx';
import styles from './people.module.css';

/** Patients: find, add, change; their courses. */
export function PeopleScreen(): ReactElement {
  const { t } = useTranslation();
  const [patient, setPatient] = useState<Patient | null>(null);
  const [round, setRound] = useState(0);
  return (
    <div className={styles.page}>
      <TopBar title={t('people.title')} />
      <main className={styles.columns}>
        <Card title={null} label={t('people.find')} className={styles.card}>
          <PatientFinder chosenId={patient?.patientId ?? null} onChoose={setPatient} round={round} />
        </Card>
        <Card title={null} label={patient?.name ?? t('people.pick')} className={styles.card}>
          {patient === null ? (
            <p className={styles.soft}>{t('people.pick')}</p>
          ) : (
            <PatientCard
              key={patient.patientId}
              patient={patient}
              onChanged={(changed) => {
                setPatient(changed);
                setRound((old) => old + 1);
              }}
            />
          )}
        </Card>
      </main>
    </div>
  );
}

interface PatientCardProps {
  readonly patient: Patient;
  readonly onChanged: (patient: Patient) => void;
}

function PatientCard({ patient, onChanged }: PatientCardProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <PatientEditor
        title={t('people.editTitle', { name: patient.name })}
        start={{ name: patient.name, birthDate: patient.birthDate, allergies: patient.allergies }}
        onCancel={() => setEditing(false)}
        onSave={async (details) => {
          const answer = await client.request('patients.edit', { patientId: patient.patientId, details });
          if (!answer.ok) return answer;
          onChanged({ ...patient, ...details });
          setEditing(false);
          return null;
        }}
      />
    );
  }
  return (
    <>
      <div className={styles.head}>
        <PatientFacts patient={patient} />
        <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>
      </div>
      <CourseRows patientId={patient.patientId} />
    </>
  );
}
