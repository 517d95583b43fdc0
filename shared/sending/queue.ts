import * as z from 'zod/mini';
import { pauseMs } from './pauses.ts';
import { MOST_WORDS, type Outcome } from './reply.ts';

/** Entries kept at most; of those over it the oldest that are done go first. The audit keeps every send for ever. */
export const MOST_ENTRIES = 2_000;

const id = z.string().check(z.minLength(1), z.maxLength(64));
const code = z.string().check(z.maxLength(40));
const at = z.number();

const stateSchema = z.discriminatedUnion('kind', [
  /** `why`: what the last try met; null before the first. */
  z.object({ kind: z.literal('waiting'), tries: z.int(), why: z.nullable(code) }),
  z.object({ kind: z.literal('accepted') }),
  z.object({
    ...{ kind: z.literal('refused'), at, code, status: z.nullable(z.int()) },
    words: z.string().check(z.maxLength(MOST_WORDS)),
  }),
  /** Somebody said that it is not to go. */
  z.object({ kind: z.literal('withheld'), at, by: id }),
  /** Erased here; the server may still have it. */
  z.object({ kind: z.literal('erased'), at }),
]);

export const queueEntrySchema = z.object({
  sessionId: id,
  askedAt: at,
  /** Who asked; null: the owner's standing setting. */
  askedBy: z.nullable(id),
  /** Counts how often it was asked for, so that an answer to an older send ends no newer wish. */
  turn: z.int(),
  /** The session's last entry that is known of here: later than in `taken`, what the server has is older than the record. So it is with `beside`. */
  known: z.int(),
  /** The last entry of its course's stream about a questionnaire that leaves beside it; in older files a count, never above it. */
  beside: z._default(z.int(), 0),
  state: stateSchema,
  /** What the server took last; stays while a newer state is on its way. */
  taken: z.nullable(
    z.object({
      at,
      /** The session's last entry in it. */
      seq: z.int(),
      /** The last of them in it. */
      beside: z._default(z.int(), 0),
      location: z.nullable(z.string().check(z.maxLength(300))),
      versionId: z.nullable(id),
    }),
  ),
});
export type QueueEntry = z.infer<typeof queueEntrySchema>;

/** What waits for the clinic's server, and what became of it: ids and the server's answers, never what a session says. */
export const queueSchema = z.object({
  entries: z.array(queueEntrySchema).check(z.maxLength(MOST_ENTRIES)),
  /** Nothing goes before `until` (epoch ms): so many tries in a row reached nobody. */
  pause: z.nullable(z.object({ failures: z.int(), until: at, code })),
  /** Nothing goes until a person has looked. */
  halt: z.nullable(z.object({ at, code })),
  /** The record's entry, by its global seq, up to which all is known here; null before that was kept. */
  heardTo: z._default(z.nullable(z.int()), null),
});
export type SendQueue = z.infer<typeof queueSchema>;

export const noQueue: SendQueue = { entries: [], pause: null, halt: null, heardTo: null };

/** Puts sessions in by a person's press: also what was refused or withheld before. What had stopped the queue is tried again. */
export function asked(queue: SendQueue, sessionIds: readonly string[], by: string, now: number): SendQueue {
  const added = sessionIds.reduce((before, sessionId) => put(before, sessionId, by, now), queue);
  return { ...added, pause: null, halt: null };
}

/** Puts a session in by the owner's standing setting; one that somebody withheld stays here, and so does one that has not changed. */
export function dueBySetting(queue: SendQueue, sessionId: string, seq: number, now: number): SendQueue {
  const before = entryOf(queue, sessionId);
  if (before?.state.kind === 'withheld' || before?.state.kind === 'erased') return queue;
  if (before !== null && before.taken !== null && before.taken.seq >= seq) return queue;
  return heardOf(put(queue, sessionId, null, now), sessionId, seq);
}

/** Notes how far a session has come since; nothing is put in by that. */
export function heardOf(queue: SendQueue, sessionId: string, seq: number): SendQueue {
  const before = entryOf(queue, sessionId);
  if (before === null || before.known >= seq) return queue;
  return changed(queue, sessionId, (entry) => ({ ...entry, known: seq }));
}

/**
 * Notes that a questionnaire between the sessions, which leaves beside this one, was answered or ended. One that is here goes
 * again where it is due.
 * One that was heard of already changes nothing.
 * @param seq of the entry in the course's stream
 * @param due by the owner's standing setting; what somebody withheld stays here even then
 */
export function besideChanged(queue: SendQueue, sessionId: string, seq: number, due: boolean, now: number): SendQueue {
  const before = entryOf(queue, sessionId);
  if (before === null || before.beside >= seq) return queue;
  const noted = changed(queue, sessionId, (entry) => ({ ...entry, beside: seq }));
  const { kind } = before.state;
  if (!due || kind === 'withheld' || kind === 'erased') return noted;
  // One that waits may be on its way with the older state: another turn keeps it waiting for the newer one.
  if (kind === 'waiting') return changed(noted, sessionId, (entry) => ({ ...entry, turn: entry.turn + 1 }));
  return put(noted, sessionId, null, now);
}

/** Whether the record has moved on since the server took it. */
export function isOutdated({ known, beside, taken }: QueueEntry): boolean {
  return taken !== null && (known > taken.seq || beside > taken.beside);
}

function put(queue: SendQueue, sessionId: string, askedBy: string | null, now: number): SendQueue {
  const before = entryOf(queue, sessionId);
  const state = { kind: 'waiting' as const, tries: 0, why: null };
  const { turn, known, beside, taken } = before ?? { turn: 0, known: 0, beside: 0, taken: null };
  const entry = { sessionId, askedAt: now, askedBy, turn: turn + 1, known, beside, state, taken };
  const others = queue.entries.filter((other) => other.sessionId !== sessionId);
  return { ...queue, entries: kept([...others, entry]) };
}

/** Says that a session is not to go; what the server has already stays there. */
export function withheld(queue: SendQueue, sessionId: string, by: string, now: number): SendQueue {
  return changed(queue, sessionId, (entry) => ({ ...entry, state: { kind: 'withheld', at: now, by } }));
}

/** Tries again what had stopped the queue: the settings changed, or somebody pressed. */
export function released(queue: SendQueue): SendQueue {
  return { ...queue, pause: null, halt: null };
}

/** What is to be sent now: of what waits, the one that was tried least, then the oldest, so that no single one holds up others. */
export function nextOf(queue: SendQueue, now: number): QueueEntry | null {
  if (queue.halt !== null || resumesAt(queue, now) > now) return null;
  const waiting = queue.entries.filter(({ state }) => state.kind === 'waiting');
  return waiting.toSorted((a, b) => triesOf(a) - triesOf(b) || a.askedAt - b.askedAt)[0] ?? null;
}

/** When the pause ends, epoch ms. A clock that was set back makes none longer than it was meant to be. */
export function resumesAt({ pause }: SendQueue, now: number): number {
  if (pause === null) return now;
  return Math.min(pause.until, now + pauseMs(pause.failures, Infinity));
}

/** Writes down what became of a send of `entry` as it was when it began. */
export function settled(queue: SendQueue, sent: QueueEntry, outcome: Outcome, now: number): SendQueue {
  const { sessionId } = sent;
  const reached = { ...queue, pause: null };
  // A newer wish than this send goes on waiting; what a person decided meanwhile stands.
  const over = (entry: QueueEntry): boolean => entry.turn === sent.turn && entry.state.kind === 'waiting';
  switch (outcome.kind) {
    case 'accepted': {
      const { seq, location, versionId } = outcome;
      const taken = { at: now, seq, beside: outcome.beside, location, versionId };
      const done = (entry: QueueEntry): QueueEntry['state'] => (over(entry) ? { kind: 'accepted' } : entry.state);
      return changed(reached, sessionId, (entry) => ({
        ...{ ...entry, taken, state: done(entry) },
        ...{ known: Math.max(seq, entry.known), beside: Math.max(outcome.beside, entry.beside) },
      }));
    }
    case 'refused': {
      const { kind, code: why, status, words } = outcome;
      const state = { kind, at: now, code: why, status, words };
      return changed(reached, sessionId, (entry) => (over(entry) ? { ...entry, state } : entry));
    }
    case 'notReached': {
      const failures = (queue.pause?.failures ?? 0) + 1;
      const pause = { failures, until: now + pauseMs(failures, outcome.wishMs), code: outcome.code };
      return { ...changed(queue, sessionId, (entry) => tried(entry, outcome.code)), pause };
    }
    case 'stopped': {
      const halted = { ...reached, halt: { at: now, code: outcome.code } };
      return changed(halted, sessionId, (entry) => tried(entry, outcome.code));
    }
    case 'gone':
      return gone(reached, sessionId, now);
  }
}

/** Of an erased session nothing waits; that the server may have it is kept, for whoever has to erase it there. */
function gone(queue: SendQueue, sessionId: string, now: number): SendQueue {
  const entries = queue.entries.flatMap((entry): QueueEntry[] => {
    if (entry.sessionId !== sessionId) return [entry];
    return entry.taken === null ? [] : [{ ...entry, state: { kind: 'erased', at: now } }];
  });
  return { ...queue, entries };
}

function tried(entry: QueueEntry, why: string): QueueEntry {
  const { state } = entry;
  return state.kind === 'waiting' ? { ...entry, state: { kind: 'waiting', tries: state.tries + 1, why } } : entry;
}

function changed(queue: SendQueue, sessionId: string, change: (entry: QueueEntry) => QueueEntry): SendQueue {
  return { ...queue, entries: queue.entries.map((entry) => (entry.sessionId === sessionId ? change(entry) : entry)) };
}

export function entryOf(queue: SendQueue, sessionId: string): QueueEntry | null {
  return queue.entries.find((entry) => entry.sessionId === sessionId) ?? null;
}

function triesOf({ state }: QueueEntry): number {
  return state.kind === 'waiting' ? state.tries : 0;
}

/** Those that wait are never dropped for want of room; a queue that is full of them takes no more. */
function kept(entries: readonly QueueEntry[]): QueueEntry[] {
  const over = entries.length - MOST_ENTRIES;
  if (over <= 0) return [...entries];
  const done = entries.filter(({ state }) => state.kind === 'accepted').slice(0, over);
  return entries.filter((entry) => !done.includes(entry)).slice(0, MOST_ENTRIES);
}
