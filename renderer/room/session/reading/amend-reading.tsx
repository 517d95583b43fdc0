import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingState } from '../../../../shared/session/reading-state.ts';
import { Button } from '../../../ui/button.tsx';
import { SessionDialog } from '../session-dialog.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { timeOfDay } from '../format.ts';
import { ReasonChoice } from '../reason-choice.tsx';
import { useView } from '../view.ts';
import { emptyEntry, entryOf, standingOf } from './entry-state.ts';
import { ReadingForm } from './reading-form.tsx';

const reasons = ['typing', 'cuff', 'repeat'] as const;

export interface AmendReadingProps {
  readonly reading: ReadingState;
  readonly onClose: () => void;
}

/** Corrects a reading, or withdraws it, with a reason; what was first written stays in the record, struck through. */
export function AmendReading({ reading, onClose }: AmendReadingProps): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const act = useAct();
  const [reason, setReason] = useState('');
  const given = reason.trim() !== '';
  const withdraw = async () => {
    if (await act.run({ type: 'withdrawReading', readingId: reading.readingId, reason })) onClose();
  };
  return (
    <SessionDialog
      title={t('readings.amend', { time: timeOfDay(reading.takenAt) })}
      place="side"
      wide
      onClose={onClose}
      foot={
        <>
          <Button tone="quiet" disabled={!given || act.busy} onClick={() => void withdraw()}>
            {t('readings.withdraw')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <ReasonChoice
        label={t('readings.amendReason')}
        options={reasons.map((code) => t(`readings.amendReasons.${code}`))}
        otherLabel={t('readings.otherReason')}
        value={reason}
        onChange={setReason}
      />
      <fieldset disabled={!given}>
        <ReadingForm
          session={session}
          start={reading.parts === null ? emptyEntry(standingOf(session)) : entryOf(reading.parts, reading.takenAt)}
          exceptId={reading.readingId}
          autoFocus={false}
          commandOf={(parts, takenAt, confirmed) => ({
            type: 'amendReading',
            readingId: reading.readingId,
            parts,
            takenAt,
            reason,
            confirmed: [...confirmed],
          })}
          onTakenAt={() => undefined}
          onSaved={onClose}
          extra={null}
        />
      </fieldset>
      <p>{t('readings.withdrawHint')}</p>
      <ActProblem act={act} />
    </SessionDialog>
  );
}
