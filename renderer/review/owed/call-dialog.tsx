import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwedRow } from '../../../shared/ipc/follow-up.ts';
import { sleepAnswers } from '../../../shared/people/follow-up-events.ts';
import { calendarDate } from '../../i18n/format.ts';
import { nameOfRow } from '../../room/start/session-line.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ActFailure } from '../signing/act-failure.tsx';
import { useFollowUp } from './use-follow-up.ts';

export interface FollowUpDialogProps {
  readonly row: OwedRow;
  readonly courseId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The call the day after: three questions, as they are asked. Nothing is chosen beforehand. */
export function CallDialog({ row, courseId, onClose, onDone }: FollowUpDialogProps): ReactElement {
  const { t } = useTranslation();
  const { busy, failure, write } = useFollowUp(courseId, onDone);
  const [unwell, setUnwell] = useState<'yes' | 'no' | null>(null);
  const [what, setWhat] = useState('');
  const [sleep, setSleep] = useState<(typeof sleepAnswers)[number] | null>(null);
  const [again, setAgain] = useState('');
  const ready = unwell !== null && sleep !== null && (unwell === 'no' || what.trim() !== '');
  const save = (): void => {
    if (unwell === null || sleep === null) return;
    const { sessionId } = row.session;
    const isUnwell = unwell === 'yes';
    void write({
      ...{ type: 'nextDayCalled', sessionId, unwell: isUnwell, sleep },
      ...{ unwellNote: isUnwell ? what : null, again: again.trim() === '' ? null : again },
    });
  };
  return (
    <Dialog
      title={t('owed.call.title', { who: whoOf(row, t) })}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" disabled={!ready || busy} onClick={save}>
            {t('owed.call.save')}
          </Button>
        </>
      }
    >
      <Segmented
        label={t('owed.call.unwell')}
        options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`owed.call.unwellIs.${value}`) }))}
        value={unwell}
        onChange={setUnwell}
      />
      {unwell === 'yes' ? (
        <Field label={t('owed.call.what')} hint={t('owed.call.whatHint')}>
          {(control) => (
            <TextArea {...control} maxLength={2000} value={what} onChange={(event) => setWhat(event.target.value)} />
          )}
        </Field>
      ) : null}
      <Segmented
        label={t('owed.call.sleep')}
        options={sleepAnswers.map((value) => ({ value, label: t(`owed.call.sleepWas.${value}`) }))}
        value={sleep}
        onChange={setSleep}
      />
      <Field label={t('owed.call.again')} hint={t('owed.call.againHint')}>
        {(control) => (
          <TextArea {...control} maxLength={2000} value={again} onChange={(event) => setAgain(event.target.value)} />
        )}
      </Field>
      <ActFailure failure={failure} />
    </Dialog>
  );
}

/** `Jordan Miller, 12 Apr 1988`. */
export function whoOf({ session }: OwedRow, t: Parameters<typeof nameOfRow>[1]): string {
  const name = nameOfRow(session, t);
  return session.birthDate === null ? name : t('review.name', { name, birthDate: calendarDate(session.birthDate) });
}
