import { decide } from '../../shared/session/decide.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { tick } from '../../shared/session/tick.ts';
import type { Author, NewSessionEvent, SessionEvent } from '../../shared/session/event.ts';
import { SESSION_BODY_VERSION, sessionStream } from '../../shared/session/event.ts';
import type { CommandEnvelope } from '../../shared/session/command.ts';
import type { Session } from '../../shared/session/state.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { failure, success, type Answer, type Failure } from '../../shared/ipc/answer.ts';
import { elapsedBetween, STALL_MS, type ClockReading } from '../../shared/time/clock.ts';
import type { RecordClient } from '../record/client.ts';
import type { Clock } from './clock.ts';

/** A record that refused to be written is tried again after this long, ms. */
const RETRY_MS = 3_000;
/** Events read at once when the state is behind the record. */
const CATCH_UP = 200;

export interface RunnerParts {
  readonly record: RecordClient;
  readonly clock: Clock;
  readonly protocol: Protocol;
  /** The session as replayed from the record. */
  readonly session: Session;
  /** The last look at the clock; a restart has told of everything before it. */
  readonly lastSeen: ClockReading;
  /** Told after events are on disk and folded, in order. */
  readonly onEvents: (before: Session, after: Session, events: readonly SessionEvent[]) => void;
  /** Number of facts that wait for the disk. */
  readonly onBacklog: (waiting: number) => void;
}

/** Runs one session: one queue, in which decide, append and evolve finish before the next command, outcome or tick is looked at. */
export class SessionRunner {
  readonly #parts: RunnerParts;
  #session: Session;
  #before: ClockReading;
  #queue: Promise<unknown> = Promise.resolve();
  #ticking = false;
  #retryAt = 0;
  /** Facts of the app itself (outcomes, track starts) that could not be written yet, oldest first. */
  #backlog: NewSessionEvent[] = [];

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#session = parts.session;
    this.#before = parts.lastSeen;
  }

  get session(): Session {
    return this.#session;
  }

  get protocol(): Protocol {
    return this.#parts.protocol;
  }

  get over(): boolean {
    return this.#session.phase === 'finished' || this.#session.phase === 'notGiven';
  }

  /** A command of a window. A repeat of its id gets the first answer; `ok` means on disk, synced. */
  execute(envelope: CommandEnvelope, author: Author): Promise<Answer<Record<string, never>>> {
    return this.#enqueue(async () => {
      const now = this.#parts.clock.now();
      const decision = decide(this.#session, this.#parts.protocol, envelope.command, {
        now,
        author,
        seenSeq: envelope.seenSeq,
      });
      if (!decision.ok) return this.#refuse(decision, envelope.commandId);
      const saved = await this.#append(decision.events, envelope.commandId, now);
      return saved.ok ? success({}, saved.seq) : saved;
    });
  }

  /** A fact the app saw for itself, made from the state as it is when its turn comes. Kept and tried again while the disk refuses. */
  observe(make: (session: Session, now: ClockReading) => readonly NewSessionEvent[]): Promise<void> {
    return this.#enqueue(async () => {
      const now = this.#parts.clock.now();
      const events = make(this.#session, now);
      if (events.length === 0) return;
      if (this.#backlog.length > 0) return this.#keep(events);
      const saved = await this.#append(events, null, now);
      if (!saved.ok) this.#keep(events);
    });
  }

  /** Looks at the clock: gaps, zero, cues. Never piles up: a tick that finds one waiting does nothing. */
  tick(): void {
    if (this.#ticking || this.over) return;
    this.#ticking = true;
    void this.#enqueue(() => this.#lookAtClock()).finally(() => {
      this.#ticking = false;
    });
  }

  /** Resolves when everything asked so far is done. */
  settled(): Promise<void> {
    return this.#enqueue(() => Promise.resolve());
  }

  async #lookAtClock(): Promise<void> {
    const now = this.#parts.clock.now();
    if (now.monotonicMs < this.#retryAt) return;
    if (this.#backlog.length > 0 && !(await this.#writeBacklog(now))) return;
    const events = tick(this.#session, this.#parts.protocol, lastLook(this.#before, now, this.#parts.clock.rate), now);
    if (events.length > 0 && !(await this.#append(events, null, now)).ok) {
      // The next look starts from the same moment, so that nothing due is lost.
      this.#retryAt = now.monotonicMs + RETRY_MS;
      return;
    }
    this.#before = now;
  }

  /** A repeat meets the state that its first time brought about and is mostly refused by it: its first answer counts. */
  async #refuse(refusal: Failure, commandId: string): Promise<Answer<Record<string, never>>> {
    const first = await this.#parts.record.answerOf(commandId);
    if (!first.ok) return first;
    if (first.data === null) return refusal;
    await this.#catchUp();
    return success({}, first.data.seq);
  }

  #keep(events: readonly NewSessionEvent[]): void {
    this.#backlog = [...this.#backlog, ...events];
    this.#parts.onBacklog(this.#backlog.length);
  }

  async #writeBacklog(now: ClockReading): Promise<boolean> {
    const saved = await this.#append(this.#backlog, null, now);
    if (saved.ok) this.#backlog = [];
    else this.#retryAt = now.monotonicMs + RETRY_MS;
    this.#parts.onBacklog(this.#backlog.length);
    return saved.ok;
  }

  async #append(
    events: readonly NewSessionEvent[],
    commandId: string | null,
    now: ClockReading,
  ): Promise<Answer<null>> {
    const answer = await this.#parts.record.append({
      stream: sessionStream(this.#session.sessionId),
      expectedSeq: this.#session.seq,
      commandId,
      recordedAt: now,
      version: SESSION_BODY_VERSION,
      events,
    });
    if (!answer.ok) {
      // The answer may be lost and the facts on disk all the same: look before anything else is decided.
      if (answer.kind !== 'invalid') await this.#catchUp();
      return answer;
    }
    // A repeat is answered with what its first time wrote, which may lie further on than the state.
    const [first] = answer.data.events;
    if (first !== undefined && first.seq > this.#session.seq + 1) await this.#catchUp();
    this.#fold(answer.data.events as SessionEvent[]);
    return success(null, answer.seq);
  }

  #fold(written: readonly SessionEvent[]): void {
    const news = written.filter((event) => event.seq > this.#session.seq);
    if (news.length === 0) return;
    const before = this.#session;
    this.#session = news.reduce<Session>((session, event) => evolve(session, event), before);
    this.#parts.onEvents(before, this.#session, news);
  }

  /** Folds what lies in the record beyond the state, as after a worker that died between disk and answer. */
  async #catchUp(): Promise<void> {
    for (;;) {
      const page = await this.#parts.record.since(sessionStream(this.#session.sessionId), this.#session.seq, CATCH_UP);
      if (!page.ok) return;
      this.#fold(page.data.events as SessionEvent[]);
      if (!page.data.more) return;
    }
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
