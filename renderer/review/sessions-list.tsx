import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { SessionRow } from '../../shared/people/people.ts';
import { useClient } from '../client/room-context.ts';
import { failureText } from '../i18n/failure.ts';
import { dayOfRow, infusionOfRow, nameOfRow, stateOfRow } from '../room/start/session-line.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import styles from './review.module.css';

export interface SessionsListProps {
  readonly practice: boolean;
  readonly chosenId: string | null;
  readonly onChoose: (sessionId: string) => void;
}

/** Sessions, newest first, a page at a time. The newest is opened where none was asked for. */
export function SessionsList({ practice, chosenId, onChoose }: SessionsListProps): ReactElement {
  const { t } = useTranslation();
  const { rows, more, failure, next } = useRows(practice);
  const first = rows?.[0]?.sessionId ?? null;
  useEffect(() => {
    if (chosenId === null && first !== null) onChoose(first);
  }, [chosenId, first, onChoose]);
  return (
    <nav className={styles.list} aria-label={t('review.list')}>
      {failure === null ? null : (
        <Banner tone="red" actions={<Button onClick={next}>{t('start.tryAgain')}</Button>}>
          {failureText(failure).say}
        </Banner>
      )}
      {rows?.length === 0 ? <p className={styles.soft}>{t('review.none')}</p> : null}
      <ul>
        {(rows ?? []).map((row) => (
          <li key={row.sessionId}>
            <button
              type="button"
              className={styles.row}
              aria-current={row.sessionId === chosenId ? 'true' : undefined}
              onClick={() => onChoose(row.sessionId)}
            >
              <strong>
                {nameOfRow(row, t)} {infusionOfRow(row, t)}
              </strong>
              <span>
                {dayOfRow(row)}, {stateOfRow(row, t)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {more ? <Button onClick={next}>{t('common.more')}</Button> : null}
    </nav>
  );
}

interface Rows {
  readonly rows: readonly SessionRow[] | null;
  readonly more: boolean;
  readonly failure: Failure | null;
}

/** The pages read so far; `next` reads one more. */
function useRows(practice: boolean): Rows & { readonly next: () => void } {
  const client = useClient();
  const [state, setState] = useState<Rows>({ rows: null, more: false, failure: null });
  const [before, setBefore] = useState<{ readonly at: number | null; readonly round: number }>({ at: null, round: 0 });
  useEffect(() => {
    let ended = false;
    void client.request('sessions.list', { before: before.at, today: false, practice }).then((answer) => {
      if (ended) return;
      if (!answer.ok) return setState((old) => ({ ...old, failure: answer }));
      const { sessions, more } = answer.data;
      return setState((old) => ({
        rows: [...(before.at === null ? [] : (old.rows ?? [])), ...sessions],
        more,
        failure: null,
      }));
    });
    return () => {
      ended = true;
    };
  }, [client, practice, before]);
  const last = state.rows?.at(-1)?.createdAt ?? null;
  const next = useCallback(() => setBefore((old) => ({ at: last, round: old.round + 1 })), [last]);
  return { ...state, next };
}
