import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { GivenMedicine } from '../../../../shared/session/medicine-state.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { isComplete, StaffPin, unsigned } from '../staff-pin.tsx';
import { useLocked, useView } from '../view.ts';
import { medicineWords } from './medicine-words.ts';

/** Whether the protocol asks for a second person's PIN for a medicine. */
function asksForPin(medicines: readonly { readonly drug: string; readonly secondCheck: boolean }[], drug: string) {
  return medicines.some((one) => one.secondCheck && one.drug.toLowerCase() === drug.toLowerCase());
}

/** Where the protocol asks for a second check it waits beside the medicine, and holds up nothing. */
export function MedicineCheck({ medicine }: { readonly medicine: GivenMedicine }): ReactElement | null {
  const { t } = useTranslation();
  const { protocol } = useView();
  const locked = useLocked();
  const [open, setOpen] = useState(false);
  const [signed, setSigned] = useState(unsigned);
  const { medicationId, author } = medicine;
  if (locked || medicine.check !== null || !asksForPin(protocol.care.medicines, medicine.drug)) return null;
  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        {t('events.medicine.check')}
      </Button>
      {open ? (
        <CommandDialog
          title={t('events.medicine.checkTitle')}
          act={t('events.medicine.checkAct')}
          command={
            isComplete(signed)
              ? { type: 'checkMedication', medicationId, checkerId: signed.staffId, pin: signed.pin }
              : null
          }
          place="middle"
          onClose={() => setOpen(false)}
        >
          <p>{medicineWords(t, medicine)}</p>
          <StaffPin
            label={t('events.medicine.checker')}
            value={signed}
            onChange={setSigned}
            exceptId={author.kind === 'staff' ? author.staffId : null}
            roles={['nurse', 'clinician']}
          />
        </CommandDialog>
      ) : null}
    </>
  );
}
