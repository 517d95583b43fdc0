import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../../i18n/patient/start.ts';
import { Button } from '../../../ui/button.tsx';
import { timeOfDay } from '../format.ts';
import { useView } from '../view.ts';
import { SheetsDialog } from './sheets-dialog.tsx';
import styles from './leaving.module.css';

/** The way to the sheets, and when they were printed. */
export function SheetsLine(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const [open, setOpen] = useState(false);
  const last = session.printed.at(-1);
  return (
    <div className={styles.line}>
      <Button onClick={() => setOpen(true)}>{t('leaving.sheets.open')}</Button>
      {last === undefined ? null : (
        <span className={styles.met}>
          <span aria-hidden="true">✓ </span>
          {t('leaving.sheets.printed', { time: timeOfDay(last.at), language: languageNames[last.language] })}
        </span>
      )}
      {open ? <SheetsDialog onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
