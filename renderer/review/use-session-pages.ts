import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import type { SessionRow } from '../../shared/people/people.ts';
import { useClient } from '../client/room-context.ts';
import { BLOCK, keepPage, keptPage, type Page } from './page-ahead.ts';

/** Blocks kept at most, those last shown: 50,000 rows are never all in the window. */
const KEPT = 30;

/** What a list is narrowed by, and its order. */
export type SessionSearch = Omit<RequestArgs<'sessions.page'>, 'offset' | 'limit'>;

/** What is known of a list: how long it is, and the rows around what is shown. */
export interface SessionPages {
  readonly total: number | null;
  readonly flags: Page['flags'] | null;
  readonly behind: Page['behind'] | null;
  readonly failure: Failure | null;
  readonly blocks: ReadonlyMap<number, readonly SessionRow[]>;
  /** The words that this is the answer to. */
  readonly text: string | null;
}

const nothing: SessionPages = { total: null, flags: null, behind: null, failure: null, blocks: new Map(), text: null };

/** The row at a place of the list; null where it is not here yet. */
export function rowOf({ blocks }: SessionPages, place: number): SessionRow | null {
  return blocks.get(Math.floor(place / BLOCK))?.[place % BLOCK] ?? null;
}

/**
 * Sessions as one types and scrolls. What was found before stays until the newer search is answered; late answers to earlier
 * ones are dropped. `show` says which places are in sight.
 */
export function useSessionPages(search: SessionSearch): SessionPages & {
  readonly show: (from: number, to: number) => void;
  readonly again: () => void;
} {
  const client = useClient();
  const key = JSON.stringify(search);
  const [pages, setPages] = useState<SessionPages>(() => {
    const page = keptPage(client, key);
    return page === null ? nothing : { ...taken(nothing, 0, page, true), text: search.text };
  });
  const [round, setRound] = useState(0);
  const asked = useRef({ key: '', blocks: new Set<number>() });
  const ask = useCallback(
    async (block: number, fresh: boolean): Promise<void> => {
      const { current } = asked;
      const where = { ...(JSON.parse(key) as SessionSearch), offset: block * BLOCK, limit: BLOCK };
      const answer = await client.request('sessions.page', where);
      if (asked.current !== current) return;
      if (!answer.ok) current.blocks.delete(block);
      else if (block === 0) keepPage(client, key, answer.data);
      setPages((old) =>
        answer.ok ? { ...taken(old, block, answer.data, fresh), text: where.text } : { ...old, failure: answer },
      );
    },
    [client, key],
  );
  useEffect(() => {
    asked.current = { key, blocks: new Set([0]) };
    void ask(0, true);
  }, [ask, key, round]);
  const show = useCallback(
    (from: number, to: number) => {
      if (asked.current.key !== key) return;
      for (let block = Math.floor(from / BLOCK); block <= Math.floor(to / BLOCK); block += 1) {
        if (asked.current.blocks.has(block)) continue;
        asked.current.blocks.add(block);
        for (const other of asked.current.blocks)
          if (asked.current.blocks.size > KEPT && other !== 0 && Math.abs(other - block) > 3)
            asked.current.blocks.delete(other);
        void ask(block, false);
      }
    },
    [ask, key],
  );
  const again = useCallback(() => setRound((old) => old + 1), []);
  return useMemo(() => ({ ...pages, show, again }), [pages, show, again]);
}

function taken(old: SessionPages, block: number, page: Page, fresh: boolean): Omit<SessionPages, 'text'> {
  const { total, flags, behind } = page;
  const sessions = sameAs(old.blocks.get(block), page.sessions);
  const before = fresh ? [] : [...old.blocks].filter(([other]) => other === 0 || Math.abs(other - block) < KEPT);
  return { total, flags, behind, failure: null, blocks: new Map([...before, [block, sessions]]) };
}

/** Rows that say what they said before stay the ones that are drawn. */
function sameAs(old: readonly SessionRow[] | undefined, rows: readonly SessionRow[]): readonly SessionRow[] {
  return old !== undefined && JSON.stringify(old) === JSON.stringify(rows) ? old : rows;
}
