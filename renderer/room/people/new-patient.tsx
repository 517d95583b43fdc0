import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { Patient, PatientDetails } from '../../../shared/people/people.ts';
import { useClient, useRoom } from '../../client/room-context.ts';
import { calendarDate } from '../../i18n/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { PatientEditor } from './patient-editor.tsx';
import { emptyPatient } from './patient-form.ts';

export interface NewPatientProps {
  /** What was typed into the search, taken over as the name. */
  readonly name: string;
  readonly onDone: (patient: Patient) => void;
  readonly onCancel: () => void;
}

/** Adds a patient; someone alike is shown first, and adding anyway is a press of its own. */
export function NewPatient({ name, onDone, onCancel }: NewPatientProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const { clock } = useRoom();
  const [doubles, setDoubles] = useState<readonly Patient[]>([]);
  const [asked, setAsked] = useState<PatientDetails | null>(null);

  const create = async (details: PatientDetails, knownDuplicate: boolean): Promise<Failure | null> => {
    const answer = await client.request('patients.create', { details, knownDuplicate });
    if (!answer.ok) return answer;
    if (answer.data.duplicates.length > 0 && !knownDuplicate) {
      setDoubles(answer.data.duplicates);
      setAsked(details);
    } else onDone({ ...details, patientId: answer.data.patientId, createdAt: clock.now().wallMs });
    return null;
  };
  return (
    <PatientEditor
      title={t('people.addTitle')}
      start={{ ...emptyPatient, name }}
      onSave={async (details) => create(details, false)}
      onCancel={onCancel}
    >
      {asked === null ? null : (
        <Banner
          tone="amber"
          actions={
            <>
              {doubles.map((patient) => (
                <Button key={patient.patientId} onClick={() => onDone(patient)}>
                  {t('people.useThis', { name: `${patient.name}, ${calendarDate(patient.birthDate)}` })}
                </Button>
              ))}
              <Button onClick={() => void create(asked, true)}>{t('people.otherPerson')}</Button>
            </>
          }
        >
          <strong>{t('people.duplicateTitle')}</strong> {t('people.duplicateHint')}
        </Banner>
      )}
    </PatientEditor>
  );
}
