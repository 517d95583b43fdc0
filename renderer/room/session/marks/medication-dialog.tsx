import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { ActProblem } from '../act.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { SessionDialog } from '../session-dialog.tsx';
import { SomeoneElse, useSignedAct } from '../someone-else.tsx';
import { useView } from '../view.ts';
import { MedicinesToday } from './medicines-today.tsx';
import { StandingMedicines } from './standing-medicines.tsx';
import styles from './marks.module.css';

const routes = ['IV', 'IM', 'PO', 'SL', 'INH'] as const;
const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

interface MedicineProps {
  readonly onClose: () => void;
}

/** A medicine that was given or declined: one of the protocol's by one press, any other in words. */
export function MedicationDialog({ onClose }: MedicineProps): ReactElement {
  const { protocol } = useView();
  const [isOther, setOther] = useState(protocol.care.medicines.length === 0);
  return isOther ? (
    <OtherMedicine onClose={onClose} />
  ) : (
    <StandingMedicine onClose={onClose} onOther={() => setOther(true)} />
  );
}

/** What the protocol lets be given, and what was given today. It stays open: more than one may be given. */
function StandingMedicine({ onClose, onOther }: MedicineProps & { readonly onOther: () => void }): ReactElement {
  const { t } = useTranslation();
  const by = useSignedAct();
  return (
    <SessionDialog
      title={t('events.medicine.title')}
      place="side"
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button onClick={onOther}>{t('events.medicine.other')}</Button>
        </>
      }
    >
      <StandingMedicines act={by} />
      <SomeoneElse entrant={by.entrant} />
      <ActProblem act={by} />
      <MedicinesToday />
    </SessionDialog>
  );
}

/** What, how much, which way, who ordered and who checked it. Doses are typed, never offered. */
function OtherMedicine({ onClose }: MedicineProps): ReactElement {
  const { t } = useTranslation();
  const by = useSignedAct();
  const [medicationId] = useState(() => crypto.randomUUID());
  const [drug, setDrug] = useState('');
  const [dose, setDose] = useState('');
  const [route, setRoute] = useState<(typeof routes)[number] | null>(null);
  const [orderedBy, setOrderedBy] = useState('');
  const [checkedBy, setCheckedBy] = useState('');
  const [ago, setAgo] = useState(0);
  const complete = orNull(drug) !== null && orNull(dose) !== null && route !== null;
  const command = !complete
    ? null
    : ({
        type: 'giveMedication',
        medicationId,
        drug: drug.trim(),
        dose: dose.trim(),
        route,
        checkedBy: orNull(checkedBy),
        orderedBy: orNull(orderedBy),
        agoMs: ago * 60_000,
      } as const);
  const text = (label: string, value: string, set: (value: string) => void, max: number) => (
    <Field label={label}>
      {(control) => (
        <TextInput {...control} value={value} maxLength={max} onChange={(event) => set(event.target.value)} />
      )}
    </Field>
  );
  return (
    <CommandDialog
      title={t('events.medicine.title')}
      act={t('events.medicine.act')}
      command={command}
      by={by}
      onClose={onClose}
      wide
    >
      <MedicinesToday />
      <div className={styles.pair}>
        {text(t('events.medicine.drug'), drug, setDrug, 80)}
        {text(t('events.medicine.dose'), dose, setDose, 40)}
      </div>
      <Segmented
        label={t('events.medicine.route')}
        options={routes.map((value) => ({ value, label: t(`events.medicine.routes.${value}`) }))}
        value={route}
        onChange={setRoute}
      />
      <div className={styles.pair}>
        {text(t('events.medicine.orderedBy'), orderedBy, setOrderedBy, 120)}
        {text(t('events.medicine.checkedBy'), checkedBy, setCheckedBy, 120)}
      </div>
      <AgoChoice label={t('session.ago.when')} value={ago} onChange={setAgo} />
      <SomeoneElse entrant={by.entrant} />
    </CommandDialog>
  );
}
