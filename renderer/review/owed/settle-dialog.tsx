import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwedRow } from '../../../shared/ipc/follow-up.ts';
import type { FollowUpBody } from '../../../shared/people/follow-up-events.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { ActFailure } from '../signing/act-failure.tsx';
import { whoOf, type FollowUpDialogProps } from './call-dialog.tsx';
import { useFollowUp } from './use-follow-up.ts';

/** It was done; nobody was reached; or it is not to be done, and why. */
export type Settling = 'done' | 'notReached' | 'letGo';

export interface SettleDialogProps extends FollowUpDialogProps {
  readonly how: Settling;
}

/** One note, which may stay empty but where something is let go. */
export function SettleDialog({ row, courseId, how, onClose, onDone }: SettleDialogProps): ReactElement {
  const { t } = useTranslation();
  const { busy, failure, write } = useFollowUp(courseId, onDone);
  const [text, setText] = useState('');
  const body = bodyOf(row, how, text.trim() === '' ? null : text);
  const kind = row.kind === 'copy' ? 'call' : row.kind;
  return (
    <Dialog
      title={t(how === 'done' ? `owed.done.${kind}` : `owed.${how}Title`, { who: whoOf(row, t) })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            tone="primary"
            disabled={body === null || busy}
            onClick={() => {
              if (body !== null) void write(body);
            }}
          >
            {t('owed.save')}
          </Button>
        </>
      }
    >
      <Field label={t(how === 'letGo' ? 'owed.reason' : 'owed.note')} hint={t(`owed.hint.${how}`)}>
        {(control) => (
          <TextArea {...control} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <ActFailure failure={failure} />
    </Dialog>
  );
}

/** Null while something is still to be said. */
function bodyOf({ kind, of, session }: OwedRow, how: Settling, note: string | null): FollowUpBody | null {
  if (how === 'notReached') return { type: 'nextDayNotReached', sessionId: session.sessionId, note };
  if (kind === 'copy') return null;
  if (how === 'done') return { type: 'followUpDone', kind, of, note };
  return note === null ? null : { type: 'followUpLetGo', kind, of, reason: note };
}
