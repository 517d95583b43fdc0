import type { Append } from '../../electron/record/client.ts';
import { cueLifeMs } from '../../shared/cues/due.ts';
import type { SessionMusic } from '../../shared/music/set.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { SessionCommand } from '../../shared/session/command.ts';
import { createSession, decide } from '../../shared/session/decide.ts';
import type { SessionBody, SessionBodyOf } from '../../shared/session/event-bodies.ts';
import { SESSION_BODY_VERSION, sessionStream, type Author, type NewSessionEvent } from '../../shared/session/event.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { lifeMs } from '../../shared/session/life.ts';
import { APP, newEvent } from '../../shared/session/pending.ts';
import type { Session } from '../../shared/session/state.ts';
import { cueOutcome, restart, tick } from '../../shared/session/tick.ts';
import { shiftClock, type ClockReading } from '../../shared/time/clock.ts';
import type { Random } from './random.ts';

/** A look at the clock every so often, as main does. */
const LOOK_MS = 250;
/** What a lamp takes to answer, ms. */
const LAMP_MS = 40;

export interface SittingParts {
  readonly sessionId: string;
  readonly created: Omit<SessionBodyOf<'created'>, 'type'>;
  readonly protocol: Protocol;
  readonly music: SessionMusic;
  readonly author: Author;
  readonly clockOf: (wallMs: number) => ClockReading;
  readonly startsAt: number;
  readonly random: Random;
}

/** One session driven as the runner drives it, at a clock that jumps from one moment of interest to the next. */
export class Sitting {
  readonly appends: Append[] = [];
  readonly random: Random;
  author: Author;
  session: Session;
  readonly #parts: SittingParts;
  #wallMs: number;
  #trackEndsAt = Infinity;

  constructor(parts: SittingParts) {
    this.#parts = parts;
    this.random = parts.random;
    this.author = parts.author;
    this.#wallMs = parts.startsAt;
    const event = createSession(parts.created, parts.author, this.now());
    const [session] = this.#write(null, [event], null);
    if (session === undefined) throw new Error('A session begins with an event');
    this.session = session;
  }

  now(): ClockReading {
    return this.#parts.clockOf(this.#wallMs);
  }

  get protocol(): Protocol {
    return this.#parts.protocol;
  }

  /** One command under an id of its own; whether it went through. */
  attempt(command: SessionCommand, author: Author = this.author): boolean {
    const decision = this.#decide(command, author);
    return decision.ok;
  }

  /** A command that has to go through. */
  press(command: SessionCommand, author: Author = this.author): this {
    const decision = this.#decide(command, author);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.code} ${JSON.stringify(decision)}`);
    return this;
  }

  /** The code of a refusal and what it names, or null where the command went through. */
  ask(command: SessionCommand, author: Author = this.author): Readonly<Record<string, string | number>> | null {
    const decision = this.#decide(command, author);
    return decision.ok ? null : { ...decision.params, code: decision.code };
  }

  /** A fact the app saw for itself. */
  observe(body: SessionBody): void {
    this.#write(this.session, [newEvent(this.session, body, APP, this.now())], null);
  }

  /** Lets time pass, looking at the clock whenever something comes due. */
  pass(ms: number): this {
    const until = this.#wallMs + ms;
    for (let next = this.#nextMoment(); next <= until; next = this.#nextMoment()) {
      this.#wallMs = Math.max(this.#wallMs, next + this.random.whole(0, LOOK_MS - 1));
      this.#look();
    }
    this.#wallMs = Math.max(this.#wallMs, until);
    return this;
  }

  /** The app ends and is back after `ms`. */
  restart(ms: number): this {
    const heartbeat = this.now();
    this.#wallMs += ms;
    const now = this.now();
    this.#write(this.session, restart(this.session, this.protocol, heartbeat, now), null);
    this.#carryOut();
    return this;
  }

  #decide(command: SessionCommand, author: Author): ReturnType<typeof decide> {
    const now = this.now();
    const decision = decide(this.session, this.protocol, command, { now, author, seenSeq: this.session.seq });
    if (!decision.ok) return decision;
    this.#write(this.session, decision.events, this.random.id());
    for (const { body } of decision.events)
      if (body.type === 'lightsSet') this.observe({ type: 'lightsReached', lamps: [{ driver: 'screen', tookMs: 1 }] });
    this.#look();
    return decision;
  }

  /** Epoch ms of the next moment at which the app has something to do by itself. */
  #nextMoment(): number {
    const nowLifeMs = lifeMs(this.session, this.now());
    const open = this.protocol.cues
      .filter((cue) => !(cue.id in this.session.cues))
      .map((cue) => cueLifeMs(this.session, cue))
      .filter((at) => at !== null && at > nowLifeMs)
      .map((at) => this.#wallMs + ((at ?? 0) - nowLifeMs));
    return Math.min(...open, this.#trackEndsAt);
  }

  #look(): void {
    const now = this.now();
    const events = tick(this.session, this.protocol, shiftClock(now, -LOOK_MS), now);
    if (events.length > 0) this.#write(this.session, events, null);
    this.#carryOut();
  }

  /** What lamps and player answer. */
  #carryOut(): void {
    const fired = Object.entries(this.session.cues).filter(([, state]) => state === 'fired');
    for (const [cueId] of fired) {
      this.#wallMs += LAMP_MS;
      const failed = this.random.chance(0.002) ? 'timeout' : null;
      const outcome = cueOutcome(this.session, cueId, failed, this.now());
      if (outcome !== null) this.#write(this.session, [outcome], null);
    }
    this.#play();
  }

  /** Starts the track that should sound, where another one does or none. */
  #play(): void {
    const { phase, track, silent, turn } = this.session.music;
    const over = this.session.phase === 'finished' || this.session.phase === 'notGiven';
    if (phase === null || silent || over) {
      this.#trackEndsAt = Infinity;
      return;
    }
    if (track !== null && track.phase === phase && turn === null && this.#wallMs < this.#trackEndsAt) return;
    const { set, recovery } = this.#parts.music;
    const fitting = [...(set?.tracks ?? []), recovery].filter((candidate) => candidate.phase === phase);
    const chosen = fitting.find(({ id }) => !this.session.music.played.includes(id)) ?? this.random.pick(fitting);
    const why = turn?.why ?? 'plan';
    this.#trackEndsAt = this.#wallMs + chosen.durationMs;
    this.observe({ type: 'trackStarted', trackId: chosen.id, title: chosen.title, phase, positionMs: 0, why });
  }

  /** Folds events and keeps them as the runner would append them: all at one look at the clock. */
  #write(before: Session | null, events: readonly NewSessionEvent[], commandId: string | null): Session[] {
    const { sessionId } = this.#parts;
    const stream = sessionStream(sessionId);
    const recordedAt = this.now();
    const states: Session[] = [];
    let state = before;
    for (const event of events) {
      const seq = (state?.seq ?? 0) + 1;
      state = evolve(state, { ...event, stream, seq, recordedAt, pc: '', commandId, version: SESSION_BODY_VERSION });
      states.push(state);
    }
    const expectedSeq = before?.seq ?? 0;
    this.appends.push({ stream, expectedSeq, commandId, recordedAt, version: SESSION_BODY_VERSION, events });
    if (state !== null) this.session = state;
    return states;
  }
}
