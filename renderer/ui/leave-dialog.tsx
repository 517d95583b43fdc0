import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface LeaveDialogProps {
  /** What would be lost. */
  readonly text: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before what is not saved is lost. */
export function LeaveDialog({ text, onStay, onLeave }: LeaveDialogProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('common.leaveTitle')}
      onClose={onStay}
      foot={
        <>
          <Button onClick={onStay}>{t('common.stay')}</Button>
          <Button tone="primary" onClick={onLeave}>
            {t('common.leave')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
