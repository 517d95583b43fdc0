import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../shared/people/people.ts';
import { failureText } from '../i18n/failure.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ExportSelection } from './export/export-selection.tsx';
import { isNarrowed, wholeList } from './narrowed.ts';
import { SessionFilters } from './session-filters.tsx';
import { SessionRows } from './session-rows.tsx';
import { pairOf, type Chosen } from './use-chosen.ts';
import type { ListState } from './use-list-state.ts';
import { rowOf, useSessionPages, type SessionPages } from './use-session-pages.ts';
import styles from './list.module.css';

/** What is opened unasked waits so long, ms: the list stands first, and whoever types at once is not held up by a session. */
const UNASKED_MS = 150;

export interface SessionsListProps {
  readonly practice: boolean;
  readonly state: ListState;
  /** What is read now, or what the way back from a comparison leads to. */
  readonly currentId: string | null;
  readonly comparing: boolean;
  readonly onOpen: (sessionId: string) => void;
  /** Two are to stand beside each other, the earlier first. */
  readonly onCompare: (pair: readonly [SessionRow, SessionRow]) => void;
}

/** All sessions, narrowed as one types. The first is opened where none was asked for. */
export function SessionsList(props: SessionsListProps): ReactElement {
  const { practice, state, currentId, comparing, onOpen, onCompare } = props;
  const { search, onSearch, chosen } = state;
  const { t } = useTranslation();
  const pages = useSessionPages(search);
  const find = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLElement>(null);
  const narrowed = isNarrowed(search);
  const first = narrowed ? null : (rowOf(pages, 0)?.sessionId ?? null);
  useEffect(() => {
    if (currentId !== null || comparing || first === null) return undefined;
    const opening = setTimeout(() => onOpen(first), UNASKED_MS);
    return () => clearTimeout(opening);
  }, [currentId, comparing, first, onOpen]);
  const intoRows = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || event.target !== find.current) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>('[data-place="0"]')?.focus();
  };
  const { sort: _order, ...selection } = search;
  const { total } = pages;
  return (
    <nav ref={list} className={styles.list} aria-label={t('review.list')} onKeyDown={intoRows}>
      <SessionFilters search={search} pages={pages} find={find} onSearch={onSearch} />
      {pages.failure === null ? null : (
        <Banner tone="red" actions={<Button onClick={pages.again}>{t('start.tryAgain')}</Button>}>
          {failureText(pages.failure).say}
        </Banner>
      )}
      <div className={styles.told} data-answers={pages.text}>
        <Told pages={pages} narrowed={narrowed} chosen={chosen.rows.length} />
        {chosen.rows.length > 0 ? (
          <Button tone="quiet" onClick={chosen.clear}>
            {t('review.chooseNone')}
          </Button>
        ) : total === null || total === 0 ? null : (
          <ExportSelection search={selection} count={total} />
        )}
      </div>
      {narrowed && total === 0 ? (
        <Button onClick={() => onSearch(wholeList(practice))}>{t('review.clear')}</Button>
      ) : null}
      <SessionRows
        of={JSON.stringify(search)}
        pages={pages}
        currentId={comparing ? null : currentId}
        onOpen={onOpen}
        chosen={chosen}
        above={find}
      />
      {chosen.rows.length === 0 ? null : <ChosenActs practice={practice} chosen={chosen} onCompare={onCompare} />}
    </nav>
  );
}

/** How many there are, how many of them are chosen, and whether the list is whole yet. */
function Told(props: {
  readonly pages: SessionPages;
  readonly narrowed: boolean;
  readonly chosen: number;
}): ReactElement {
  const { pages, narrowed, chosen } = props;
  const { t } = useTranslation();
  const { total, behind } = pages;
  const percent = behind === null || behind.total === 0 ? 100 : Math.floor(100 - (100 * behind.left) / behind.total);
  return (
    <>
      <p className={styles.soft} role="status">
        {total === null && pages.failure === null ? t('common.loading') : null}
        {total === 0 ? t(narrowed ? 'review.noneFits' : 'review.none') : null}
        {total === null || total === 0 ? null : t('review.found', { count: total })}
        {chosen === 0 ? null : t('review.chosen', { count: chosen })}
      </p>
      {percent < 100 ? <p className={styles.soft}>{t('review.building', { percent })}</p> : null}
    </>
  );
}

interface ChosenActsProps extends Pick<SessionsListProps, 'practice' | 'onCompare'> {
  readonly chosen: Chosen;
}

/**
 * What can be done with those that are chosen: two are compared, any number goes out as one file. Below the rows, so that none
 * of them moves under the pointer when this comes.
 */
function ChosenActs({ practice, chosen, onCompare }: ChosenActsProps): ReactElement {
  const { t } = useTranslation();
  const pair = pairOf(chosen.rows);
  return (
    <div className={styles.chosen} role="group" aria-label={t('review.withChosen')}>
      {pair === null ? (
        chosen.rows.length === 1 && <p className={styles.soft}>{t('review.chooseSecond')}</p>
      ) : (
        <Button tone="primary" onClick={() => onCompare(pair)}>
          {t('review.compareTwo')}
        </Button>
      )}
      <ExportSelection
        search={{ ...searchOfAll(practice), sessionIds: chosen.rows.map(({ sessionId }) => sessionId) }}
        count={chosen.rows.length}
        chosen={chosen.rows}
      />
    </div>
  );
}

function searchOfAll(practice: boolean) {
  const { sort: _order, ...search } = wholeList(practice);
  return search;
}
