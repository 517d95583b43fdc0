import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../../client/room-context.ts';
import { Button } from '../../../ui/button.tsx';
import { SessionDialog } from '../session-dialog.tsx';
import { ActProblem } from '../act.tsx';
import { ReasonChoice } from '../reason-choice.tsx';
import { SomeoneElse, useSignedAct } from '../someone-else.tsx';

const reasons = ['asleep', 'refused', 'device', 'busy'] as const;

/** "Not obtained" is an entry too: why the reading that is due was not taken. */
export function NotObtained({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { clock } = useRoom();
  const act = useSignedAct();
  const { isOpen, isReady } = act.entrant;
  const [reason, setReason] = useState('');
  const save = async () => {
    const readingId = crypto.randomUUID();
    const takenAt = clock.now().wallMs;
    if (await act.run({ type: 'readingNotObtained', readingId, dueId: null, reason, takenAt })) onClose();
  };
  return (
    <SessionDialog
      title={t('readings.obtained.title')}
      place="side"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            tone="primary"
            disabled={reason.trim() === '' || act.busy || (isOpen && !isReady)}
            onClick={() => void save()}
          >
            {t('readings.obtained.save')}
          </Button>
        </>
      }
    >
      <ReasonChoice
        label={t('readings.reason')}
        options={reasons.map((code) => t(`readings.reasons.${code}`))}
        otherLabel={t('readings.otherReason')}
        value={reason}
        onChange={setReason}
      />
      <SomeoneElse entrant={act.entrant} />
      <ActProblem act={act} />
    </SessionDialog>
  );
}
