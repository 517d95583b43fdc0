import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { PatientDetails } from '../../../shared/people/people.ts';
import { useRoom } from '../../client/room-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { patientErrors, trimmed } from './patient-form.ts';
import styles from './people.module.css';

export interface PatientEditorProps {
  readonly title: string;
  readonly start: PatientDetails;
  /** Saves; a failure is shown here. */
  readonly onSave: (details: PatientDetails) => Promise<Failure | null>;
  readonly onCancel: () => void;
  /** Stands above the buttons: the warning of a possible double. */
  readonly children?: ReactNode;
}

/** Name, birth date and allergies, new or changed. */
export function PatientEditor({ title, start, onSave, onCancel, children }: PatientEditorProps): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const [details, setDetails] = useState(start);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const errors = tried ? patientErrors(details, clock.now().wallMs) : {};
  const error = (field: keyof PatientDetails) => {
    const code = errors[field];
    return code === undefined ? null : t(`people.error.${code}`);
  };
  const set = (change: Partial<PatientDetails>) => setDetails((old) => ({ ...old, ...change }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(patientErrors(details, clock.now().wallMs)).length > 0) return;
    setBusy(true);
    setFailure(await onSave(trimmed(details)));
    setBusy(false);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate aria-label={title}>
      <h2 className={styles.sub}>{title}</h2>
      <Field label={t('people.name')} hint={t('people.nameHint')} error={error('name')}>
        {(control) => (
          // The form was just asked for; its first field is where typing goes on.
          <TextInput
            {...control}
            autoFocus
            value={details.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('people.birthDate')} error={error('birthDate')}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            min="1900-01-01"
            value={details.birthDate}
            onChange={(event) => set({ birthDate: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('people.allergies')} hint={t('people.allergiesHint')} error={error('allergies')}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={details.allergies}
            onChange={(event) => set({ allergies: event.target.value })}
          />
        )}
      </Field>
      {children}
      {failure === null ? null : (
        <Banner tone="red">
          {failureText(failure).say} {failureText(failure).next}
        </Banner>
      )}
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button tone="primary" type="submit" disabled={busy}>
          {busy ? t('people.saving') : t('people.save')}
        </Button>
      </div>
    </form>
  );
}
