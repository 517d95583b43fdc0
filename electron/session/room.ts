import { replay } from '../../shared/session/evolve.ts';
import { restart } from '../../shared/session/tick.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import type { Session } from '../../shared/session/state.ts';
import { sessionMusicSchema, type SessionMusic } from '../../shared/music/set.ts';
import type { Patient } from '../../shared/people/people.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RecordClient } from '../record/client.ts';
import { systemTimers } from '../lights/timers.ts';
import type { Clock } from './clock.ts';
import { findEvents, latestSign, protocolReader } from './load-session.ts';
import { createOnTime } from './on-time.ts';
import { createSessionClocks, type PacedClock, type SessionClocks } from './paced-clock.ts';
import { SessionRunner, type RunnerParts } from './runner.ts';

/** How often main looks at the clock, ms; besides, it looks at the moment of each cue. */
export const TICK_MS = 250;
/** How often a sign of life and the clock's anchor go out, ms. */
export const HEARTBEAT_MS = 5_000;

/** The two records of this PC. */
export interface Records {
  readonly clinic: RecordClient;
  readonly practice: RecordClient;
}

/** What could not be written yet, of all sessions: how many entries, why, and since when (epoch ms). */
export interface RoomUnsaved {
  readonly entries: number;
  readonly code: string;
  readonly since: number;
}

export interface RoomParts {
  readonly clock: Clock;
  readonly records: Records;
  /** New facts, once each: on disk and folded, or held where the disk refuses. */
  readonly onEvents: (runner: SessionRunner, before: Session, after: Session, events: readonly SessionEvent[]) => void;
  /** Facts that were held are on disk by now. */
  readonly onWritten: (runner: SessionRunner, events: readonly SessionEvent[]) => void;
  /** What could not be written yet changed. */
  readonly onUnsaved: (unsaved: RoomUnsaved | null) => void;
  /** Facts that no disk will take. */
  readonly onHopeless: (code: string) => void;
}

type Opened = Pick<RunnerParts, 'record' | 'clock' | 'protocol' | 'session'> & {
  readonly events: readonly SessionEvent[];
};

const activePhases: readonly Session['phase'][] = ['infusing', 'overtime', 'recovery'];

/** Whether the session holds the room: music, lights and the emergency are its own. */
export function holdsRoom(session: Session): boolean {
  return activePhases.includes(session.phase) || (session.phase === 'preChecks' && session.settledIn);
}

/** Whether a session holds the room, on disk or in what could not be written yet. */
export function occupies(runner: SessionRunner): boolean {
  return holdsRoom(runner.session) || holdsRoom(runner.ahead);
}

/** All sessions that are open on this PC, at most one of which holds the room. */
export class Room {
  readonly #parts: RoomParts;
  readonly #onTime = createOnTime(systemTimers, TICK_MS);
  readonly #runners = new Map<string, SessionRunner>();
  readonly #music = new Map<string, SessionMusic>();
  readonly #patients = new Map<string, Patient>();
  readonly #clocks: SessionClocks;
  readonly #protocolOf = protocolReader();
  #lastRead: SessionRunner | null = null;
  readonly #loading = new Map<string, Promise<Answer<SessionRunner>>>();

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.#clocks = createSessionClocks(parts.clock);
  }

  /** The session that holds the room, else one in its pre-checks, else none. */
  get live(): SessionRunner | null {
    const open = [...this.#runners.values()].filter((runner) => !runner.over);
    return open.find(occupies) ?? open.find((runner) => runner.ahead.phase === 'preChecks') ?? null;
  }

  /** Takes up every session that was live when the app was last here. Codes of what could not be taken up. */
  async resume(): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const record of [this.#parts.records.clinic, this.#parts.records.practice]) {
      const live = await record.liveSessions();
      if (!live.ok) problems.push(live.code);
      for (const row of live.ok ? live.data : []) {
        const lastSeen = await record.heartbeatOf(row.sessionId);
        if (lastSeen.ok && lastSeen.data !== null) this.#parts.clock.recall(lastSeen.data);
        const runner = await this.runner(row.sessionId);
        if (!runner.ok) problems.push(runner.code);
      }
    }
    return problems;
  }

  /** The runner of a session, loaded from its record where it is not open yet. */
  runner(sessionId: string): Promise<Answer<SessionRunner>> {
    const open = this.#runners.get(sessionId);
    if (open !== undefined) return Promise.resolve(success(open));
    const loading =
      this.#loading.get(sessionId) ?? this.#load(sessionId).finally(() => this.#loading.delete(sessionId));
    this.#loading.set(sessionId, loading);
    return loading;
  }

  /** The music of a session; null where it has none, and where it cannot be read just now. */
  async musicOf(session: Session): Promise<SessionMusic | null> {
    if (session.musicHash === null) return null;
    const known = this.#music.get(session.musicHash);
    if (known !== undefined) return known;
    const content = await this.recordOf(session.created.practice).getContent(session.musicHash);
    const music = content.ok ? sessionMusicSchema.safeParse(content.data.value) : null;
    if (music?.success !== true) return null;
    this.#music.set(session.musicHash, music.data);
    return music.data;
  }

  /** The patient of a session as the record has them, else as they were known last; null where it has none. */
  async patientOf({ created }: Session): Promise<Answer<Patient | null>> {
    const { patientId, practice } = created;
    if (patientId === null) return success(null);
    const found = await this.recordOf(practice).patient(patientId);
    if (found.ok && found.data !== null) this.#patients.set(patientId, found.data);
    const known = this.#patients.get(patientId);
    return found.ok || known === undefined ? found : success(known);
  }

  recordOf(practice: boolean): RecordClient {
    return practice ? this.#parts.records.practice : this.#parts.records.clinic;
  }

  /** The clock of an open practice session; null for every other. */
  pacedClockOf(sessionId: string): PacedClock | null {
    return this.#clocks.paced(sessionId);
  }

  /** Lets go of an erased patient and of their sessions, which are in no record any more. */
  forget(patientId: string): void {
    this.#patients.delete(patientId);
    this.#lastRead?.letGo();
    for (const [sessionId, { session }] of this.#runners)
      if (session.created.patientId === patientId) this.#runners.delete(sessionId);
  }

  /** Looks at the clock for every session that is not over. */
  tick(): void {
    for (const runner of this.#runners.values()) this.#onTime.look(runner);
  }

  /** Leaves a sign of life of every live session, each by its own clock. */
  async heartbeat(): Promise<void> {
    for (const runner of this.#runners.values()) {
      if (runner.over || runner.session.phase === 'draft') continue;
      const { sessionId, created } = runner.session;
      await this.recordOf(created.practice).heartbeat(sessionId, runner.clock.now());
    }
  }

  /** The end: no more looks at the clock; waits until every queue is empty, and tries what waits for the disk a last time. */
  async settled(): Promise<void> {
    this.#onTime.stop();
    for (const runner of this.#runners.values()) await runner.retry();
  }

  async #load(sessionId: string): Promise<Answer<SessionRunner>> {
    const { clinic, practice } = this.#parts.records;
    const found = await findEvents([clinic, practice], sessionId);
    if (!found.ok) return found;
    const { record, events } = found.data;
    const session = replay(events);
    if (session === null) return failure('refused', 'session.unknown');
    const [protocol, heartbeat] = await Promise.all([
      this.#protocolOf(record, session.created.protocolHash),
      record.heartbeatOf(sessionId),
    ]);
    if (!protocol.ok) return protocol;
    if (!heartbeat.ok) return heartbeat;
    const lastSeen = latestSign(heartbeat.data, session.life.at);
    const clock = this.#clocks.begin(session, lastSeen);
    const runner = this.#start({ record, clock, protocol: protocol.data, session, events });
    this.#runners.set(sessionId, runner);
    // Whoever opens a session that is over asks for its events next: those of the last one are kept for that.
    this.#lastRead?.letGo();
    this.#lastRead = runner;
    if (!runner.over && session.phase !== 'draft') {
      await runner.observe((state, now) => restart(state, protocol.data, lastSeen, now));
    }
    return success(runner);
  }

  /** From now on; what happened since the last sign of life is the restart's to tell. */
  #start(opened: Opened): SessionRunner {
    const { session, clock, events } = opened;
    const isOver = session.phase === 'finished' || session.phase === 'notGiven';
    const runner: SessionRunner = new SessionRunner({
      ...opened,
      ...(isOver ? { events: null, read: events } : { events }),
      lastSeen: clock.now(),
      onEvents: (before, after, events) => this.#parts.onEvents(runner, before, after, events),
      onWritten: (written) => this.#parts.onWritten(runner, written),
      onUnsaved: () => this.#parts.onUnsaved(this.#unsaved()),
      onHopeless: this.#parts.onHopeless,
    });
    return runner;
  }

  #unsaved(): RoomUnsaved | null {
    const waiting = [...this.#runners.values()].map((runner) => runner.unsaved).filter((unsaved) => unsaved !== null);
    const [first] = waiting;
    if (first === undefined) return null;
    return {
      entries: waiting.reduce((sum, { events }) => sum + events.length, 0),
      code: first.code,
      since: Math.min(...waiting.map(({ since }) => since)),
    };
  }
}
