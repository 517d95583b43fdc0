import { defaultProtocol } from '../../shared/protocol/default-protocol.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import { createSession, decide, type Decision } from '../../shared/session/decide.ts';
import type { SessionCommand } from '../../shared/session/command.ts';
import type { Order } from '../../shared/session/preparation-bodies.ts';
import type { SessionBody, SessionBodyOf } from '../../shared/session/event-bodies.ts';
import {
  SESSION_BODY_VERSION,
  sessionStream,
  type Author,
  type NewSessionEvent,
  type SessionEvent,
} from '../../shared/session/event.ts';
import { evolve } from '../../shared/session/evolve.ts';
import type { Session } from '../../shared/session/state.ts';
import { cueOutcome, restart, tick } from '../../shared/session/tick.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import { emptyParts } from '../../shared/vitals/validate.ts';
import type { ReadingParts } from '../../shared/vitals/reading.ts';
import { goodAnswer } from './check-answers.ts';
import { FakeClock } from './fake-clock.ts';

/** A named cast: R. Alvarez enters, M. Okafor checks, Dr. Lindqvist prescribes. */
export const alvarez: Author = { kind: 'staff', staffId: 'alvarez' };
export const okafor: Author = { kind: 'staff', staffId: 'okafor' };
export const lindqvist: Author = { kind: 'staff', staffId: 'lindqvist' };

export const order: Order = {
  drug: 'Ketamine',
  mgPerKg: 0.5,
  weightKg: 72,
  mg: 36,
  concentrationMgPerMl: 1,
  rateMlPerHour: 43.2,
  route: 'iv',
  prescriber: 'Dr. Lindqvist',
};

/** A reading with only what is named. */
export function parts(given: Partial<ReadingParts>): ReadingParts {
  return { ...emptyParts, ...given };
}

export const calm = parts({
  systolic: 118,
  diastolic: 74,
  spo2: 98,
  pulse: 72,
  respirations: 14,
  sedation: { kind: 'rass', value: 0 },
  oxygenTenths: 0,
});

/** One room with its session, its clock and its record, driven the way the runner drives it. */
export class TestRoom {
  readonly clock: FakeClock;
  readonly protocol: Protocol;
  readonly events: SessionEvent[] = [];
  session: Session;
  author: Author = alvarez;
  /** The last sign of life, as the heartbeat would keep it. */
  before: ClockReading;
  #ids = 0;

  /** @param practice of a made-up patient, simulated where it says how */
  constructor(
    clock: FakeClock = new FakeClock(),
    protocol: Protocol = defaultProtocol(0, 'Clinic'),
    practice: Pick<SessionBodyOf<'created'>, 'practice' | 'simulation'> = { practice: false },
  ) {
    this.clock = clock;
    this.protocol = protocol;
    this.before = clock.now();
    const created = createSession(
      {
        patientId: 'patient-1',
        courseId: 'course-1',
        infusionNumber: 3,
        plannedInfusions: 6,
        ...practice,
        protocolHash: 'protocol-hash',
        musicHash: 'music-hash',
        plannedMs: protocol.infusionMs,
        room: 'Room 2',
        timeZone: 'America/Denver',
      },
      this.author,
      clock.now(),
    );
    const event = this.#recorded(created, 1, clock.now());
    this.events.push(event);
    this.session = evolve(null, event);
  }

  /** A new id. */
  id(): string {
    this.#ids += 1;
    return `id-${this.#ids}`;
  }

  #recorded(event: NewSessionEvent, seq: number, recordedAt: ClockReading): SessionEvent {
    return {
      ...event,
      stream: sessionStream('session-1'),
      seq,
      recordedAt,
      pc: 'pc-1',
      commandId: null,
      version: SESSION_BODY_VERSION,
    };
  }

  /** Records events as the runner does: all at one look at the clocks. */
  record(events: readonly NewSessionEvent[], now: ClockReading = this.clock.now()): void {
    for (const event of events) {
      const recorded = this.#recorded(event, this.session.seq + 1, now);
      this.events.push(recorded);
      this.session = evolve(this.session, recorded);
    }
  }

  /** Asks for a command; the answer is data. */
  ask(command: SessionCommand, seenSeq: number = this.session.seq): Decision {
    const now = this.clock.now();
    const decision = decide(this.session, this.protocol, command, { now, author: this.author, seenSeq });
    if (decision.ok) this.record(decision.events, now);
    return decision;
  }

  /** A command that has to go through. */
  do(command: SessionCommand): this {
    const decision = this.ask(command);
    if (!decision.ok)
      throw new Error(`${command.type} was refused: ${decision.code} ${JSON.stringify(decision.params)}`);
    return this;
  }

  /** The code of a refusal; throws where the command went through. */
  refusal(command: SessionCommand, seenSeq: number = this.session.seq): string {
    const decision = this.ask(command, seenSeq);
    if (decision.ok) throw new Error(`${command.type} was not refused`);
    return decision.code;
  }

  /** One look at the clock, and every fired cue carried out. */
  tick(): this {
    const now = this.clock.now();
    this.record(tick(this.session, this.protocol, this.before, now), now);
    this.before = now;
    return this.carryOut();
  }

  /** Outcomes of what was fired. */
  carryOut(): this {
    const now = this.clock.now();
    for (const cue of this.protocol.cues) {
      const outcome = cueOutcome(this.session, cue.id, null, now);
      if (outcome !== null) this.record([outcome], now);
    }
    return this;
  }

  /** Lets awake time pass, with a tick every second. */
  run(ms: number, everyMs = 1000): this {
    for (let left = ms; left > 0; left -= everyMs) {
      this.clock.advance(Math.min(left, everyMs));
      this.tick();
    }
    return this;
  }

  /** The app comes back on the machine as the clock now says; the heartbeat is the last tick. */
  comeBack(): this {
    const now = this.clock.now();
    this.record(restart(this.session, this.protocol, this.before, now), now);
    this.before = now;
    return this.carryOut();
  }

  /** The same figures twice within a moment are meant here. */
  takeReading(given: ReadingParts = calm): string {
    const readingId = this.id();
    const takenAt = this.clock.now().wallMs;
    this.do({ type: 'takeReading', readingId, parts: given, takenAt, confirmed: ['savedAlready'] });
    return readingId;
  }

  answerChecks(list: 'preChecks' | 'recovery'): this {
    const items = list === 'preChecks' ? this.protocol.preChecks : this.protocol.recoveryChecks;
    for (const item of items)
      this.do({ type: 'answerCheck', list, itemId: item.id, ...goodAnswer(item, this.clock.now().wallMs) });
    return this;
  }

  /** Pre-checks with everything that a start needs, music begun. */
  prepared(): this {
    this.do({ type: 'beginPreChecks' });
    this.answerChecks('preChecks');
    this.do({
      type: 'enterOrder',
      order: { ...order, rateMlPerHour: Math.round((36 / (this.session.plannedMs / 3_600_000)) * 10) / 10 },
    });
    this.do({ type: 'checkOrder', checkerId: 'okafor', pin: '1234' });
    this.do({ type: 'acceptBaseline', readingId: this.takeReading() });
    return this.do({ type: 'settleIn' });
  }

  /** An infusion that has just begun, its first cues sent. */
  started(): this {
    return this.prepared().do({ type: 'start', agoMs: 0 }).tick();
  }

  /** Recovery after a whole infusion. */
  recovering(): this {
    this.started().run(this.session.plannedMs);
    return this.do({ type: 'stopPump', reason: 'complete', note: null, agoMs: 0 }).tick();
  }

  /** A session that ended well. */
  finished(): this {
    this.recovering().run(this.protocol.recoveryMs).answerChecks('recovery');
    const items = { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 };
    this.do({ type: 'recordDose', mgGiven: 36, mgDiscarded: 0, witness: null, note: null });
    this.do({ type: 'score', scale: 'aldrete', items, judgement: 'fit' });
    return this.do({ type: 'finish', how: 'fit', escort: 'sister', note: null, agoMs: 0 });
  }

  /** Bodies of one type, in order. */
  bodies<T extends SessionBody['type']>(type: T): Extract<SessionBody, { type: T }>[] {
    return this.events
      .map((event) => event.body)
      .filter((body): body is Extract<SessionBody, { type: T }> => body.type === type);
  }

  /** Ids of cues that were carried out, in order. */
  fired(): string[] {
    return this.bodies('cueFired').map((body) => body.cueId);
  }

  /** Ids of cues recorded as passed. */
  passed(): string[] {
    return this.bodies('cuePassed').map((body) => body.cueId);
  }
}
