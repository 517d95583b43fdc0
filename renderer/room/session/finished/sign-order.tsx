import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '../../../../shared/session/command.ts';
import { isOfAnother, type SaidBy } from '../../../../shared/session/sign-for.ts';
import { Field, TextInput } from '../../../ui/field.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { useStaff } from '../staff.ts';
import { isComplete, StaffPin, unsigned, type Signed } from '../staff-pin.tsx';

export interface SignOrderProps {
  /** What was said, in its words. */
  readonly words: string;
  readonly who: SaidBy;
  readonly sign: (signed: Signed & { readonly instead?: string }) => SessionCommand;
  readonly onClose: () => void;
}

/** Whoever said it on the telephone signs it with their own PIN; somebody else, an owner too, only for them, and says why. */
export function SignOrder({ words, who, sign, onClose }: SignOrderProps): ReactElement {
  const { t } = useTranslation();
  // Whoever left cannot sign any more: somebody else does for them.
  const isHere = useStaff().some(({ staffId, active }) => active && staffId === who.staffId);
  const [signed, setSigned] = useState({ ...unsigned, staffId: isHere ? (who.staffId ?? '') : '' });
  const [reason, setReason] = useState('');
  const isForThem = signed.staffId !== '' && isOfAnother(who, signed.staffId);
  const instead = reason.trim();
  const isReady = isComplete(signed) && (!isForThem || instead !== '');
  return (
    <CommandDialog
      title={t('session.override.signTitle')}
      act={t('session.override.signAct')}
      command={isReady ? sign(isForThem ? { ...signed, instead } : signed) : null}
      place="middle"
      onClose={onClose}
    >
      <p>{t('session.override.said', { name: who.name, words })}</p>
      <StaffPin
        label={t('session.override.signer')}
        value={signed}
        onChange={setSigned}
        exceptId={null}
        roles={['clinician', 'owner']}
      />
      {isForThem ? (
        <Field label={t('session.override.instead', { name: who.name })}>
          {(control) => (
            <TextInput
              {...control}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      ) : null}
    </CommandDialog>
  );
}
