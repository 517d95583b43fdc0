import { useMemo } from 'react';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { RequestData } from '../../shared/ipc/contract.ts';
import { markedSets, type Marked } from '../../shared/music/own-sets.ts';
import { useRequest } from '../client/use-request.ts';

export type OfferedSet = Marked<RequestData<'music.sets'>['sets'][number]>;

/** The sets that a session can play, each patient's own marked; null until both lists are there, so that none stands unmarked. */
export function useOfferedSets(): { readonly sets: readonly OfferedSet[] | null; readonly failure: Failure | null } {
  const offered = useRequest('music.sets', {});
  const own = useRequest('music.ownSets', {});
  const sets = useMemo(
    () => (offered.data === null || own.data === null ? null : markedSets(offered.data.sets, own.data.sets)),
    [offered.data, own.data],
  );
  return { sets, failure: offered.failure ?? own.failure };
}
