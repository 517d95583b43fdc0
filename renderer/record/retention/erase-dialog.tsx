import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasureRule } from '../../../shared/people/erasure-events.ts';
import type { Patient } from '../../../shared/people/people.ts';
import { useClient } from '../../client/room-context.ts';
import { calendarDate, dayOf } from '../../i18n/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ActDialog } from '../act-dialog.tsx';
import rows from './retention.module.css';

export interface EraseDialogProps {
  readonly patient: Patient;
  /** Their years are over: the rule may be named. */
  readonly due: boolean;
  /** When the last copy made so far expires, epoch ms; null where there is none. */
  readonly copiesUntil: number | null;
  readonly onClose: (done: boolean) => void;
}

/** Erases a patient. It cannot be undone: the name is typed again. */
export function EraseDialog({ patient, due, copiesUntil, onClose }: EraseDialogProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [why, setWhy] = useState<ErasureRule>(due ? 'years' : 'request');
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const { patientId, name } = patient;
  const rules: readonly ErasureRule[] = due ? ['years', 'request'] : ['request'];
  return (
    <ActDialog
      title={t('record.retention.eraseTitle', { name })}
      act={t('record.retention.act.erase')}
      ready={reason.trim() !== '' && alike(typed, name)}
      onAct={(signed) => client.request('retention.erase', { patientId, why, reason, signed })}
      onClose={onClose}
    >
      <div className={rows.form}>
        <Banner tone="amber">
          <p>{t('record.retention.eraseText', { birth: calendarDate(patient.birthDate) })}</p>
          {copiesUntil === null ? null : <p>{t('record.retention.eraseBackups', { day: dayOf(copiesUntil) })}</p>}
        </Banner>
        <Segmented
          label={t('record.retention.why')}
          options={rules.map((value) => ({
            value,
            label: value === 'years' ? t('record.retention.whyYears') : t('record.retention.whyRequest'),
          }))}
          value={why}
          onChange={setWhy}
        />
        <Field label={t('record.retention.reason')} hint={t('record.retention.reasonHint')}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('record.retention.eraseType')}>
          {(control) => (
            <TextInput {...control} maxLength={120} value={typed} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
      </div>
    </ActDialog>
  );
}

/** Typed as it is read: capitals and spaces at the ends do not matter. */
function alike(typed: string, name: string): boolean {
  return typed.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();
}
