import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../../client/use-request.ts';
import { failureText } from '../../i18n/failure.ts';
import { dayOf } from '../../i18n/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import styles from '../record.module.css';
import { EraseDialog } from './erase-dialog.tsx';
import { ErasureList } from './erasure-list.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { OtherPatient } from './other-patient.tsx';
import { PatientRow } from './patient-row.tsx';
import type { Asking, RetentionData } from './retention-data.ts';
import rows from './retention.module.css';
import { YearsDialog } from './years-dialog.tsx';

/** How long patients' records are kept: the clinic's rule, who is past it, who is held, what was erased. */
export function RetentionPanel(): ReactElement {
  const { t } = useTranslation();
  const { data, failure, again } = useRequest('retention.read', {});
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = (done: boolean): void => {
    setAsking(null);
    if (done) again();
  };
  return (
    <Card title={t('record.retention.title')} className={styles.card}>
      <p className={styles.soft}>{t('record.retention.intro')}</p>
      {failure === null ? null : <Banner tone="red">{failureText(failure).say}</Banner>}
      {data === null ? null : (
        <>
          <div className={rows.rule}>
            <p>
              {data.years === null ? t('record.retention.ruleNone') : t('record.retention.rule', { count: data.years })}
            </p>
            <Button onClick={() => setAsking({ kind: 'years' })}>{t('record.retention.changeRule')}</Button>
          </div>
          {data.years === null ? null : <Due data={data} onAsk={setAsking} />}
          <Held data={data} onAsk={setAsking} />
          <OtherPatient data={data} onAsk={setAsking} />
          <ErasureList data={data} />
        </>
      )}
      {data === null || asking === null ? null : <Dialogs data={data} asking={asking} onClose={close} />}
    </Card>
  );
}

interface DialogsProps {
  readonly data: RetentionData;
  readonly asking: Asking;
  readonly onClose: (done: boolean) => void;
}

function Dialogs({ data, asking, onClose }: DialogsProps): ReactElement {
  if (asking.kind === 'years') return <YearsDialog years={data.years} onClose={onClose} />;
  if (asking.kind !== 'erase')
    return <HoldDialog patient={asking.patient} hold={asking.kind === 'hold'} onClose={onClose} />;
  const due = data.due.some(({ patient }) => patient.patientId === asking.patient.patientId);
  return <EraseDialog patient={asking.patient} due={due} copiesUntil={data.copiesUntil} onClose={onClose} />;
}

interface PartProps {
  readonly data: RetentionData;
  readonly onAsk: (asking: Asking) => void;
}

function Due({ data, onAsk }: PartProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section aria-label={t('record.retention.due')}>
      <h3 className={rows.heading}>{t('record.retention.due')}</h3>
      {data.due.length === 0 ? <p className={styles.soft}>{t('record.retention.dueNone')}</p> : null}
      <ul>
        {data.due.map(({ patient, lastAt }) => (
          <PatientRow
            key={patient.patientId}
            patient={patient}
            says={t('record.retention.last', { day: dayOf(lastAt) })}
          >
            <Button onClick={() => onAsk({ kind: 'hold', patient })}>{t('record.retention.hold')}</Button>
            <Button onClick={() => onAsk({ kind: 'erase', patient })}>{t('record.retention.erase')}</Button>
          </PatientRow>
        ))}
      </ul>
      {data.moreDue ? <p className={styles.soft}>{t('record.retention.dueMore')}</p> : null}
    </section>
  );
}

function Held({ data, onAsk }: PartProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section aria-label={t('record.retention.held')}>
      <h3 className={rows.heading}>{t('record.retention.held')}</h3>
      {data.held.length === 0 ? <p className={styles.soft}>{t('record.retention.heldNone')}</p> : null}
      <ul>
        {data.held.map(({ patient, reason, at }) => (
          <PatientRow
            key={patient.patientId}
            patient={patient}
            says={t('record.retention.heldSince', { day: dayOf(at), reason })}
          >
            <Button onClick={() => onAsk({ kind: 'lift', patient })}>{t('record.retention.lift')}</Button>
          </PatientRow>
        ))}
      </ul>
    </section>
  );
}
