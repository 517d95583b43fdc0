import { failure, type Answer, type Failure } from '../../shared/ipc/answer.ts';
import type { CommandEnvelope, SessionCommand } from '../../shared/session/command.ts';
import type { Session } from '../../shared/session/state.ts';

/** An entry that could not be written is tried again after this long (ms), as often as it takes. */
export const RETRY_MS = 3_000;
/** The longest `agoMs` a command may carry, ms. */
const LONGEST_AGO_MS = 30 * 60_000;

/** A command on its way to main. */
export interface PendingCommand {
  readonly commandId: string;
  readonly command: SessionCommand;
}

/** A command that is not on disk. `retrying` ones are sent again by themselves; `refused` ones wait to be read. */
export interface UnsavedCommand extends PendingCommand {
  readonly state: 'retrying' | 'refused';
  readonly failure: Failure;
}

export interface OutboxParts {
  readonly newId: () => string;
  readonly performanceNow: () => number;
  readonly post: (envelope: CommandEnvelope) => Promise<Answer<unknown>>;
  readonly changed: (pending: readonly PendingCommand[], unsaved: readonly UnsavedCommand[]) => void;
  readonly saved: (sessionId: string, seq: number | null) => void;
}

export interface Outbox {
  readonly send: (
    session: Pick<Session, 'sessionId' | 'seq'> | null,
    command: SessionCommand,
    as?: CommandEnvelope['as'],
  ) => Promise<Answer<unknown>>;
  readonly dismiss: (commandId: string) => void;
}

/** Sends commands. What could not be written stays here and is tried again with the same command id until it is. */
export function createOutbox(parts: OutboxParts): Outbox {
  let pending: readonly PendingCommand[] = [];
  let unsaved: readonly UnsavedCommand[] = [];
  const tell = (): void => parts.changed(pending, unsaved);
  const forget = (commandId: string): void => {
    unsaved = unsaved.filter((entry) => entry.commandId !== commandId);
  };
  const keep = (entry: UnsavedCommand): void => {
    const known = unsaved.some((other) => other.commandId === entry.commandId);
    unsaved = known
      ? unsaved.map((other) => (other.commandId === entry.commandId ? entry : other))
      : [...unsaved, entry];
  };

  const retryLater = (envelope: CommandEnvelope, pressedAt: number): void => {
    setTimeout(() => {
      void parts
        .post({ ...envelope, command: aged(envelope.command, parts.performanceNow() - pressedAt) })
        .then((answer) => {
          const { commandId, command } = envelope;
          if (answer.ok) {
            forget(commandId);
            parts.saved(envelope.sessionId, answer.seq);
          } else if (isUnsaved(answer)) {
            keep({ commandId, command, state: 'retrying', failure: answer });
            retryLater(envelope, pressedAt);
          } else keep({ commandId, command, state: 'refused', failure: answer });
          tell();
        });
    }, RETRY_MS);
  };

  return {
    send: async (session, command, as) => {
      if (session === null) return failure('refused', 'noSession');
      const commandId = parts.newId();
      const envelope: CommandEnvelope = {
        ...{ sessionId: session.sessionId, commandId, seenSeq: session.seq, command },
        ...(as === undefined ? {} : { as }),
      };
      const pressedAt = parts.performanceNow();
      pending = [...pending, { commandId, command }];
      tell();
      const answer = await parts.post(envelope);
      pending = pending.filter((entry) => entry.commandId !== commandId);
      if (answer.ok) parts.saved(session.sessionId, answer.seq);
      else if (isUnsaved(answer)) {
        keep({ commandId, command, state: 'retrying', failure: answer });
        retryLater(envelope, pressedAt);
      }
      tell();
      return answer;
    },
    dismiss: (commandId) => {
      const entry = unsaved.find((other) => other.commandId === commandId);
      if (entry?.state !== 'refused') return;
      forget(commandId);
      tell();
    },
  };
}

/** Not on disk (main holds it), or nobody knows: a repeat under the same id is safe in both cases. */
export function isUnsaved(answer: Failure): boolean {
  return answer.kind === 'unsaved' || (answer.kind === 'broken' && answer.code === 'noAnswer');
}

/** "Now" stays the moment of the press, however late the entry is written. */
function aged(command: SessionCommand, byMs: number): SessionCommand {
  if (!('agoMs' in command)) return command;
  return { ...command, agoMs: Math.min(LONGEST_AGO_MS, Math.round(command.agoMs + byMs)) };
}
