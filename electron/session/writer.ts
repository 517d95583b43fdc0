import { evolve } from '../../shared/session/evolve.ts';
import {
  SESSION_BODY_VERSION,
  sessionStream,
  type NewSessionEvent,
  type SessionEvent,
} from '../../shared/session/event.ts';
import type { Session } from '../../shared/session/state.ts';
import { success, type Answer, type Failure } from '../../shared/ipc/answer.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import type { RecordClient } from '../record/client.ts';
import type { Clock } from './clock.ts';
import { aheadBy, asWrittenAt, isWritten, type Ahead, type Held } from './held.ts';

/** A disk that refused is asked again after this long, ms. */
const RETRY_MS = 3_000;
/** Events read at once when the state is behind the record. */
const CATCH_UP = 200;

/** What is not on disk, and why. */
export interface Unsaved {
  /** Oldest first, as they will stand in the record. */
  readonly events: readonly SessionEvent[];
  /** Code of the last refusal (`failure.<code>`). */
  readonly code: string;
  /** When the oldest of them was refused first, epoch ms. */
  readonly since: number;
}

export interface WriterParts {
  readonly record: RecordClient;
  /** The session as replayed from the record. */
  readonly session: Session;
  /** Every event so far; null for a session that is only read, which needs none in memory. */
  readonly events: readonly SessionEvent[] | null;
  /** New facts, once each: on disk, or held where the disk refuses. */
  readonly onEvents: (before: Session, after: Session, events: readonly SessionEvent[]) => void;
  /** Facts that were told before now lie in the record, or (where they are beyond `saved`) are to be told anew. */
  readonly onWritten: (events: readonly SessionEvent[]) => void;
  /** What is unsaved changed. */
  readonly onUnsaved: () => void;
  /** Facts that can never be written, whatever the disk does. */
  readonly onHopeless: (code: string) => void;
}

/**
 * Writes one session's facts in their order. What the disk refuses is held here, and the room goes on from it: `ahead`
 * is the session with it, `saved` the session as it lies in the record. Used from one queue only.
 */
export class SessionWriter {
  readonly #parts: WriterParts;
  #saved: Session;
  readonly #events: SessionEvent[] | null;
  #ahead: Ahead;
  #held: Held[] = [];
  #why: { readonly code: string; readonly since: number } | null = null;
  #retryAt = 0;
  /** Commands of this run that are on disk, with the session's last seq after them. */
  readonly #answers = new Map<string, number>();
  /** Written in this round, and not yet told. */
  #written: SessionEvent[] = [];

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#saved = parts.session;
    this.#events = parts.events === null ? null : [...parts.events];
    this.#ahead = { session: parts.session, events: [] };
  }

  /** The session as it lies in the record. */
  get saved(): Session {
    return this.#saved;
  }

  /** The session as the room lives it. */
  get ahead(): Session {
    return this.#ahead.session;
  }

  /** Every event that is saved; null where they lie in the record only. */
  get events(): readonly SessionEvent[] | null {
    return this.#events;
  }

  get unsaved(): Unsaved | null {
    return this.#why === null ? null : { ...this.#why, events: this.#ahead.events };
  }

  /** What a command of this run was answered: the session's last seq then. Null where it is not known here. */
  answerOf(commandId: string): number | null {
    return this.#answers.get(commandId) ?? null;
  }

  holds(commandId: string): boolean {
    return this.#held.some((held) => held.commandId === commandId);
  }

  /** `ok` means on disk. `unsaved` means held: written in its turn, as soon as the disk takes it. Anything else: not taken. */
  async take(events: readonly NewSessionEvent[], commandId: string | null, now: ClockReading): Promise<Answer<null>> {
    const held: Held = { commandId, at: now, events };
    if (this.#why !== null) return this.#hold(held, unsavedBy(this.#why.code));
    const refusal = await this.#write(held, now);
    if (refusal === null) return success(null, this.answerOf(commandId ?? '') ?? this.#saved.seq);
    if (isHopeless(refusal) || (refusal.kind === 'refused' && commandId !== null)) return refusal;
    this.#retryAt = now.monotonicMs + RETRY_MS;
    return this.#hold(held, refusal);
  }

  /** Tries to write what is held, oldest first, where its time has come. */
  async retry(clock: Pick<Clock, 'now'>, atOnce = false): Promise<void> {
    if (this.#held.length === 0 || (!atOnce && clock.now().monotonicMs < this.#retryAt)) return;
    const before = this.#held.length;
    for (let [held] = this.#held; held !== undefined; [held] = this.#held) {
      const now = clock.now();
      const refusal = await this.#write({ ...held, events: asWrittenAt(held, now) }, now);
      if (refusal !== null && !isHopeless(refusal)) {
        this.#retryAt = now.monotonicMs + RETRY_MS;
        this.#why = { since: this.#why?.since ?? now.wallMs, code: refusal.code };
        break;
      }
      // Only facts of an impossible form are hopeless; the session goes on without them, and it is said.
      if (refusal !== null) this.#parts.onHopeless(refusal.code);
      this.#held = this.#held.filter((other) => other !== held);
    }
    this.#tellWritten(before, clock.now());
  }

  /** Folds what lies in the record beyond the state, as after a worker that died between disk and answer. */
  async catchUp(now: ClockReading): Promise<void> {
    const before = this.#held.length;
    await this.#readOn();
    this.#tellWritten(before, now);
  }

  async #readOn(): Promise<readonly SessionEvent[]> {
    const found: SessionEvent[] = [];
    for (;;) {
      const page = await this.#parts.record.since(sessionStream(this.#saved.sessionId), this.#saved.seq, CATCH_UP);
      if (!page.ok) return found;
      found.push(...this.#fold(page.data.events as SessionEvent[]));
      if (!page.data.more) return found;
    }
  }

  /** Null where the facts are on disk. */
  async #write(held: Held, now: ClockReading): Promise<Failure | null> {
    const waiting = this.#held.length;
    const { commandId, events } = held;
    const answer = await this.#parts.record.append({
      stream: sessionStream(this.#saved.sessionId),
      expectedSeq: this.#saved.seq,
      commandId,
      recordedAt: now,
      version: SESSION_BODY_VERSION,
      events,
    });
    if (answer.ok) {
      // A repeat is answered with what its first time wrote, which may lie further on than the state.
      const [first] = answer.data.events;
      if (first !== undefined && first.seq > this.#saved.seq + 1) await this.#readOn();
      this.#fold(answer.data.events as SessionEvent[]);
      if (commandId !== null) this.#answers.set(commandId, answer.seq ?? this.#saved.seq);
      return null;
    }
    if (isHopeless(answer)) return answer;
    // The answer may be lost and the facts on disk all the same: look before anything else is decided.
    const found = await this.#readOn();
    return this.#held.length < waiting || isWritten(held, found) ? null : answer;
  }

  /** After a round of writing: windows are told what is saved by now, and anew what is still to come after it. */
  #tellWritten(before: number, now: ClockReading): void {
    if (this.#held.length < before) this.#lookAhead(now);
    if (this.#held.length === 0) this.#why = null;
    const told = this.#written;
    this.#written = [];
    if (this.#held.length < before) this.#parts.onWritten([...told, ...this.#ahead.events]);
    if (before > 0) this.#parts.onUnsaved();
  }

  #hold(held: Held, refusal: Failure): Failure {
    const before = this.#ahead.session;
    this.#held.push(held);
    this.#why = { since: this.#why?.since ?? held.at.wallMs, code: refusal.code };
    this.#ahead = aheadBy(this.#ahead, held, held.at);
    const news = this.#ahead.events.slice(-held.events.length);
    if (held.events.length > 0) this.#parts.onEvents(before, this.#ahead.session, news);
    this.#parts.onUnsaved();
    return unsavedBy(refusal.code);
  }

  /** Takes what the record has. Of it, what was held is known to the room already; the rest is news. */
  #fold(written: readonly SessionEvent[]): readonly SessionEvent[] {
    const news = written.filter((event) => event.seq > this.#saved.seq);
    if (news.length === 0) return news;
    const before = this.#ahead.session;
    this.#saved = news.reduce<Session>((session, event) => evolve(session, event), this.#saved);
    this.#events?.push(...news);
    for (const { commandId, seq } of news) if (commandId !== null) this.#answers.set(commandId, seq);
    let known = 0;
    for (let [held] = this.#held; held !== undefined && isWritten(held, news.slice(known)); [held] = this.#held) {
      known += held.events.length;
      this.#held.shift();
    }
    this.#written.push(...news.slice(0, known));
    if (this.#held.length === 0) this.#ahead = { session: this.#saved, events: [] };
    else this.#ahead = { ...this.#ahead, events: this.#ahead.events.slice(known) };
    if (known < news.length) this.#parts.onEvents(before, this.#ahead.session, news.slice(known));
    return news;
  }

  #lookAhead(now: ClockReading): void {
    const start: Ahead = { session: this.#saved, events: [] };
    this.#ahead = this.#held.reduce<Ahead>(
      (ahead, held) => aheadBy(ahead, { ...held, events: asWrittenAt(held, now) }, now),
      start,
    );
  }
}

/** No disk will ever take it. */
function isHopeless(answer: Failure): boolean {
  return answer.kind === 'invalid' || answer.code === 'record.eventInvalid';
}

function unsavedBy(code: string): Failure {
  return { ok: false, kind: 'unsaved', code, params: {} };
}
