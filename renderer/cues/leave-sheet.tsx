import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Asks before what was drawn is lost. */
export function LeaveSheetDialog({
  onStay,
  onLeave,
}: {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('cueSheet.leaveTitle')}
      onClose={onStay}
      foot={
        <>
          <Button onClick={onStay}>{t('cueSheet.stay')}</Button>
          <Button tone="primary" onClick={onLeave}>
            {t('cueSheet.leave')}
          </Button>
        </>
      }
    >
      <p>{t('cueSheet.leaveText')}</p>
    </Dialog>
  );
}
