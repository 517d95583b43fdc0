import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { askedOf } from '../../../../shared/session/due-parts.ts';
import { dueReadings, isOpen } from '../../../../shared/session/due.ts';
import type { AskedPart } from '../../../../shared/vitals/asked-parts.ts';
import { useRoom } from '../../../client/room-context.ts';
import { Button } from '../../../ui/button.tsx';
import { SessionDialog } from '../session-dialog.tsx';
import { ActProblem } from '../act.tsx';
import { ReasonChoice } from '../reason-choice.tsx';
import { SomeoneElse, useSignedAct } from '../someone-else.tsx';
import { useView } from '../view.ts';
import styles from './reading.module.css';

const reasons = ['asleep', 'refused', 'device', 'busy'] as const;

/** "Not obtained" is an entry too: why the reading that is due, or a part of it, was not taken. */
export function NotObtained({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { session, protocol } = useView();
  const { clock } = useRoom();
  const act = useSignedAct();
  const waits = act.busy || (act.entrant.isOpen && !act.entrant.isReady);
  const [reason, setReason] = useState('');
  // What is missing as the dialog opens; outside of the schedule there is nothing to choose among.
  const [open] = useState(() => dueReadings(session, protocol, clock.now()).findLast(isOpen) ?? null);
  const missing = open?.missing ?? [];
  const [left, setLeft] = useState<readonly AskedPart[]>(missing);
  const isWhole = left.length === missing.length && missing.length === askedOf(protocol).length;
  const save = async () => {
    const readingId = crypto.randomUUID();
    const takenAt = clock.now().wallMs;
    const parts = isWhole || left.length === 0 ? {} : { parts: [...left] };
    if (await act.run({ type: 'readingNotObtained', readingId, dueId: null, reason, takenAt, ...parts })) onClose();
  };
  const toggle = (part: AskedPart) =>
    setLeft(left.includes(part) ? left.filter((other) => other !== part) : [...left, part]);
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
            disabled={reason.trim() === '' || waits || (missing.length > 0 && left.length === 0)}
            onClick={() => void save()}
          >
            {t('readings.obtained.save')}
          </Button>
        </>
      }
    >
      {missing.length === 0 ? null : (
        <div role="group" aria-label={t('dueParts.which')} className={styles.levels}>
          {missing.map((part) => (
            <Button key={part} pressed={left.includes(part)} onClick={() => toggle(part)}>
              {t(`dueParts.part.${part}`)}
            </Button>
          ))}
        </div>
      )}
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
