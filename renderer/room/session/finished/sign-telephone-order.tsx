import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../command-dialog.tsx';
import { isComplete, StaffPin, unsigned } from '../staff-pin.tsx';

/** The prescriber signs, with their own PIN, what they said on the telephone. */
export function SignTelephoneOrder({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [signed, setSigned] = useState(unsigned);
  return (
    <CommandDialog
      title={t('session.override.signTitle')}
      act={t('session.override.signAct')}
      command={isComplete(signed) ? { type: 'signTelephoneOrder', ...signed } : null}
      place="middle"
      onClose={onClose}
    >
      <StaffPin
        label={t('session.override.prescriber')}
        value={signed}
        onChange={setSigned}
        exceptId={null}
        roles={['clinician']}
      />
    </CommandDialog>
  );
}
