import { useEffect, useState } from 'react';
import { wholeList } from './narrowed.ts';
import { useChosen, type Chosen } from './use-chosen.ts';
import type { SessionSearch } from './use-session-pages.ts';

/** What a list of sessions is narrowed to and what is chosen in it. */
export interface ListState {
  readonly search: SessionSearch;
  readonly onSearch: (search: SessionSearch) => void;
  readonly chosen: Chosen;
}

/**
 * The state of a list, kept while another page of the review is looked at. `who` is signed in: what one person chose, the next
 * one does not find chosen.
 */
export function useListState(practice: boolean, who: string | null): ListState {
  const [search, onSearch] = useState(() => wholeList(practice));
  const chosen = useChosen();
  const { clear } = chosen;
  useEffect(() => clear, [who, clear]);
  return { search, onSearch, chosen };
}
