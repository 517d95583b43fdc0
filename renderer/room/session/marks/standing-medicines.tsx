import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandingMedicine } from '../../../../shared/protocol/care-plan.ts';
import { can } from '../../../../shared/session/can.ts';
import { useStatus } from '../../../client/session-store.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, Select } from '../../../ui/field.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { timeOfDay } from '../format.ts';
import type { SignedAct } from '../someone-else.tsx';
import { useStaff } from '../staff.ts';
import { useLocked, useView } from '../view.ts';
import styles from './marks.module.css';

/** What the protocol lets be given here, each with what was done with it today; "offered, declined" is a fact as well. */
export function StandingMedicines({ act }: { readonly act: SignedAct }): ReactElement | null {
  const { t } = useTranslation();
  const { protocol } = useView();
  const [ago, setAgo] = useState(0);
  const [orderedBy, setOrderedBy] = useState('');
  const [checkedBy, setCheckedBy] = useState('');
  const staff = useStaff().filter(({ active }) => active);
  const signedIn = useStatus()?.signedIn?.staffId ?? null;
  const author = act.entrant.isOpen ? act.entrant.signed.staffId : signedIn;
  const { medicines } = protocol.care;
  if (medicines.length === 0) return null;
  return (
    <>
      <AgoChoice label={t('session.ago.when')} value={ago} onChange={setAgo} />
      <div className={styles.pair}>
        <Names
          label={t('events.medicine.onOrderOf')}
          none={t('events.medicine.standingOrder')}
          names={staff.filter(({ role }) => role === 'clinician').map(({ name }) => name)}
          value={orderedBy}
          onChange={setOrderedBy}
        />
        <Names
          label={t('events.medicine.checkedBy')}
          none={t('events.medicine.nobody')}
          names={staff
            .filter(({ staffId, role }) => staffId !== author && role !== 'therapist')
            .map(({ name }) => name)}
          value={checkedBy}
          onChange={setCheckedBy}
        />
      </div>
      <ul className={styles.list} aria-label={t('events.medicine.standing')}>
        {medicines.map((medicine) => (
          <Medicine
            key={medicine.id}
            medicine={medicine}
            agoMs={ago * 60_000}
            orderedBy={orderedBy === '' ? t('events.medicine.standingOrder') : orderedBy}
            checkedBy={checkedBy === '' ? null : checkedBy}
            act={act}
          />
        ))}
      </ul>
    </>
  );
}

interface NamesProps {
  readonly label: string;
  /** What holds while nobody is chosen. */
  readonly none: string;
  readonly names: readonly string[];
  readonly value: string;
  readonly onChange: (name: string) => void;
}

/** One of the staff by name, or nobody: it goes with the next press and holds up nothing. */
function Names({ label, none, names, value, onChange }: NamesProps): ReactElement {
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{none}</option>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface MedicineProps {
  readonly medicine: StandingMedicine;
  readonly agoMs: number;
  readonly orderedBy: string;
  readonly checkedBy: string | null;
  readonly act: SignedAct;
}

function Medicine({ medicine, agoMs, orderedBy, checkedBy, act }: MedicineProps): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const { drug, dose, route } = medicine;
  const may = can(session);
  const waits = act.busy || (act.entrant.isOpen && !act.entrant.isReady);
  const words = { drug, dose, route };
  return (
    <li className={styles.line}>
      <span className={styles.lineWords}>
        <strong>{t('events.medicine.one', words)}</strong>
        <Today drug={drug} />
      </span>
      <Button
        disabled={!may.giveMedication || waits}
        onClick={() =>
          void act.run({
            ...{ type: 'giveMedication', medicationId: crypto.randomUUID(), drug, dose, route },
            ...{ checkedBy, orderedBy, agoMs },
          })
        }
      >
        {t('events.medicine.given')}
      </Button>
      <Button
        disabled={!may.declineMedication || waits}
        onClick={() =>
          void act.run({ type: 'declineMedication', medicationId: crypto.randomUUID(), drug, dose, route, agoMs })
        }
      >
        {t('events.medicine.declined')}
      </Button>
    </li>
  );
}

/** What was done with a medicine today, and when; nothing of it on a locked screen. */
function Today({ drug }: { readonly drug: string }): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const locked = useLocked();
  const same = (other: { readonly drug: string }) => other.drug.toLowerCase() === drug.toLowerCase();
  const all = [
    ...session.medications
      .filter(same)
      .map(({ at, dose }) => ({ at, words: t('events.medicine.givenAt', { time: timeOfDay(at), dose }) })),
    ...session.declined
      .filter(same)
      .map(({ at }) => ({ at, words: t('events.medicine.declinedAt', { time: timeOfDay(at) }) })),
  ];
  if (locked) return null;
  const words = all.toSorted((a, b) => a.at - b.at).map((entry) => entry.words);
  return <span className={styles.today}>{words.length === 0 ? t('events.medicine.notToday') : words.join(', ')}</span>;
}
