import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { RequestArgs, RequestData, RequestName } from '../../shared/ipc/contract.ts';
import { useClient } from './room-context.ts';

/** What was asked for; data of the last good answer stays while it is asked again. */
export interface Asked<N extends RequestName> {
  readonly data: RequestData<N> | null;
  readonly failure: Failure | null;
  readonly again: () => void;
}

/**
 * Asks main once, and again when the arguments change or `again` is called. Late answers to earlier arguments are dropped.
 * @param args null: nothing is asked yet
 */
export function useRequest<N extends RequestName>(name: N, args: RequestArgs<N> | null): Asked<N> {
  const client = useClient();
  const [state, setState] = useState<Pick<Asked<N>, 'data' | 'failure'>>({ data: null, failure: null });
  const [round, setRound] = useState(0);
  const key = JSON.stringify(args);
  useEffect(() => {
    let ended = false;
    const given = JSON.parse(key) as RequestArgs<N> | null;
    if (given === null) return undefined;
    void client.request(name, given).then((answer) => {
      if (ended) return;
      setState((old) => (answer.ok ? { data: answer.data, failure: null } : { data: old.data, failure: answer }));
    });
    return () => {
      ended = true;
    };
  }, [client, name, key, round]);
  return { ...state, again: useCallback(() => setRound((old) => old + 1), []) };
}
