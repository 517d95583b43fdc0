import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../../ui/segmented.tsx';
import { CommandDialog } from '../command-dialog.tsx';
import { ReasonChoice } from '../reason-choice.tsx';

const reasons = ['bloodPressure', 'fasting', 'state', 'noEscort', 'patient', 'line'] as const;

/** No infusion today: why, and whether it is postponed. It does not count in the course. */
export function NotGivenDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [how, setHow] = useState<'postponed' | 'notGiven'>('postponed');
  const command =
    reason.trim() === ''
      ? null
      : ({ type: 'doNotGive', reason: reason.trim(), postponed: how === 'postponed' } as const);
  return (
    <CommandDialog
      title={t('session.notGiven.title')}
      act={t('session.notGiven.act')}
      command={command}
      place="middle"
      onClose={onClose}
    >
      <Segmented
        label={t('session.notGiven.how')}
        options={[
          { value: 'postponed', label: t('session.notGiven.postponed') },
          { value: 'notGiven', label: t('session.notGiven.not') },
        ]}
        value={how}
        onChange={setHow}
      />
      <ReasonChoice
        label={t('session.reason')}
        options={reasons.map((code) => t(`session.notGiven.reasons.${code}`))}
        otherLabel={t('session.otherReason')}
        value={reason}
        onChange={setReason}
      />
    </CommandDialog>
  );
}
