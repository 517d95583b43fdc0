import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { SessionRow } from '../../../shared/people/people.ts';
import { useRoom } from '../../client/room-context.ts';
import { useStatus } from '../../client/session-store.ts';
import { useShell } from '../../client/shell-context.ts';
import { failureText } from '../../i18n/failure.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { infusionOfRow, nameOfRow, stateOfRow } from './session-line.ts';
import styles from './start.module.css';

export interface TodayCardProps {
  readonly rows: readonly SessionRow[] | null;
  readonly practiceRows: readonly SessionRow[] | null;
  readonly failure: Failure | null;
  readonly onAgain: () => void;
}

/** Today's sessions, newest first; an unfinished one opens, a finished one is read; beside a running one all others are read only. */
export function TodayCard({ rows, practiceRows, failure, onAgain }: TodayCardProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('start.todayTitle')} className={styles.today}>
      {failure === null ? null : (
        <Banner tone="red" actions={<Button onClick={onAgain}>{t('start.tryAgain')}</Button>}>
          {t('start.loadFailed')} {failureText(failure).next}
        </Banner>
      )}
      {rows === null ? null : rows.length === 0 ? (
        <p className={styles.empty}>{t('start.todayNone')}</p>
      ) : (
        <Rows rows={rows} />
      )}
      {practiceRows === null || practiceRows.length === 0 ? null : (
        <>
          <h3 className={styles.sub}>{t('start.todayPractice')}</h3>
          <Rows rows={practiceRows} />
        </>
      )}
    </Card>
  );
}

function Rows({ rows }: { readonly rows: readonly SessionRow[] }): ReactElement {
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <li key={row.sessionId}>
          <Row row={row} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row }: { readonly row: SessionRow }): ReactElement {
  const { t } = useTranslation();
  const shell = useShell();
  const { store } = useRoom();
  const [failed, setFailed] = useState<string | null>(null);
  const live = useStatus()?.liveSessionId ?? null;
  const open = async (): Promise<void> => {
    const answer = await store.open(row.sessionId);
    if (answer.ok) shell.go('session');
    else setFailed(failureText(answer).say);
  };
  const ended = row.phase === 'finished' || row.phase === 'notGiven';
  const besideRunning = live !== null && live !== row.sessionId;
  const press = (): void => {
    if (live === row.sessionId) shell.go('session');
    else if (!ended && !besideRunning) void open();
    else shell.read({ sessionId: row.sessionId, practice: row.practice });
  };
  const infusion = infusionOfRow(row, t);
  return (
    <button type="button" className={styles.row} onClick={press}>
      <strong>{nameOfRow(row, t)}</strong>
      <span>{infusion}</span>
      <span className={styles.state}>{stateOfRow(row, t)}</span>
      {failed === null ? null : <span role="alert">{failed}</span>}
    </button>
  );
}
