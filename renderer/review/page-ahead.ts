import { useEffect } from 'react';
import type { RequestData } from '../../shared/ipc/contract.ts';
import type { Client } from '../client/client.ts';
import { useClient } from '../client/room-context.ts';
import { wholeList } from './narrowed.ts';

/** Rows asked for at once. */
export const BLOCK = 50;

export type Page = RequestData<'sessions.page'>;

/** The newest sessions as main told them last, by window. */
const kept = new WeakMap<Client, Map<string, Page>>();

/** The first page of a list that nothing narrows, as it was told last; null where it was not, or something narrows it. */
export function keptPage(client: Client, key: string): Page | null {
  return kept.get(client)?.get(key) ?? null;
}

/** Keeps the first page of a list, where nothing narrows it. */
export function keepPage(client: Client, key: string, page: Page): void {
  if (![false, true].some((practice) => JSON.stringify(wholeList(practice)) === key)) return;
  kept.set(client, (kept.get(client) ?? new Map<string, Page>()).set(key, page));
}

/** Nobody is signed in any more: names of patients are not kept for whoever comes next. */
export function forgetPages(client: Client): void {
  kept.delete(client);
}

/** Asks for the newest sessions before anybody opens the review: its list stands at once then, and is asked for again. */
export function usePageAhead(): void {
  const client = useClient();
  useEffect(() => {
    let ended = false;
    const search = wholeList(false);
    void client.request('sessions.page', { ...search, offset: 0, limit: BLOCK }).then((answer) => {
      if (!ended && answer.ok) keepPage(client, JSON.stringify(search), answer.data);
    });
    return () => {
      ended = true;
    };
  }, [client]);
}
