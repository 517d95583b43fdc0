import { startTransition, useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/ipc/answer.ts';
import { createTracker } from '../../shared/chart/tracker.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import type { Client } from '../client/client.ts';
import { useRoom } from '../client/room-context.ts';
import type { SessionView } from '../client/store.ts';

/** A record as far as it has been read. */
export interface ReadRecord {
  readonly view: SessionView | null;
  readonly failure: Failure | null;
}

/** Reads a whole session for review, and once more on `again`; the running one comes from the window's own store and goes on. */
export function useRecord(sessionId: string): ReadRecord & { readonly again: () => void } {
  const { client } = useRoom();
  const [read, setRead] = useState<ReadRecord & { readonly of: string }>({ of: sessionId, view: null, failure: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let ended = false;
    void readRecord(client, sessionId).then((found) => {
      // In slices: a whole session takes a few frames to draw, and the list beside it is to go on.
      if (!ended) startTransition(() => setRead({ of: sessionId, ...found }));
    });
    return () => {
      ended = true;
    };
  }, [client, sessionId, round]);
  const again = useCallback(() => setRound((old) => old + 1), []);
  return read.of === sessionId ? { ...read, again } : { view: null, failure: null, again };
}

/** Every event of a session, folded. What was read before a failure is kept and shown with it. */
export async function readRecord(client: Client, sessionId: string): Promise<ReadRecord> {
  const since = (seq: number) => client.request('session.since', { sessionId, seq });
  // The first events are asked for along with the rest: main answers both from the one look at the record.
  const [head, first] = await Promise.all([client.request('session.open', { sessionId }), since(0)]);
  if (!head.ok) return { view: null, failure: head };
  const { protocol, music, patient } = head.data;
  const events: SessionEvent[] = [];
  let saved = 0;
  const view = () => {
    const { session } = createTracker()(events);
    return session === null ? null : { session, protocol, music, patient, events, saved };
  };
  for (let page = first; ; page = await since(events.length)) {
    if (!page.ok) return { view: view(), failure: page };
    events.push(...page.data.events);
    ({ saved } = page.data);
    if (!page.data.more || page.data.events.length === 0) return { view: view(), failure: null };
  }
}
