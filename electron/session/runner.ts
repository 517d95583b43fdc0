import { decide } from '../../shared/session/decide.ts';
import { nextCueIn } from '../../shared/cues/due.ts';
import { lifeMs } from '../../shared/session/life.ts';
import { tick } from '../../shared/session/tick.ts';
import {
  sessionEventSchema,
  sessionStream,
  type Author,
  type NewSessionEvent,
  type SessionEvent,
} from '../../shared/session/event.ts';
import type { CommandEnvelope } from '../../shared/session/command.ts';
import type { Session } from '../../shared/session/state.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { failure, success, type Answer, type Failure } from '../../shared/ipc/answer.ts';
import { elapsedBetween, STALL_MS, type ClockReading } from '../../shared/time/clock.ts';
import type { Clock } from './clock.ts';
import { SessionWriter, type Unsaved, type WriterParts } from './writer.ts';

export interface RunnerParts extends WriterParts {
  readonly clock: Clock;
  readonly protocol: Protocol;
  /** The last look at the clock; a restart has told of everything before it. */
  readonly lastSeen: ClockReading;
  /** Every event of a session that is over, as just read. */
  readonly read?: readonly SessionEvent[];
}

/** A page of a session's events. Those after `saved` are not on disk yet. */
export interface EventPage {
  readonly events: readonly SessionEvent[];
  readonly more: boolean;
  readonly saved: number;
}

/**
 * Runs one session: one queue, in which decide, append and evolve finish before the next command, outcome or tick is
 * looked at. Where the disk refuses, the room goes on from what was decided, and the writer holds it until it is saved.
 */
export class SessionRunner {
  readonly #parts: RunnerParts;
  readonly #writer: SessionWriter;
  #before: ClockReading;
  #queue: Promise<unknown> = Promise.resolve();
  #ticking = false;
  #read: readonly SessionEvent[] | null;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#read = parts.read ?? null;
    this.#writer = new SessionWriter(parts);
    this.#before = parts.lastSeen;
  }

  /** The session as it lies in the record. */
  get session(): Session {
    return this.#writer.saved;
  }

  /** The session as the room lives it: with what could not be written yet. */
  get ahead(): Session {
    return this.#writer.ahead;
  }

  /** What could not be written yet, or null. */
  get unsaved(): Unsaved | null {
    return this.#writer.unsaved;
  }

  get clock(): Clock {
    return this.#parts.clock;
  }

  get protocol(): Protocol {
    return this.#parts.protocol;
  }

  /** Over, and on disk as such. */
  get over(): boolean {
    return this.session.phase === 'finished' || this.session.phase === 'notGiven';
  }

  /** How long until the next cue comes due by the clock alone, real ms; null where none does. */
  get nextCueMs(): number | null {
    const { clock, protocol } = this.#parts;
    const ms = nextCueIn(this.ahead, protocol, lifeMs(this.ahead, clock.now()));
    return ms === null ? null : ms / clock.rate;
  }

  /** A command of a window. A repeat of its id gets the first answer; `ok` means on disk, synced; `unsaved` means held. */
  execute(envelope: CommandEnvelope, author: Author): Promise<Answer<Record<string, never>>> {
    return this.#enqueue(async () => {
      const { commandId, command, seenSeq } = envelope;
      if (this.#writer.holds(commandId)) await this.#writer.retry(this.#parts.clock, true);
      if (this.#writer.holds(commandId)) return failure('unsaved', this.unsaved?.code ?? 'disk.error');
      const known = this.#writer.answerOf(commandId);
      if (known !== null) return success({}, known);
      const now = this.#parts.clock.now();
      const decision = decide(this.ahead, this.#parts.protocol, command, { now, author, seenSeq });
      if (!decision.ok) return this.#refuse(decision, commandId, now);
      const taken = await this.#writer.take(decision.events, commandId, now);
      return taken.ok ? success({}, taken.seq) : taken;
    });
  }

  /** A fact the app saw for itself, made from the state as it is when its turn comes. Held while the disk refuses. */
  observe(make: (session: Session, now: ClockReading) => readonly NewSessionEvent[]): Promise<void> {
    return this.#enqueue(async () => {
      const now = this.#parts.clock.now();
      await this.#seen(make(this.ahead, now), now);
    });
  }

  /** Looks at the clock: what waits for the disk, gaps, zero, cues. Never piles up: a tick that finds one waiting does nothing. */
  tick(): void {
    if (this.#ticking || (this.over && this.unsaved === null)) return;
    this.#ticking = true;
    void this.#enqueue(() => this.#lookAtClock()).finally(() => {
      this.#ticking = false;
    });
  }

  /** Events after a seq, oldest first: those on disk, then those that are not yet. */
  async since(seq: number, limit: number): Promise<Answer<EventPage>> {
    const { saved, events } = this.#writer;
    const kept = events ?? (this.#read?.length === saved.seq ? this.#read : null);
    if (kept === null && seq < saved.seq) {
      const page = await this.#parts.record.since(sessionStream(saved.sessionId), seq, limit);
      if (!page.ok) return page;
      const read = page.data.events.map((event) => sessionEventSchema.parse(event));
      return success({ events: read, more: page.data.more || this.unsaved !== null, saved: saved.seq }, this.ahead.seq);
    }
    const all = [...(kept ?? []), ...(this.unsaved?.events ?? [])].filter((event) => event.seq > seq);
    return success({ events: all.slice(0, limit), more: all.length > limit, saved: saved.seq }, this.ahead.seq);
  }

  /** Lets go of what was read of a session that is over: from now on it is asked for at the record. */
  letGo(): void {
    this.#read = null;
  }

  /** Resolves when everything asked so far is done. */
  settled(): Promise<void> {
    return this.#enqueue(() => Promise.resolve());
  }

  /** Tries what waits for the disk once more, at once. */
  retry(): Promise<void> {
    return this.#enqueue(() => this.#writer.retry(this.#parts.clock, true));
  }

  async #lookAtClock(): Promise<void> {
    await this.#writer.retry(this.#parts.clock);
    const { clock, protocol } = this.#parts;
    const now = clock.now();
    await this.#seen(tick(this.ahead, protocol, lastLook(this.#before, now, clock.rate), now), now);
    this.#before = now;
  }

  /** A repeat of before a restart meets the state that its first time brought about: its first answer counts. */
  async #refuse(refusal: Failure, commandId: string, now: ClockReading): Promise<Answer<Record<string, never>>> {
    const first = await this.#parts.record.answerOf(commandId);
    if (!first.ok || first.data === null) return refusal;
    await this.#writer.catchUp(now);
    return success({}, first.data.seq);
  }

  async #seen(events: readonly NewSessionEvent[], now: ClockReading): Promise<void> {
    if (events.length === 0) return;
    const taken = await this.#writer.take(events, null, now);
    if (!taken.ok && taken.kind !== 'unsaved') this.#parts.onHopeless(taken.code);
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

/** Late is late in real time: the clock of an accelerated practice runs far between two looks that come on time. */
function lastLook(before: ClockReading, now: ClockReading, rate: number): ClockReading {
  return rate > 1 && elapsedBetween(before, now) <= STALL_MS * rate ? now : before;
}

/** Names a session that is not known here. */
export function unknownSession(): Answer<never> {
  return failure('refused', 'session.unknown');
}
