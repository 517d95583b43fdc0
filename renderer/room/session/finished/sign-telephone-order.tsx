import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TelephoneDecision } from '../../../../shared/session/telephone-state.ts';
import { CommandDialog } from '../command-dialog.tsx';
import { isComplete, StaffPin, unsigned } from '../staff-pin.tsx';

/** The prescriber signs, with their own PIN, what they said on the telephone. */
export function SignTelephoneOrder({
  decision,
  onClose,
}: {
  readonly decision: TelephoneDecision;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [signed, setSigned] = useState(unsigned);
  return (
    <CommandDialog
      title={t('session.override.signTitle')}
      act={t('session.override.signAct')}
      command={isComplete(signed) ? { type: 'signTelephoneOrder', decisionSeq: decision.seq, ...signed } : null}
      place="middle"
      onClose={onClose}
    >
      <p>{decision.reason}</p>
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
