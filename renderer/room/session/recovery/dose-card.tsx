import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../shared/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { useStatus } from '../../../client/session-store.ts';
import { ActProblem, useAct } from '../act.tsx';
import { milligrams } from '../format.ts';
import { decimal } from '../pre-checks/order-entry.ts';
import { staffName, useStaff } from '../staff.ts';
import { isComplete, StaffPin, unsigned } from '../staff-pin.tsx';
import { useView } from '../view.ts';
import styles from './recovery.module.css';

/** What went in, and what was thrown away before a witness. */
export function DoseCard(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const staff = useStaff();
  const order = session.order?.order ?? null;
  const { dose } = session;
  return (
    <Card title={null} label={t('session.dose.title')} className={styles.waking}>
      {order === null ? null : (
        <p className={styles.soft}>{t('session.dose.ordered', { mg: milligrams(order.mg), drug: order.drug })}</p>
      )}
      {dose === null ? null : (
        <p className={styles.done}>
          <span aria-hidden="true">✓ </span>
          {t('session.dose.recorded', { given: milligrams(dose.mgGiven), discarded: milligrams(dose.mgDiscarded) })}
          {dose.witnessId === null
            ? null
            : ` ${t('session.dose.witnessed', { name: staffName(staff, dose.witnessId) })}`}
        </p>
      )}
      <DoseForm key={String(dose === null)} />
    </Card>
  );
}

function DoseForm(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const signedIn = useStatus()?.signedIn?.staffId ?? null;
  const act = useAct();
  const [given, setGiven] = useState('');
  const [discarded, setDiscarded] = useState('');
  const [witness, setWitness] = useState(unsigned);
  const mgGiven = decimal(given);
  const mgDiscarded = decimal(discarded);
  const needsWitness = mgDiscarded !== null && mgDiscarded > 0;
  const ready = mgGiven !== null && mgDiscarded !== null && (!needsWitness || isComplete(witness));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    void act.run({ type: 'recordDose', mgGiven, mgDiscarded, witness: needsWitness ? witness : null, note: null });
  };
  const error = (text: string, value: number | null) =>
    text === '' || value !== null ? null : t('session.dose.wrong', { text });
  return (
    <form className={styles.words} onSubmit={submit}>
      <div className={styles.pair}>
        <Field label={t('session.dose.given')} error={error(given, mgGiven)}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="decimal"
              className={styles.number}
              value={given}
              onChange={(event) => setGiven(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('session.dose.discarded')} error={error(discarded, mgDiscarded)}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="decimal"
              className={styles.number}
              value={discarded}
              onChange={(event) => setDiscarded(event.target.value)}
            />
          )}
        </Field>
      </div>
      {needsWitness ? (
        <StaffPin
          label={t('session.dose.witness')}
          value={witness}
          onChange={setWitness}
          exceptId={signedIn}
          roles={['nurse', 'clinician']}
        />
      ) : null}
      <ActProblem act={act} />
      <Button type="submit" tone="primary" disabled={!ready || act.busy || !can(session).recordDose}>
        {session.dose === null ? t('session.dose.save') : t('session.dose.again')}
      </Button>
    </form>
  );
}
