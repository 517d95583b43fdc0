import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../../client/use-request.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import styles from '../record.module.css';
import { PatientRow } from './patient-row.tsx';
import type { Asking, RetentionData } from './retention-data.ts';

/** Rows shown while one types. */
const SHOWN = 5;

export interface OtherPatientProps {
  readonly data: RetentionData;
  readonly onAsk: (asking: Asking) => void;
}

/** Any patient by name or birth date: to hold, or to erase at a request. */
export function OtherPatient({ data, onAsk }: OtherPatientProps): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <section aria-label={t('record.retention.other')}>
      <Field label={t('record.retention.find')} hint={t('record.retention.otherHint')}>
        {(control) => (
          <TextInput
            {...control}
            type="search"
            maxLength={120}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {/* The list is read again when an act changed it. */}
      {text.trim().length < 2 ? null : (
        <Found key={`${data.erasures.length} ${data.held.length}`} text={text} data={data} onAsk={onAsk} />
      )}
    </section>
  );
}

function Found({ text, data, onAsk }: OtherPatientProps & { readonly text: string }): ReactElement | null {
  const { t } = useTranslation();
  const { data: found, failure } = useRequest('patients.find', { text });
  if (failure !== null) return <Banner tone="red">{failureText(failure).say}</Banner>;
  if (found === null) return null;
  if (found.patients.length === 0) return <p className={styles.soft}>{t('people.none')}</p>;
  const held = new Set(data.held.map(({ patient }) => patient.patientId));
  return (
    <ul>
      {found.patients.slice(0, SHOWN).map((patient) =>
        held.has(patient.patientId) ? (
          <PatientRow key={patient.patientId} patient={patient} says={t('record.retention.held')}>
            <Button onClick={() => onAsk({ kind: 'lift', patient })}>{t('record.retention.lift')}</Button>
          </PatientRow>
        ) : (
          <PatientRow key={patient.patientId} patient={patient} says={null}>
            <Button onClick={() => onAsk({ kind: 'hold', patient })}>{t('record.retention.hold')}</Button>
            <Button onClick={() => onAsk({ kind: 'erase', patient })}>{t('record.retention.erase')}</Button>
          </PatientRow>
        ),
      )}
    </ul>
  );
}
