import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { Session } from '../../shared/session/state.ts';
import {
  asked,
  besideChanged,
  dueBySetting,
  entryOf,
  heardOf,
  nextOf,
  noQueue,
  released,
  settled,
  withheld,
  type SendQueue,
} from '../../shared/sending/queue.ts';
import type { Outcome } from '../../shared/sending/reply.ts';
import type { FhirServer, SendingSetup } from '../../shared/sending/server.ts';
import type { Timers } from '../lights/port.ts';
import type { ChangedBeside } from '../questionnaires/between.ts';
import type { FoundAgain, WentOn } from './found-again.ts';
import type { QueueFile } from './queue-file.ts';
import type { Way } from './way.ts';

/** How often it is looked whether something is to go, ms. */
const LOOK_MS = 5_000;

export interface SendingParts {
  readonly timers: Timers;
  /** Epoch ms. */
  readonly wall: () => number;
  readonly setup: () => SendingSetup;
  /** The token of this server; null where none is kept or it cannot be opened. */
  readonly tokenFor: (server: FhirServer) => Promise<string | null>;
  /** Where the queue lies; null while the record is closed. */
  readonly file: () => QueueFile | null;
  /** What went on in the record after this entry; see `foundAgain`. */
  readonly found: (after: number | null) => Promise<Answer<FoundAgain>>;
  /** Whether something may go now: the record is open and no session is in the room. */
  readonly free: () => boolean;
  /** Sends one session. Never throws. `askedBy` null: by the standing setting. */
  readonly send: (way: Way, sessionId: string, askedBy: string | null, signal: AbortSignal) => Promise<Outcome>;
  /** Writes down what became of a send. */
  readonly noteEnd: (sessionId: string, outcome: Outcome) => Promise<void>;
  /** The queue changed, or a send began or ended. */
  readonly show: () => void;
  /** The queue's file was damaged and set aside. */
  readonly onDamaged: () => void;
  readonly onFault: (error: unknown) => void;
}

type Done = Answer<Record<string, never>>;
type Change = (queue: SendQueue) => SendQueue;

/** Sends to the clinic's FHIR server, one session at a time, from a queue that survives every restart. No session waits for it. */
export interface Sending {
  readonly queue: () => SendQueue;
  /** The session that is on its way now. */
  readonly underway: () => string | null;
  /** By a person's press. Fails with `sending.off`, `sending.notKept`. */
  readonly ask: (sessionIds: readonly string[], by: string) => Promise<Done>;
  readonly withhold: (sessionId: string, by: string) => Promise<Done>;
  /** Tries again what had stopped it. */
  readonly release: () => Promise<Done>;
  /** The owner is about to make a setting: what was signed until now goes by a press only. Fails with `sending.notKept`. */
  readonly beforeSetting: () => Promise<Done>;
  /** Hears of a session after each of its events on disk. */
  readonly heard: (session: Session) => void;
  /** Hears of a questionnaire that leaves beside a session. By the standing setting one goes again once it is ended, not at each answer. */
  readonly heardBeside: (change: ChangedBeside) => void;
  /** The record was opened, or the settings changed: the queue of this record counts from now on. */
  readonly open: () => Promise<void>;
  /** Gives up what is on its way: it stays in the queue. */
  readonly close: () => Promise<void>;
}

/** @see Sending */
export function createSending(parts: SendingParts): Sending {
  const { timers, wall } = parts;
  let queue = noQueue;
  let file: QueueFile | null = null;
  /** What stands on disk; another one than `queue` where the disk refused. */
  let written: SendQueue = queue;
  let underway: string | null = null;
  let giveUp = new AbortController();
  let going: Promise<void> = Promise.resolve();
  let writing: Promise<unknown> = Promise.resolve();
  let cancelLook: (() => void) | null = null;

  /** Takes a change on, and resolves once it is on disk: true, or false where the disk refused. */
  const change = (make: Change): Promise<boolean> => {
    const next = make(queue);
    if (next !== queue) {
      queue = next;
      parts.show();
    }
    return keep();
  };
  const keep = (): Promise<boolean> => {
    const kept = writing.then(async () => {
      const now = queue;
      if (file === null || now === written) return file !== null;
      try {
        await file.write(now);
        written = now;
        return true;
      } catch (error) {
        parts.onFault(error);
        return false;
      }
    });
    writing = kept;
    return kept;
  };

  const wayOf = async (): Promise<Way | Outcome | null> => {
    const { on, server } = parts.setup();
    if (!on || server === null) return null;
    const token = server.auth === 'none' ? null : await parts.tokenFor(server);
    return server.auth !== 'none' && token === null ? { kind: 'stopped', code: 'secretNeeded' } : { server, token };
  };

  /** One after the other, as long as something is to go. */
  const go = async (): Promise<void> => {
    for (;;) {
      const entry = file !== null && parts.free() && !giveUp.signal.aborted ? nextOf(queue, wall()) : null;
      const way = entry === null ? null : await wayOf();
      if (entry === null || way === null) return;
      const { signal } = giveUp;
      underway = entry.sessionId;
      parts.show();
      const outcome = 'server' in way ? await parts.send(way, entry.sessionId, entry.askedBy, signal) : way;
      underway = null;
      // Given up because the app or the record closes: it goes again then, and nothing was learned of the server.
      if (signal.aborted && outcome.kind !== 'accepted') return parts.show();
      await change((now) => settled(now, entry, outcome, wall()));
      await parts.noteEnd(entry.sessionId, outcome);
    }
  };
  const look = (): void => {
    // Closed while a change was on its way to disk.
    if (giveUp.signal.aborted) return;
    cancelLook?.();
    cancelLook = timers.after(LOOK_MS, look);
    void keep();
    if (underway === null) going = going.then(go).catch(parts.onFault);
  };
  const changedBy = async (make: Change): Promise<Done> => {
    if (!(await change(make))) return failure('unsaved', 'sending.notKept');
    look();
    return success({});
  };

  const hearing = ({ sessionId, seq, signedHere }: WentOn): Change => {
    const { on, whenSigned } = parts.setup();
    const due = on && whenSigned && signedHere;
    return (now) => (due ? dueBySetting(now, sessionId, seq, wall()) : heardOf(now, sessionId, seq));
  };
  const hearingBeside = ({ sessionId, seq, signed, ended }: ChangedBeside): Change => {
    const { on, whenSigned } = parts.setup();
    return (now) => besideChanged(now, sessionId, seq, on && whenSigned && signed && ended, wall());
  };
  /** What was on disk before a death, and not yet here, is heard of now. Where the record cannot be read, at the next opening. */
  const hearAgain = async (): Promise<void> => {
    const found = await parts.found(queue.heardTo);
    if (!found.ok) return;
    const { to, sessions, beside } = found.data;
    const unheard = sessions.filter(({ sessionId, seq }) => (entryOf(queue, sessionId)?.known ?? 0) < seq);
    const all = [...unheard.map(hearing), ...beside.map(hearingBeside)];
    await change((now) => ({ ...all.reduce((before, hear) => hear(before), now), heardTo: to }));
  };

  const close = async (): Promise<void> => {
    cancelLook?.();
    giveUp.abort();
    await going;
    await writing;
    file = null;
  };
  return {
    queue: () => queue,
    underway: () => underway,
    ask: async (sessionIds, by) =>
      parts.setup().on ? changedBy((now) => asked(now, sessionIds, by, wall())) : failure('refused', 'sending.off'),
    withhold: (sessionId, by) => changedBy((now) => withheld(now, sessionId, by, wall())),
    release: () => changedBy(released),
    beforeSetting: async () => {
      const found = await parts.found(null);
      return found.ok
        ? changedBy((now) => ({ ...now, heardTo: found.data.to }))
        : failure('unsaved', 'sending.notKept');
    },
    heard: ({ sessionId, seq, signature, created }) => {
      if (created.practice || file === null) return;
      const hear = hearing({ sessionId, seq, signedHere: signature !== null });
      if (hear(queue) !== queue) void change(hear).then(look, parts.onFault);
    },
    heardBeside: (heard) => {
      if (file === null || entryOf(queue, heard.sessionId) === null) return;
      void change(hearingBeside(heard)).then(look, parts.onFault);
    },
    open: async () => {
      await close();
      giveUp = new AbortController();
      const own = parts.file();
      if (own === null) return;
      try {
        const read = await own.read();
        queue = read.queue;
        written = read.queue;
        file = own;
        if (read.damaged) parts.onDamaged();
      } catch (error) {
        // Not even looked at: nothing is written over it, and nothing goes.
        parts.onFault(error);
        return;
      }
      parts.show();
      await hearAgain();
      look();
    },
    close,
  };
}
