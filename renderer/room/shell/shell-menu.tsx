import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../shared/ipc/contract.ts';
import { useShell, type Place } from '../../client/shell-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './shell.module.css';

export interface ShellMenuProps {
  readonly status: AppStatus;
  readonly onClose: () => void;
  /** Someone else takes over. */
  readonly onOther: () => void;
  readonly onKeys: () => void;
}

/** What whoever is signed in may do besides the session: lock, hand over, read, go to the start page. */
export function ShellMenu({ status, onClose, onOther, onKeys }: ShellMenuProps): ReactElement {
  const { t } = useTranslation();
  const shell = useShell();
  const go = (place: Place) => {
    onClose();
    shell.go(place);
  };
  const lock = () => {
    onClose();
    shell.lock();
  };
  return (
    <Dialog
      title={t('shell.menuTitle', { name: status.signedIn?.name ?? '' })}
      place="side"
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <div className={styles.menu}>
        <Button tone="primary" keyLabel="Ctrl+L" onClick={lock}>
          {t('shell.lock')}
        </Button>
        <p className={styles.soft}>{t('shell.lockHint')}</p>
        <Button onClick={onOther}>{t('shell.other')}</Button>
        <Button onClick={() => go('start')}>{t('shell.home')}</Button>
        <Button onClick={() => go('review')}>{t('start.review')}</Button>
        <Button keyLabel="?" onClick={onKeys}>
          {t('shell.keys')}
        </Button>
      </div>
    </Dialog>
  );
}
