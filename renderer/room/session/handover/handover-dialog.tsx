import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { holderOf } from '../../../../shared/session/watch.ts';
import type { Failure } from '../../../../shared/ipc/answer.ts';
import { useClient } from '../../../client/room-context.ts';
import { Button } from '../../../ui/button.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { SessionDialog } from '../session-dialog.tsx';
import { staffName, useStaff } from '../staff.ts';
import { isComplete, StaffPin, unsigned } from '../staff-pin.tsx';
import { useViewNow } from '../view.ts';
import { summaryFacts } from './summary-facts.ts';
import styles from './handover.module.css';

/** The summary first; then whoever takes over says so with their own PIN, and is signed in from then on. */
export function HandoverDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session, protocol, now } = useViewNow();
  const staff = useStaff();
  const client = useClient();
  const act = useAct();
  const [signed, setSigned] = useState(unsigned);
  const [failure, setFailure] = useState<Failure | null>(null);
  const holder = holderOf(session);
  const take = async () => {
    const answer = await client.request('staff.signIn', signed);
    setSigned({ ...signed, pin: '' });
    setFailure(answer.ok ? null : answer);
    if (answer.ok && (await act.run({ type: 'takeRoom' }))) onClose();
  };
  return (
    <SessionDialog
      title={t('handover.title')}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button tone="primary" disabled={!isComplete(signed) || act.busy} onClick={() => void take()}>
            {t('handover.act')}
          </Button>
        </>
      }
    >
      <dl className={styles.facts}>
        {summaryFacts(t, session, protocol, now).map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.holder}>
        {holder === null ? t('handover.nobody') : t('handover.has', { name: staffName(staff, holder) })}
      </p>
      <StaffPin
        label={t('handover.who')}
        value={signed}
        onChange={setSigned}
        exceptId={holder}
        roles={['nurse', 'clinician']}
      />
      <ActProblem act={{ failure, clear: () => setFailure(null) }} />
      <ActProblem act={act} />
    </SessionDialog>
  );
}
