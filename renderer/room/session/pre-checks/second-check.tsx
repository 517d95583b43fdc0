import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { staffName, useStaff } from '../staff.ts';
import { isComplete, StaffPin, unsigned } from '../staff-pin.tsx';
import { useView } from '../view.ts';
import styles from './order.module.css';

/** Somebody else reads drug, dose and pump, and signs with their own PIN. */
export function SecondCheck(): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const staff = useStaff();
  const act = useAct();
  const [signed, setSigned] = useState(unsigned);
  const standing = session.order;
  if (standing === null) return null;
  if (standing.checkerId !== null) {
    return (
      <p className={styles.agrees}>
        <span aria-hidden="true">✓ </span>
        {t('session.order.checkedBy', { name: staffName(staff, standing.checkerId) })}
      </p>
    );
  }
  const enteredBy = standing.enteredBy.kind === 'staff' ? standing.enteredBy.staffId : null;
  const check = async () => {
    await act.run({ type: 'checkOrder', checkerId: signed.staffId, pin: signed.pin });
    setSigned({ ...signed, pin: '' });
  };
  return (
    <form
      className={styles.check}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete(signed)) void check();
      }}
    >
      <StaffPin
        label={t('session.order.checker')}
        value={signed}
        onChange={setSigned}
        exceptId={enteredBy}
        roles={['nurse', 'clinician']}
      />
      <Button type="submit" tone="primary" disabled={!isComplete(signed) || act.busy}>
        {t('session.order.check')}
      </Button>
      <ActProblem act={act} />
    </form>
  );
}
