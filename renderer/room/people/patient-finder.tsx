import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '../../../shared/people/people.ts';
import { useRequest } from '../../client/use-request.ts';
import { calendarDate } from '../../i18n/format.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { NewPatient } from './new-patient.tsx';
import styles from './people.module.css';

export interface PatientFinderProps {
  readonly chosenId: string | null;
  readonly onChoose: (patient: Patient) => void;
  /** Rises when the list should be read again. */
  readonly round: number;
}

/** Finds a patient as one types, or adds one. */
export function PatientFinder(props: PatientFinderProps): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  if (adding) {
    return (
      <NewPatient
        name={text}
        onCancel={() => setAdding(false)}
        onDone={(patient) => {
          setAdding(false);
          props.onChoose(patient);
        }}
      />
    );
  }
  return (
    <div className={styles.finder}>
      <Field label={t('people.find')} hint={t('people.findHint')}>
        {(control) => (
          // Finding is what one came here for.
          <TextInput
            {...control}
            autoFocus
            type="search"
            maxLength={120}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Found key={props.round} {...props} text={text} />
      <Button onClick={() => setAdding(true)}>+ {t('people.add')}</Button>
    </div>
  );
}

function Found({ text, chosenId, onChoose }: PatientFinderProps & { readonly text: string }): ReactElement {
  const { t } = useTranslation();
  const { data, failure } = useRequest('patients.find', { text });
  if (failure !== null) return <Banner tone="red">{failureText(failure).say}</Banner>;
  if (data === null) return <p className={styles.soft}>{t('common.loading')}</p>;
  if (data.patients.length === 0) {
    return <p className={styles.soft}>{text === '' ? t('people.noneYet') : t('people.none')}</p>;
  }
  return (
    <>
      <p className="heard" role="status">
        {t('people.found', { count: data.patients.length })}
      </p>
      <ul className={styles.found}>
        {data.patients.map((patient) => (
          <li key={patient.patientId}>
            <button
              type="button"
              className={styles.patient}
              aria-pressed={patient.patientId === chosenId}
              onClick={() => onChoose(patient)}
            >
              <strong>{patient.name}</strong>
              <span>{calendarDate(patient.birthDate)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
