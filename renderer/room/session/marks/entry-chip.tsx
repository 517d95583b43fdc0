import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import type { DeclinedMedicine, GivenMedicine } from '../../../../shared/session/medicine-state.ts';
import type { PumpNote } from '../../../../shared/session/pump-state.ts';
import { Button } from '../../../ui/button.tsx';
import { usePress } from '../act.tsx';
import { timeOfDay } from '../format.ts';
import { useView } from '../view.ts';
import { medicineWords } from './medicine-words.ts';
import { noteWords } from './pump-words.ts';
import { takeBackLeftS } from './take-back.ts';
import styles from './strip.module.css';

interface EntryChipProps {
  readonly words: string;
  readonly at: number;
  readonly seq: number;
  readonly ageMs: number;
  readonly takeBack: SessionCommand;
}

/** A medicine or a figure off the pump that was entered a moment ago: for seconds it can be taken back by one press. */
function EntryChip({ words, at, seq, ageMs, takeBack }: EntryChipProps): ReactElement {
  const { t } = useTranslation();
  const { saved } = useView();
  const press = usePress();
  const written = seq <= saved;
  return (
    <div className={styles.older}>
      <span className={styles.words} role="status">
        <span aria-hidden="true">{written ? '✓ ' : '▲ '}</span>
        {t('events.marked', { what: words, time: timeOfDay(at) })}
        {written ? null : `, ${t('readings.table.notSaved')}`}
      </span>
      <Button onClick={() => press(takeBack)}>{t('events.takeBack', { seconds: takeBackLeftS(ageMs) })}</Button>
    </div>
  );
}

/** A medicine that was entered a moment ago. */
export function MedicineChip({
  medicine,
  ageMs,
}: {
  readonly medicine: GivenMedicine | DeclinedMedicine;
  readonly ageMs: number;
}): ReactElement {
  const { t } = useTranslation();
  const { medicationId, at, seq } = medicine;
  const takeBack = { type: 'takeBackMedication', medicationId } as const;
  return <EntryChip words={medicineWords(t, medicine)} at={at} seq={seq} ageMs={ageMs} takeBack={takeBack} />;
}

/** A figure off the pump that was entered a moment ago. */
export function PumpChip({ note, ageMs }: { readonly note: PumpNote; readonly ageMs: number }): ReactElement {
  const { t } = useTranslation();
  const { noteId, at, seq } = note;
  const takeBack = { type: 'takeBackPumpNote', noteId } as const;
  return <EntryChip words={noteWords(t, note)} at={at} seq={seq} ageMs={ageMs} takeBack={takeBack} />;
}
