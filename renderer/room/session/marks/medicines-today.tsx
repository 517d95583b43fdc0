import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeclinedMedicine, GivenMedicine } from '../../../../shared/session/medicine-state.ts';
import type { Session } from '../../../../shared/session/state.ts';
import { ActProblem, useAct, type Act } from '../act.tsx';
import { itemWords } from '../check-words.ts';
import { timeOfDay } from '../format.ts';
import { staffName, useStaff } from '../staff.ts';
import { useLocked, useView } from '../view.ts';
import { MedicineCheck } from './medicine-check.tsx';
import { medicineWords } from './medicine-words.ts';
import { Withdraw } from './withdraw.tsx';
import styles from './marks.module.css';

interface OfferedLine {
  readonly id: string;
  readonly at: number;
  readonly words: string;
}

/** What the lists before the start say was offered (against nausea, against anxiety), and what came of it. */
function useOffered(session: Session): readonly OfferedLine[] {
  const { t } = useTranslation();
  const { protocol } = useView();
  return protocol.preChecks.flatMap((item): readonly OfferedLine[] => {
    const given = session.checks.preChecks[item.id];
    if (item.answer !== 'offered' || given === undefined) return [];
    const answer = t(`sentence.answer.${given.answer}`);
    return [{ id: item.id, at: given.at, words: t('events.medicine.before', { item: itemWords(item), answer }) }];
  });
}

/** What was given, offered or declined today and when, oldest first; each with its check and its way back. Hidden on a locked screen. */
export function MedicinesToday(): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const locked = useLocked();
  const act = useAct();
  const offered = useOffered(session);
  if (locked) return null;
  const { medications, declined, withdrawnMedicines } = session;
  const entries = [...medications, ...declined].toSorted((a, b) => a.at - b.at || a.seq - b.seq);
  if (offered.length + entries.length + withdrawnMedicines.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{t('events.medicine.today')}</h3>
      <ul className={styles.list} aria-label={t('events.medicine.today')}>
        {offered.map(({ id, at, words }) => (
          <li key={id} className={styles.line}>
            <span className={styles.lineTime}>{timeOfDay(at)}</span>
            <span className={styles.lineWords}>{words}</span>
          </li>
        ))}
        {entries.map((medicine) => (
          <Entry key={medicine.medicationId} medicine={medicine} act={act} />
        ))}
        {withdrawnMedicines.map(({ medicine, reason }) => (
          <li key={medicine.medicationId} className={styles.line}>
            <span className={styles.lineTime}>{timeOfDay(medicine.at)}</span>
            <span className={styles.lineWords}>
              <s>{medicineWords(t, medicine)}</s> {reason}
            </span>
          </li>
        ))}
      </ul>
      <ActProblem act={act} />
    </>
  );
}

function Entry({
  medicine,
  act,
}: {
  readonly medicine: GivenMedicine | DeclinedMedicine;
  readonly act: Act;
}): ReactElement {
  const { t } = useTranslation();
  const { medicationId, pressedLifeMs } = medicine;
  const words = medicineWords(t, medicine);
  return (
    <li className={styles.line}>
      <span className={styles.lineTime}>{timeOfDay(medicine.at)}</span>
      <span className={styles.lineWords}>
        {words}
        {medicine.type === 'medicationGiven' ? <Behind medicine={medicine} /> : null}
      </span>
      {medicine.type === 'medicationGiven' ? <MedicineCheck medicine={medicine} /> : null}
      <Withdraw
        what={words}
        pressedLifeMs={pressedLifeMs}
        takeBack={{ type: 'takeBackMedication', medicationId }}
        withdraw={(reason) => ({ type: 'withdrawMedication', medicationId, reason })}
        act={act}
      />
    </li>
  );
}

/** On whose order, and who looked at it as well. */
function Behind({ medicine }: { readonly medicine: GivenMedicine }): ReactElement | null {
  const { t } = useTranslation();
  const staff = useStaff();
  const { orderedBy, checkedBy, check } = medicine;
  const checker = check === null ? checkedBy : staffName(staff, check);
  const parts = [
    orderedBy === null ? null : t('events.medicine.onOrder', { who: orderedBy }),
    checker === null ? null : t('events.medicine.checkedWho', { who: checker }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <span className={styles.today}>{parts.join(', ')}</span>;
}
