import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ExportSelection } from './export/export-selection.tsx';
import { isNarrowed, wholeList } from './narrowed.ts';
import { SessionFilters } from './session-filters.tsx';
import { SessionRows } from './session-rows.tsx';
import { rowOf, useSessionPages, type SessionPages } from './use-session-pages.ts';
import styles from './list.module.css';

export interface SessionsListProps {
  readonly practice: boolean;
  readonly chosenId: string | null;
  readonly onChoose: (sessionId: string) => void;
}

/** All sessions, narrowed as one types. The first is opened where none was asked for. */
export function SessionsList({ practice, chosenId, onChoose }: SessionsListProps): ReactElement {
  const { t } = useTranslation();
  const [search, setSearch] = useState(() => wholeList(practice));
  const pages = useSessionPages(search);
  const find = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLElement>(null);
  const narrowed = isNarrowed(search);
  const first = narrowed ? null : (rowOf(pages, 0)?.sessionId ?? null);
  useEffect(() => {
    if (chosenId === null && first !== null) onChoose(first);
  }, [chosenId, first, onChoose]);
  const intoRows = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || event.target !== find.current) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>('[data-place="0"]')?.focus();
  };
  const { sort: _order, ...selection } = search;
  const { total } = pages;
  return (
    <nav ref={list} className={styles.list} aria-label={t('review.list')} onKeyDown={intoRows}>
      <SessionFilters search={search} pages={pages} find={find} onSearch={setSearch} />
      {pages.failure === null ? null : (
        <Banner tone="red" actions={<Button onClick={pages.again}>{t('start.tryAgain')}</Button>}>
          {failureText(pages.failure).say}
        </Banner>
      )}
      <div className={styles.told} data-answers={pages.text}>
        <Told pages={pages} narrowed={narrowed} />
        {total === null || total === 0 ? null : (
          <ExportSelection search={selection} count={{ found: total, more: false }} />
        )}
      </div>
      {narrowed && total === 0 ? (
        <Button onClick={() => setSearch(wholeList(practice))}>{t('review.clear')}</Button>
      ) : null}
      <SessionRows of={JSON.stringify(search)} pages={pages} chosenId={chosenId} onChoose={onChoose} above={find} />
    </nav>
  );
}

/** How many there are, and whether the list is whole yet. */
function Told({ pages, narrowed }: { readonly pages: SessionPages; readonly narrowed: boolean }): ReactElement {
  const { t } = useTranslation();
  const { total, behind } = pages;
  const percent = behind === null || behind.total === 0 ? 100 : Math.floor(100 - (100 * behind.left) / behind.total);
  return (
    <>
      <p className={styles.soft} role="status">
        {total === null ? t('common.loading') : null}
        {total === 0 ? t(narrowed ? 'review.noneFits' : 'review.none') : null}
        {total === null || total === 0 ? null : t('review.found', { count: total })}
      </p>
      {percent < 100 ? <p className={styles.soft}>{t('review.building', { percent })}</p> : null}
    </>
  );
}
