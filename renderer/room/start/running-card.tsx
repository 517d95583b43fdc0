import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../../shared/people/people.ts';
import { useNow } from '../../client/clock.ts';
import { useLiveSession } from '../../client/session-store.ts';
import { useShell } from '../../client/shell-context.ts';
import { useShortcut } from '../../client/shortcuts.ts';
import { calendarDate } from '../../i18n/format.ts';
import { countdownWords } from '../shell/countdown-words.ts';
import { infusionOfRow, nameOfRow } from './session-line.ts';
import styles from './start.module.css';

/** The session that runs, large, with the one way on. `row` is null until the list has been read. */
export function RunningCard({ row }: { readonly row: SessionRow | null }): ReactElement {
  const { t } = useTranslation();
  const shell = useShell();
  const view = useLiveSession();
  const now = useNow();
  const clock = view === null ? null : countdownWords(view.session, now, t);
  useShortcut('Enter', t('start.continue'), () => shell.go('session'));
  return (
    <section className={styles.running} aria-labelledby="running-title">
      <h2 id="running-title" className={styles.kicker}>
        {row?.practice === true ? `${t('start.runningTitle')} · ${t('common.practice')}` : t('start.runningTitle')}
      </h2>
      {row === null ? null : (
        <p className={styles.who}>
          <strong>{nameOfRow(row, t)}</strong>
          {row.birthDate === null ? null : <span>{calendarDate(row.birthDate)}</span>}
          <span>{infusionOfRow(row, t)}</span>
        </p>
      )}
      {clock === null ? null : (
        <p className={styles.clock}>
          <span className={styles.figure}>{clock.figure}</span>
          <span>{clock.words}</span>
        </p>
      )}
      <button type="button" className={styles.continue} onClick={() => shell.go('session')}>
        {t('start.continue')}
      </button>
    </section>
  );
}
