import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '../../../shared/people/people.ts';
import { useClient } from '../../client/room-context.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { ActDialog } from '../act-dialog.tsx';
import rows from './retention.module.css';

export interface HoldDialogProps {
  readonly patient: Patient;
  /** Whether a hold is placed, or lifted. */
  readonly hold: boolean;
  readonly onClose: (done: boolean) => void;
}

/** Holds a patient's record, or lifts the hold; both with a reason. */
export function HoldDialog({ patient, hold, onClose }: HoldDialogProps): ReactElement {
  const { t } = useTranslation();
  const client = useClient();
  const [reason, setReason] = useState('');
  const { patientId, name } = patient;
  return (
    <ActDialog
      title={hold ? t('record.retention.holdTitle', { name }) : t('record.retention.liftTitle', { name })}
      act={hold ? t('record.retention.act.hold') : t('record.retention.act.lift')}
      ready={reason.trim() !== ''}
      onAct={(signed) => client.request('retention.hold', { patientId, held: hold, reason, signed })}
      onClose={onClose}
    >
      <div className={rows.form}>
        <p>{hold ? t('record.retention.holdText') : t('record.retention.liftText')}</p>
        <Field label={t('record.retention.reason')} hint={t('record.retention.holdReasonHint')}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
    </ActDialog>
  );
}
