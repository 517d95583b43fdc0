import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../i18n/failure.ts';
import { dayOfRow, infusionOfRow, nameOfRow, stateOfRow } from '../room/start/session-line.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ExportSelection } from './export/export-selection.tsx';
import { SessionFilters } from './session-filters.tsx';
import { useSessionSearch, type SearchedSessions, type SessionSearch } from './use-session-search.ts';
import styles from './review.module.css';

export interface SessionsListProps {
  readonly practice: boolean;
  readonly chosenId: string | null;
  readonly onChoose: (sessionId: string) => void;
}

/**
 * Sessions, newest first, a page at a time, narrowed by words and filters. The newest is opened where none was asked for.
 * Arrow keys go from the search to the rows and from row to row.
 */
export function SessionsList({ practice, chosenId, onChoose }: SessionsListProps): ReactElement {
  const { t } = useTranslation();
  const all: SessionSearch = { practice, text: '', flags: [], staffId: null };
  const [search, setSearch] = useState(all);
  const found = useSessionSearch(search);
  const list = useRef<HTMLElement>(null);
  const narrowed = search.text.trim() !== '' || search.flags.length > 0 || search.staffId !== null;
  const first = narrowed ? null : (found.rows?.[0]?.sessionId ?? null);
  useEffect(() => {
    if (chosenId === null && first !== null) onChoose(first);
  }, [chosenId, first, onChoose]);
  return (
    <nav
      ref={list}
      className={styles.list}
      aria-label={t('review.list')}
      onKeyDown={(event) => step(list.current, event)}
    >
      <SessionFilters search={search} onChange={(change) => setSearch((old) => ({ ...old, ...change }))} />
      {found.failure === null ? null : (
        <Banner tone="red" actions={<Button onClick={found.more}>{t('start.tryAgain')}</Button>}>
          {failureText(found.failure).say}
        </Banner>
      )}
      <Told found={found} narrowed={narrowed} />
      {found.count === null || found.count.found === 0 ? null : <ExportSelection search={search} count={found.count} />}
      {narrowed && found.rows?.length === 0 ? (
        <Button onClick={() => setSearch(all)}>{t('review.clear')}</Button>
      ) : null}
      <ul>
        {(found.rows ?? []).map((row) => (
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
      {found.next === null ? null : <Button onClick={found.more}>{t('common.more')}</Button>}
    </nav>
  );
}

/** How many there are, and whether the list is whole yet. */
function Told({ found, narrowed }: { readonly found: SearchedSessions; readonly narrowed: boolean }): ReactElement {
  const { t } = useTranslation();
  const { rows, count, behind } = found;
  const percent = behind === null || behind.total === 0 ? 100 : Math.floor(100 - (100 * behind.left) / behind.total);
  return (
    <>
      <p className={styles.soft} role="status">
        {rows === null || count === null ? t('common.loading') : null}
        {rows?.length === 0 ? t(narrowed ? 'review.noneFits' : 'review.none') : null}
        {count === null || count.found === 0
          ? null
          : t(count.more ? 'review.foundMore' : 'review.found', { count: count.found })}
      </p>
      {percent < 100 ? <p className={styles.soft}>{t('review.building', { percent })}</p> : null}
    </>
  );
}

/** Arrow keys move between the search and the rows; a choice from a list keeps its own. */
function step(list: HTMLElement | null, event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (list === null || event.target instanceof HTMLSelectElement) return;
  const stops = [...list.querySelectorAll<HTMLElement>('input[type=search], li button')];
  const at = stops.findIndex((stop) => stop === event.target);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
