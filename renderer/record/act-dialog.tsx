import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Failure } from '../../shared/ipc/answer.ts';
import { lookAfterRoles } from '../../shared/people/people.ts';
import { failureText } from '../i18n/failure.ts';
import { isComplete, StaffPin, unsigned, type Signed } from '../room/session/staff-pin.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './record.module.css';

export interface ActDialogProps {
  readonly title: string;
  /** The act in a word or two, on the button that does it. */
  readonly act: string;
  /** What the act means, and what else is asked for it. */
  readonly children: ReactNode;
  /** Whether everything else that is asked for is there. */
  readonly ready?: boolean;
  readonly onAct: (signed: Signed) => Promise<Answer<unknown>>;
  /** Leaves; after the act with `true`. */
  readonly onClose: (done: boolean) => void;
}

/** Asks before an act on the record: what it means, then the name and PIN of somebody who looks after records. */
export function ActDialog({ title, act, children, ready = true, onAct, onClose }: ActDialogProps): ReactElement {
  const { t } = useTranslation();
  const [signed, setSigned] = useState<Signed>(unsigned);
  const [state, setState] = useState<Failure | 'asking' | 'acting'>('asking');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready || !isComplete(signed) || state === 'acting') return;
    setState('acting');
    const answer = await onAct(signed);
    if (answer.ok) return onClose(true);
    setSigned({ ...signed, pin: '' });
    setState(answer);
  };
  const text = typeof state === 'object' ? failureText(state) : null;
  return (
    <Dialog
      title={title}
      onClose={() => onClose(false)}
      foot={
        <>
          <Button onClick={() => onClose(false)}>{t('common.cancel')}</Button>
          <Button
            tone="primary"
            type="submit"
            form="record-act"
            disabled={!ready || !isComplete(signed) || state === 'acting'}
          >
            {state === 'acting' ? t('record.act.acting') : act}
          </Button>
        </>
      }
    >
      <form id="record-act" className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {children}
        <StaffPin
          label={t('record.act.who')}
          value={signed}
          onChange={setSigned}
          exceptId={null}
          roles={lookAfterRoles}
        />
        {text === null ? null : (
          <Banner tone="red">
            <p>{text.say}</p>
            <p>{text.next}</p>
          </Banner>
        )}
      </form>
    </Dialog>
  );
}
