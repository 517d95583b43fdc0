import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/ipc/answer.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import { evolve } from '../../shared/session/evolve.ts';
import type { Session } from '../../shared/session/state.ts';
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
      if (!ended) setRead({ of: sessionId, ...found });
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
  const head = await client.request('session.open', { sessionId });
  if (!head.ok) return { view: null, failure: head };
  const { protocol, music, patient } = head.data;
  const events: SessionEvent[] = [];
  let session: Session | null = null;
  let saved = 0;
  const view = () => (session === null ? null : { session, protocol, music, patient, events, saved });
  for (let more = true; more;) {
    const page = await client.request('session.since', { sessionId, seq: session?.seq ?? 0 });
    if (!page.ok) return { view: view(), failure: page };
    for (const event of page.data.events) {
      session = evolve(session, event);
      events.push(event);
    }
    ({ more, saved } = page.data);
    if (page.data.events.length === 0) break;
  }
  return { view: view(), failure: null };
}
