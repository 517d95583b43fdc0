import { useCallback, useState } from 'react';
import type { Failure } from '../../../shared/ipc/answer.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import type { Session } from '../../../shared/session/state.ts';
import { useClient } from '../../client/room-context.ts';

/** One form's way to a record that is being read. */
export interface RecordAct {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly run: (command: SessionCommand) => Promise<boolean>;
}

/**
 * Sends commands of a session that is read, which need not be the one that is open in the room. True once it is on disk, or
 * held by main until the disk takes it; a press that nobody answered is a repeat under the same id the next time.
 */
export function useRecordAct({ sessionId, seq }: Pick<Session, 'sessionId' | 'seq'>): RecordAct {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [commandId] = useState(() => crypto.randomUUID());
  const run = useCallback(
    async (command: SessionCommand) => {
      setBusy(true);
      const answer = await client.request('session.command', { sessionId, commandId, seenSeq: seq, command });
      setBusy(false);
      const taken = answer.ok || answer.kind === 'unsaved';
      setFailure(taken ? null : answer);
      return taken;
    },
    [client, sessionId, seq, commandId],
  );
  return { busy, failure, run };
}
