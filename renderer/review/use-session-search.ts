import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { RequestArgs, RequestData } from '../../shared/ipc/contract.ts';
import type { SessionRow } from '../../shared/people/people.ts';
import { useClient } from '../client/room-context.ts';

/** Quiet time after a key before main is asked, ms: a word is typed in one go. */
const QUIET_MS = 150;

export type SessionSearch = Omit<RequestArgs<'sessions.search'>, 'before'>;
type Page = RequestData<'sessions.search'>;

/** What has been read so far; the rows of an earlier search stay until the newer one is answered. */
export interface SearchedSessions {
  readonly rows: readonly SessionRow[] | null;
  readonly next: Page['next'];
  readonly count: Page['count'];
  readonly behind: Page['behind'] | null;
  readonly failure: Failure | null;
}

const nothing: SearchedSessions = { rows: null, next: null, count: null, behind: null, failure: null };

/** Sessions as one types: late answers to earlier texts are dropped, and so is what main dropped for a newer search. */
export function useSessionSearch(search: SessionSearch): SearchedSessions & { readonly more: () => void } {
  const client = useClient();
  const [state, setState] = useState<SearchedSessions>(nothing);
  const key = JSON.stringify(search);
  const [page, setPage] = useState<{ readonly of: string; readonly before: Page['next']; readonly round: number }>({
    of: key,
    before: null,
    round: 0,
  });
  const before = page.of === key ? page.before : null;
  useEffect(() => {
    let ended = false;
    const ask = async (): Promise<void> => {
      const answer = await client.request('sessions.search', { ...(JSON.parse(key) as SessionSearch), before });
      if (ended || (!answer.ok && answer.code === 'search.superseded')) return;
      setState((old) => (answer.ok ? joined(old, before, answer.data) : { ...old, failure: answer }));
    };
    const timer = setTimeout(() => void ask(), before === null && page.round === 0 ? QUIET_MS : 0);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [client, key, before, page.round]);
  const { next } = state;
  const more = useCallback(() => setPage((old) => ({ of: key, before: next, round: old.round + 1 })), [key, next]);
  return { ...state, more };
}

function joined(old: SearchedSessions, before: Page['next'], page: Page): SearchedSessions {
  return {
    rows: [...(before === null ? [] : (old.rows ?? [])), ...page.sessions],
    next: page.next,
    count: page.count ?? old.count,
    behind: page.behind,
    failure: null,
  };
}
