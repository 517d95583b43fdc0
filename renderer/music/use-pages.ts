import { useCallback, useEffect, useState } from 'react';
import type { Answer, Failure } from '../../shared/ipc/answer.ts';
import type { RequestData } from '../../shared/ipc/contract.ts';
import { useClient } from '../client/room-context.ts';

export interface Pages<T> {
  /** Null until the first answer is there. */
  readonly all: readonly T[] | null;
  readonly failure: Failure | null;
  readonly again: () => void;
}

interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** All rows of a list that main gives page by page; those of the last time stay while it is asked again. */
function usePages<T>(ask: (from: number) => Promise<Answer<Page<T>>>): Pages<T> {
  const [state, setState] = useState<Pick<Pages<T>, 'all' | 'failure'>>({ all: null, failure: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let ended = false;
    const load = async (): Promise<void> => {
      const all: T[] = [];
      for (;;) {
        const page = await ask(all.length);
        if (ended) return;
        if (!page.ok) return setState((old) => ({ all: old.all, failure: page }));
        all.push(...page.data.rows);
        if (page.data.rows.length === 0 || all.length >= page.data.total) return setState({ all, failure: null });
      }
    };
    void load();
    return () => {
      ended = true;
    };
  }, [ask, round]);
  return { ...state, again: useCallback(() => setRound((old) => old + 1), []) };
}

export type Listed = RequestData<'music.tracks'>['tracks'][number];
export type ReportLine = RequestData<'music.report'>['lines'][number];

/** All tracks there are. */
export function useTracks(): Pages<Listed> {
  const client = useClient();
  return usePages<Listed>(
    useCallback(
      async (from) => {
        const page = await client.request('music.tracks', { from });
        return page.ok ? { ...page, data: { rows: page.data.tracks, total: page.data.total } } : page;
      },
      [client],
    ),
  );
}

/** What became of each file of the last import. */
export function useReport(): Pages<ReportLine> {
  const client = useClient();
  return usePages<ReportLine>(
    useCallback(
      async (from) => {
        const page = await client.request('music.report', { from });
        return page.ok ? { ...page, data: { rows: page.data.lines, total: page.data.total } } : page;
      },
      [client],
    ),
  );
}
