import { failure, success, type Answer } from '../../../shared/ipc/answer.ts';
import { musicPlan } from '../../../shared/music/plan.ts';
import type { SessionMusic } from '../../../shared/music/set.ts';
import type { Protocol } from '../../../shared/protocol/schema.ts';
import type { CommandEnvelope } from '../../../shared/session/command.ts';
import { decide } from '../../../shared/session/decide.ts';
import {
  SESSION_BODY_VERSION,
  sessionStream,
  type Author,
  type NewSessionEvent,
  type SessionEvent,
} from '../../../shared/session/event.ts';
import { evolve } from '../../../shared/session/evolve.ts';
import { APP, newEvent } from '../../../shared/session/pending.ts';
import type { Session } from '../../../shared/session/state.ts';
import { cueOutcome, tick } from '../../../shared/session/tick.ts';
import type { Scene } from '../../../shared/lights/scene.ts';
import type { ClockReading } from '../../../shared/time/clock.ts';

/** What a session tells the page around it. */
export interface SessionListener {
  readonly onEvents: (sessionId: string, events: readonly SessionEvent[]) => void;
  readonly onScene: (scene: Scene, fadeMs: number) => void;
}

/** One session on the real engine, its record an array. Lamps always answer; tracks always start. */
export class InPageSession {
  readonly sessionId: string;
  readonly protocol: Protocol;
  readonly #listener: SessionListener;
  readonly #musicOf: (musicHash: string | null) => SessionMusic | null;
  readonly #answers = new Map<string, number>();
  #events: SessionEvent[] = [];
  #session: Session | null = null;
  #before: ClockReading | null = null;
  /** The last event on disk; null while the disk takes everything. */
  #saved: number | null = null;
  #refusal: string | null = null;

  constructor(
    sessionId: string,
    protocol: Protocol,
    musicOf: (hash: string | null) => SessionMusic | null,
    listener: SessionListener,
  ) {
    this.sessionId = sessionId;
    this.protocol = protocol;
    this.#musicOf = musicOf;
    this.#listener = listener;
  }

  get events(): readonly SessionEvent[] {
    return this.#events;
  }

  get session(): Session {
    if (this.#session === null) throw new Error('The session has no events yet');
    return this.#session;
  }

  /** The last event on disk. */
  get saved(): number {
    return this.#saved ?? this.session.seq;
  }

  /** Why the disk refuses just now, or null. */
  get refusal(): string | null {
    return this.#refusal;
  }

  /** The disk refuses from now on, or (null) takes what waits and everything after it. */
  refuseDisk(code: string | null): void {
    const waiting = this.#events.slice(this.saved);
    this.#refusal = code;
    this.#saved = code === null ? null : this.saved;
    if (code === null && waiting.length > 0) this.#listener.onEvents(this.sessionId, waiting);
  }

  get music(): SessionMusic | null {
    return this.#musicOf(this.session.musicHash);
  }

  execute(envelope: CommandEnvelope, author: Author, now: ClockReading): Answer<Record<string, never>> {
    const known = this.#answers.get(envelope.commandId);
    if (known !== undefined) return known <= this.saved ? success({}, known) : failure('unsaved', this.#refusal ?? '');
    const decision = decide(this.#session, this.protocol, envelope.command, { now, author, seenSeq: envelope.seenSeq });
    if (!decision.ok) return decision;
    this.append(decision.events, envelope.commandId, now);
    this.#answers.set(envelope.commandId, this.session.seq);
    return this.#refusal === null ? success({}, this.session.seq) : failure('unsaved', this.#refusal);
  }

  tick(now: ClockReading): void {
    if (this.#session === null) return;
    this.append(tick(this.#session, this.protocol, this.#before ?? now, now), null, now);
    this.#before = now;
    this.#playOn(now);
  }

  append(events: readonly NewSessionEvent[], commandId: string | null, now: ClockReading): void {
    if (events.length === 0) return;
    const written = events.map((event, index) => ({
      ...event,
      stream: sessionStream(this.sessionId),
      seq: this.#events.length + index + 1,
      recordedAt: now,
      pc: 'preview',
      commandId,
      version: SESSION_BODY_VERSION,
    }));
    this.#events = [...this.#events, ...written];
    this.#session = written.reduce<Session | null>(evolve, this.#session);
    this.#listener.onEvents(this.sessionId, written);
    for (const event of written) this.#carryOut(event, now);
    this.#playOn(now);
  }

  #carryOut({ body }: SessionEvent, now: ClockReading): void {
    if (body.type === 'cueFired') {
      if (body.action.kind === 'scene') this.#listener.onScene(body.action.scene, body.action.fadeMs);
      const outcome = cueOutcome(this.session, body.cueId, null, now);
      if (outcome !== null) this.append([outcome], null, now);
    }
    if (body.type === 'lightsSet') {
      this.#listener.onScene(body.scene, body.fadeMs);
      this.append(
        [newEvent(this.session, { type: 'lightsReached', lamps: [{ driver: 'screen', tookMs: 0 }] }, APP, now)],
        null,
        now,
      );
    }
  }

  /** The track that the plan wants begins at once. */
  #playOn(now: ClockReading): void {
    const { music, session, protocol } = this;
    if (music === null) return;
    const { current } = musicPlan({ session, protocol, music }, now);
    const { played, turn } = session.music;
    if (current === null || current.playId <= played.length) return;
    const { track, positionMs, phase: inPhase, fadeInMs } = current;
    const why = turn?.why ?? 'plan';
    const body = {
      type: 'trackStarted',
      trackId: track.id,
      title: track.title,
      phase: track.phase,
      positionMs,
      why,
      inPhase,
      fadeInMs,
    } as const;
    this.append([newEvent(this.session, body, APP, now)], null, now);
  }
}

/** An answer for a session nobody knows. */
export function unknownSession(): Answer<never> {
  return failure('refused', 'session.unknown');
}
