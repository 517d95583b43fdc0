import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcutList } from '../../client/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './shell.module.css';

/** Every key that works on the screen behind it. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const list = useShortcutList();
  const [shown] = useState(() => [...new Map(list.map((entry) => [entry.key, entry])).values()]);
  return (
    <Dialog
      title={t('shell.keysTitle')}
      place="side"
      onClose={onClose}
      foot={
        <Button tone="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <p className={styles.soft}>{shown.length === 0 ? t('shell.keysNone') : t('shell.keysAlways')}</p>
      <dl className={styles.keys}>
        {shown.map((entry) => (
          <div key={entry.key} className={styles.key}>
            <dt>
              <kbd>{asPrinted(entry.key)}</kbd>
            </dt>
            <dd>{entry.label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

/** A key as it stands on the keyboard: single letters large. */
function asPrinted(key: string): string {
  return key.replace(/(^|\+)[a-z]$/, (letter) => letter.toUpperCase());
}
