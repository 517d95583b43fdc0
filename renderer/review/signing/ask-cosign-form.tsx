import { useContext, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../shared/session/state.ts';
import { StaffContext } from '../../room/session/staff.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { ActFailure } from './act-failure.tsx';
import { useRecordAct } from './use-record-act.ts';
import styles from './signing.module.css';

export interface AskCosignFormProps {
  readonly session: Session;
  readonly onAdded: () => void;
}

/** Asks a clinician to stand behind the record as well; those who did, and those who were asked, are left out. */
export function AskCosignForm({ session, onAdded }: AskCosignFormProps): ReactElement {
  const { t } = useTranslation();
  const act = useRecordAct(session);
  const [staffId, setStaffId] = useState('');
  const { signature, cosignatures, cosignAsked } = session;
  const known = new Set([signature, ...cosignatures, ...cosignAsked].map((one) => one?.staffId));
  const staff = useContext(StaffContext).filter(
    (one) => one.active && (one.role === 'clinician' || one.role === 'owner') && !known.has(one.staffId),
  );
  const send = async (): Promise<void> => {
    if (await act.run({ type: 'askCosign', staffId })) onAdded();
  };
  return (
    <>
      <Field label={t('signing.askWhom')} hint={t('signing.askCosignHint')}>
        {(control) => (
          <Select {...control} value={staffId} onChange={(event) => setStaffId(event.target.value)}>
            <option value="">–</option>
            {staff.map((one) => (
              <option key={one.staffId} value={one.staffId}>
                {one.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className={styles.acts}>
        <Button tone="primary" disabled={staffId === '' || act.busy} onClick={() => void send()}>
          {t('signing.ask')}
        </Button>
      </div>
      <ActFailure failure={act.failure} />
    </>
  );
}
