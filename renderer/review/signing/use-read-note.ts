import { useEffect } from 'react';
import { useClient } from '../../client/room-context.ts';

/** Opened for less than this, a record was passed by and not read, ms. */
const READ_MS = 5_000;

/** Tells main that a record is being read. Reading is no signature: it is a line of the audit. */
export function useReadNote(sessionId: string): void {
  const client = useClient();
  useEffect(() => {
    const timer = setTimeout(() => void client.request('session.read', { sessionId }), READ_MS);
    return () => clearTimeout(timer);
  }, [client, sessionId]);
}
