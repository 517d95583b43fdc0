import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextInput } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { AgoChoice } from '../ago-choice.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { SomeoneElse, useSignedAct } from '../someone-else.tsx';
import { MedicinesToday } from './medicines-today.tsx';
import { StandingMedicines } from './standing-medicines.tsx';
import styles from './marks.module.css';

const routes = ['IV', 'IM', 'PO', 'SL', 'INH'] as const;
const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** A medicine that was given: what, how much, which way, who ordered and who checked it. Doses are typed, never offered. */
export function MedicationDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
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
      <SomeoneElse entrant={by.entrant} />
      <StandingMedicines act={by} />
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
    </CommandDialog>
  );
}
