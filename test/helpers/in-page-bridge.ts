import { failure, success, type Answer, type Failure } from '../../shared/ipc/answer.ts';
import {
  requests,
  type AppStatus,
  type PushData,
  type PushName,
  type RequestArgs,
  type RequestData,
  type RequestName,
  type WindowBridge,
} from '../../shared/ipc/contract.ts';
import type { SoundMoves } from '../../shared/ipc/output.ts';
import { calibrated, newHeadphones, shareFor } from '../../shared/music/hearing.ts';
import type { SessionMusic } from '../../shared/music/set.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { SessionRow } from '../../shared/people/people.ts';
import { shownOf } from '../../shared/people/session-flags.ts';
import type { SessionFacts } from '../../shared/people/session-facts.ts';
import { sessionFactsAfter } from '../../shared/people/session-row.ts';
import { InPageBetween } from './in-page/between.ts';
import { courseInfusion } from '../../shared/review/course.ts';
import { earlierSession } from '../../shared/chart/earlier.ts';
import { createSession } from '../../shared/session/decide.ts';
import { lastTimeOf, nextNoteOf } from '../../shared/session/last-time.ts';
import type { SessionCommand } from '../../shared/session/command.ts';
import type { Author, SessionEvent } from '../../shared/session/event.ts';
import { settableClock, type SettableClock } from './in-page/clock.ts';
import { goodHealth } from './in-page/health.ts';
import { longList, pageList } from './in-page/list.ts';
import { InPageLamps } from './in-page/lamps.ts';
import { seenInPage } from './in-page/computer.ts';
import { previewBed, previewSets } from './in-page/music.ts';
import { pageProtocols } from './in-page/protocols.ts';
import { roomIntake } from './in-page/room-intake.ts';
import { InPageRooms } from './in-page/rooms.ts';
import { InPageSending } from './in-page/sending.ts';
import { pageReviewLists } from './in-page/review-lists.ts';
import { InPagePeople, PREVIEW_PIN } from './in-page/people.ts';
import { musicTimeline } from '../../shared/music/timeline.ts';
import { defaultProtocol, fitProtocol } from '../../shared/protocol/default-protocol.ts';
import { InPageSession, unknownSession } from './in-page/sessions.ts';

export interface InPageOptions {
  /** Where the wall clock begins, epoch ms. */
  readonly wallMs: number;
  /** 0: the clock stands until it is moved; 1: it runs as the page's own. */
  readonly rate: number;
  readonly protocol: Protocol;
  readonly performanceNow: () => number;
}

/** Requests that no previewed screen makes are left out. */
type Handlers = { readonly [N in RequestName]?: (args: RequestArgs<N>) => Answer<RequestData<N>> };
const TICK_MS = 1_000;

/**
 * Main's side of the bridge inside the page: the real engine, a record in memory, fictional people. For previews and
 * tests of the window; it keeps no rule of its own but who is signed in.
 */
export class InPageBridge {
  readonly clock: SettableClock;
  readonly people: InPagePeople;
  readonly between = new InPageBetween();
  readonly sessions = new Map<string, InPageSession>();
  readonly lamps = new InPageLamps();
  readonly rooms = new InPageRooms();
  readonly sending = new InPageSending();
  readonly bridge: WindowBridge;
  /** What this computer does with sound whose output goes. */
  moves: SoundMoves = 'no';
  /** The clinic's own sets, as the editor of sets lists them. */
  ownSets: RequestData<'music.ownSets'>['sets'] = [];
  status: AppStatus;
  /** How long the list of sessions is made; 0: as long as it is. */
  moreRows = 0;
  /** Every push so far, for tests. */
  readonly pushed: { readonly name: PushName; readonly data: unknown }[] = [];
  readonly #protocol: Protocol;
  readonly #listeners = new Set<(message: string) => void>();
  readonly #failures = new Map<RequestName, Failure[]>();

  constructor(options: Partial<InPageOptions> = {}) {
    const performanceNow = options.performanceNow ?? (() => performance.now());
    this.clock = settableClock(options.wallMs ?? Date.now(), options.rate ?? 1, performanceNow);
    this.people = new InPagePeople(this.clock.now().wallMs);
    this.#protocol = options.protocol ?? defaultProtocol(Date.UTC(2026, 8, 1), 'Dr. N. Okafor');
    this.status = firstStatus(this.people);
    this.bridge = {
      request: async (message) => JSON.stringify(this.#answer(message)),
      drop: async () => 0,
      onPush: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }

  /** Changes the status and tells the window. */
  setStatus(change: Partial<AppStatus>): void {
    this.status = { ...this.status, ...change };
    this.push('status', this.status);
  }

  /** The next request of this name gets this failure instead of an answer; called twice, the next two. */
  failNext(name: RequestName, kind: Failure['kind'], code: string): void {
    this.#failures.set(name, [...(this.#failures.get(name) ?? []), failure(kind, code)]);
  }

  /** Moves time on, looking at the clock every second as main does, and sends the clock. */
  advance(ms: number): void {
    for (let left = ms; left > 0; left -= TICK_MS) {
      this.clock.move(Math.min(TICK_MS, left));
      this.tick();
    }
    this.sendClock();
  }

  /** One look at the clock by every session. */
  tick(): void {
    for (const session of this.sessions.values()) session.tick(this.clock.now());
  }

  sendClock(): void {
    this.push('clock', this.#clockNow());
  }

  push<N extends PushName>(name: N, data: PushData<N>): void {
    this.pushed.push({ name, data });
    const message = JSON.stringify({ name, data });
    for (const listener of this.#listeners) listener(message);
  }

  #answer(message: string): Answer<unknown> {
    const { name, args } = JSON.parse(message) as { name: RequestName; args: unknown };
    const failing = this.#failures.get(name)?.shift();
    if (failing !== undefined) return failing;
    const parsed = requests[name].args.safeParse(args);
    if (!parsed.success) return failure('invalid', 'ipc.badArgs');
    const handler = this.#handlers[name] as ((given: unknown) => Answer<unknown>) | undefined;
    return handler === undefined ? failure('broken', 'ipc.unknownRequest') : handler(parsed.data);
  }

  readonly #handlers: Handlers = {
    hello: () => success({ status: this.status, ...this.#clockNow() }),
    'app.setUp': ({ settings, staff }) => {
      const person = { staffId: this.people.newId('staff'), name: staff.name, role: staff.role, active: true };
      this.people.staff = [person];
      this.setStatus({ state: 'open', settings, signedIn: person });
      return success({});
    },
    'app.unlock': ({ passphrase }) => {
      if (passphrase !== 'correct horse') return failure('refused', 'access.wrongPassphrase');
      this.setStatus({ state: 'open' });
      return success({});
    },
    'settings.write': ({ settings }) => {
      this.setStatus({ settings });
      return success({});
    },
    'output.choose': ({ chosen }) => {
      const there = chosen === null ? 'default' : 'present';
      const headphones = chosen === null ? null : newHeadphones(chosen.label);
      this.setStatus({ output: { ...this.status.output, chosen, headphones, state: there } });
      return success({});
    },
    'output.setCap': ({ label, cap }) => {
      const { headphones } = this.status.output;
      if (headphones?.label !== label) return failure('refused', 'output.notThere');
      this.setStatus({ output: { ...this.status.output, headphones: { ...headphones, cap } } });
      return success({});
    },
    'output.calibrate': ({ label, readings, capDbA }) => {
      const { headphones } = this.status.output;
      const fullDbA = headphones?.label === label ? calibrated(readings, headphones.cap) : null;
      if (headphones === null || fullDbA === null) return failure('invalid', 'output.readingsDiffer');
      const measured = {
        ...headphones,
        fullDbA,
        calibratedAt: this.clock.now().wallMs,
        cap: shareFor(fullDbA, capDbA),
      };
      this.setStatus({ output: { ...this.status.output, headphones: measured } });
      return success({});
    },
    ...this.lamps.handlers,
    ...this.rooms.handlers,
    ...this.sending.handlers,
    'output.moves': () => success({ moves: this.moves }),
    'output.keep': () => {
      this.moves = 'untilStart';
      return success({ moves: this.moves });
    },
    'output.probe': () => success({}),
    'staff.list': () => success({ staff: this.people.staff }),
    'staff.add': ({ name, role }) => {
      const staffId = this.people.newId('staff');
      this.people.staff = [...this.people.staff, { staffId, name, role, active: true }];
      return success({ staffId });
    },
    'staff.signIn': ({ staffId, pin }) => {
      if (pin !== PREVIEW_PIN) return failure('refused', 'access.wrongPin');
      this.setStatus({ signedIn: this.people.staff.find((person) => person.staffId === staffId) ?? null });
      return success({});
    },
    'staff.signOut': () => {
      this.setStatus({ signedIn: null });
      return success({});
    },
    'patients.find': (args) => this.people.find(args),
    'patients.create': (args) => this.people.create(args, this.clock.now().wallMs),
    'patients.edit': (args) => this.people.edit(args),
    'courses.of': ({ patientId }) =>
      success({ courses: this.people.courses.filter((course) => course.patientId === patientId) }),
    'courses.create': (args) => this.people.createCourse(args, this.clock.now().wallMs),
    'courses.edit': (args) => this.people.editCourse(args),
    ...pageList(() => (this.moreRows === 0 ? this.rows() : longList(this.rows(), this.moreRows))),
    'sessions.list': ({ practice, today }) => {
      const rows = this.rows().filter((row) => row.practice === practice);
      const from = this.clock.now().wallMs - 12 * 3_600_000;
      return success({ sessions: today ? rows.filter((row) => row.createdAt >= from) : rows, more: false });
    },
    'practice.pace': ({ pace }) => {
      this.clock.pace(pace);
      this.sendClock();
      return success({});
    },
    'sessions.create': (args) => success({ sessionId: this.create(args) }),
    'session.open': ({ sessionId }) => {
      const found = this.sessions.get(sessionId);
      if (found === undefined) return unknownSession();
      const { protocol, music, session } = found;
      const patient = this.status.signedIn === null ? null : this.people.patient(session.created.patientId);
      return success({ protocol, music, patient, seq: session.seq }, session.seq);
    },
    'session.since': ({ sessionId, seq }) => {
      const found = this.sessions.get(sessionId);
      if (found === undefined) return unknownSession();
      const events = found.events.slice(seq, seq + 40);
      const more = found.events.length > seq + 40;
      return success({ events: [...events], more, saved: found.saved }, found.session.seq);
    },
    'session.earlier': ({ sessionId }) => {
      const found = this.sessions.get(sessionId);
      if (found === undefined) return unknownSession();
      const { created, createdAt } = found.session;
      const course = [...this.sessions.values()].filter(
        ({ session }) => session.created.courseId === created.courseId && session.createdAt < createdAt,
      );
      const sessions = course.flatMap(({ session }) => earlierSession(session) ?? []);
      const given = created.infusionNumber === null ? null : created.infusionNumber - 1;
      return success({ sessions, given, here: sessions.length });
    },
    'session.checked': ({ sessionId }) => {
      const found = this.sessions.get(sessionId);
      return found === undefined ? unknownSession() : success({ entries: found.saved, bad: null });
    },
    'course.infusions': ({ patientId }) => {
      const own = [...this.sessions.values()].filter(({ session }) => session.created.patientId === patientId);
      const infusions = own.flatMap(
        ({ events, protocol, music }) => courseInfusion(events, protocol, music?.set?.title ?? null) ?? [],
      );
      const courses = this.people.courses.filter((course) => course.patientId === patientId);
      const between = courses.map(({ courseId }) => this.between.of(courseId));
      return success({ infusions, all: infusions.length, between });
    },
    'course.keep': (args) => {
      const staffId = this.status.signedIn?.staffId ?? 'staff-alvarez';
      return this.between.keep(args, { kind: 'staff', staffId }, this.clock.now().wallMs);
    },
    ...pageReviewLists(
      () => [...this.sessions.values()].map(({ session }) => session),
      () => this.rows(),
      () => this.status.signedIn,
      () => this.clock.now().wallMs,
      () => this.#protocol,
    ),
    'record.health': () => success(goodHealth(this.clock.now().wallMs)),
    'session.command': (envelope) => {
      const found = this.sessions.get(envelope.sessionId);
      if (found === undefined) return unknownSession();
      const { as } = envelope;
      if (as !== undefined && as.pin !== PREVIEW_PIN) return failure('refused', 'access.wrongPin', {}, 'pin');
      const signedIn = as ?? this.status.signedIn;
      const author: Author = signedIn === null ? { kind: 'unsigned' } : { kind: 'staff', staffId: signedIn.staffId };
      return found.execute(envelope, author, this.clock.now());
    },
    'copy.make': ({ sessionId }) => {
      const found = this.sessions.get(sessionId);
      if (found === undefined) return unknownSession();
      const entries = found.events.length;
      return success({ name: 'stillroom-emergency-copy.age', entries, unsaved: entries - found.saved });
    },
    'copy.open': () => success({ name: null, head: null, entries: 0, missing: null }),
    'copy.entries': () => success({ events: [], more: false }),
    'music.tracks': () => {
      const tracks = [...previewSets.flatMap(({ set }) => set.tracks), previewBed];
      return success({
        tracks: tracks.map((track) => ({ ...track, imported: null, missing: false })),
        total: tracks.length,
      });
    },
    'music.ownSets': () => success({ sets: this.ownSets, bed: previewBed }),
    'music.timeline': ({ plannedMs }) => success({ spans: musicTimeline(fitProtocol(this.#protocol, plannedMs)) }),
    'music.report': () => success({ lines: [], total: 0 }),
    ...roomIntake({
      command: (sessionId, command) => this.#commanded(sessionId, command),
      choiceOf: (sessionId) => this.sessions.get(sessionId)?.session.intake.choice ?? null,
      signedIn: () => this.status.signedIn !== null,
    }),
    'intake.courseMusic': () => success({ musicHash: null }),
    ...pageProtocols(() => this.#protocol),
    'music.sets': () => success({ sets: [...previewSets] }),
    'lights.full': () => success({ missed: [] }),
    'session.lastTime': ({ sessionId }) => {
      const { session } = this.#session(sessionId);
      const before = [...this.sessions.values()].findLast(
        (other) =>
          other.session.created.courseId === session.created.courseId && other.session.createdAt < session.createdAt,
      );
      const found = before?.session ?? null;
      return success({
        last: found === null ? null : lastTimeOf(found),
        note: found === null ? null : nextNoteOf(found),
      });
    },
    'window.print': () => success({}),
    'pc.look': () => success({ results: seenInPage(this.status, this.clock.now().wallMs) }),
    'player.report': () => success({}),
  };

  /** What main does to a session by itself, under the name of who is signed in. */
  #commanded(sessionId: string, command: SessionCommand): Answer<unknown> {
    const { session } = this.#session(sessionId);
    const staffId = this.status.signedIn?.staffId ?? 'staff-alvarez';
    const envelope = { sessionId, commandId: this.people.newId('command'), seenSeq: session.seq, command };
    return this.#session(sessionId).execute(envelope, { kind: 'staff', staffId }, this.clock.now());
  }

  /** Makes a session as main would; returns its id. */
  create({ practice, patientId, courseId, plannedMs, musicHash, simulation }: RequestArgs<'sessions.create'>): string {
    const sessionId = this.people.newId('session');
    const course = this.people.course(courseId);
    const session = new InPageSession(sessionId, this.#protocol, musicOf, {
      onEvents: (id, events) => this.#told(id, events),
      onScene: (scene, fadeMs) => this.push('scene', { scene, fadeMs }),
    });
    this.sessions.set(sessionId, session);
    const now = this.clock.now();
    const body = {
      ...{ patientId, courseId, practice, plannedMs, musicHash },
      ...(simulation === undefined ? {} : { simulation }),
      infusionNumber: course === null ? null : course.given + 1,
      plannedInfusions: course?.plannedInfusions ?? null,
      protocolHash: 'preview',
      room: this.status.settings.roomName,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    const staffId = this.status.signedIn?.staffId ?? 'staff-alvarez';
    session.append([createSession(body, { kind: 'staff', staffId }, now)], null, now);
    this.setStatus({ liveSessionId: sessionId });
    return sessionId;
  }

  /** The list of sessions, newest first, derived as main derives it. */
  rows(): SessionRow[] {
    const rows = [...this.sessions.values()].map((session) => {
      const { bands } = session.protocol;
      const facts = session.events.reduce<SessionFacts | null>(
        (row, event) => sessionFactsAfter(row, event, bands),
        null,
      );
      if (facts === null) throw new Error('A session without events');
      const patient = this.people.patient(facts.patientId);
      return { ...shownOf(facts), patientName: patient?.name ?? null, birthDate: patient?.birthDate ?? null };
    });
    return rows.toSorted((a, b) => b.createdAt - a.createdAt);
  }

  #session(sessionId: string): InPageSession {
    const session = this.sessions.get(sessionId);
    if (session === undefined) throw new Error('No such session');
    return session;
  }

  #clockNow(): PushData<'clock'> {
    const live = this.sessions.get(this.status.liveSessionId ?? '');
    return {
      clock: this.clock.now(),
      rate: this.clock.rate,
      live: live === undefined ? null : { sessionId: live.sessionId, seq: live.session.seq, saved: live.saved },
    };
  }

  /** From now on the disk refuses (a code of the catalogue), or takes everything again (null). */
  refuseDisk(code: string | null): void {
    for (const session of this.sessions.values()) session.refuseDisk(code);
    this.#countUnsaved();
  }

  #countUnsaved(): void {
    const waiting = [...this.sessions.values()].filter(({ refusal }) => refusal !== null);
    const unsaved = waiting.reduce((sum, { session, saved }) => sum + session.seq - saved, 0);
    const code = waiting[0]?.refusal ?? null;
    const since = this.status.unsavedWhy?.since ?? this.clock.now().wallMs;
    this.setStatus({ unsaved, unsavedWhy: unsaved === 0 || code === null ? null : { code, since } });
  }

  #told(sessionId: string, events: readonly SessionEvent[]): void {
    const { saved, session } = this.#session(sessionId);
    this.push('events', { sessionId, events: [...events], saved, seq: session.seq });
    if (this.sessions.get(sessionId)?.refusal !== null) this.#countUnsaved();
    const ended = events.some(({ body }) => body.type === 'finished' || body.type === 'notGiven');
    if (ended && this.status.liveSessionId === sessionId) this.setStatus({ liveSessionId: null });
  }
}

function musicOf(hash: string | null): SessionMusic {
  return { set: previewSets.find((offered) => offered.musicHash === hash)?.set ?? null, recovery: previewBed };
}

function firstStatus(people: InPagePeople): AppStatus {
  return {
    state: 'open',
    problem: null,
    ways: [],
    recoveryKey: 'made',
    passphraseNeeded: false,
    signedIn: people.staff[0] ?? null,
    liveSessionId: null,
    unsaved: 0,
    unsavedWhy: null,
    settings: {
      roomName: 'Room 2',
      address: '14 Harbour Street, 2nd floor, door on the left, 8000 Aarhus',
      emergencyNumbers: '112, duty doctor 5 12 34',
      lockAfterMinutes: 5,
    },
    version: '0.1.0',
    findings: [],
    player: 'ready',
    lampHealth: { connections: [], lamps: [] },
    output: {
      ...{ state: 'default', chosen: null, headphones: null, charge: null },
      devices: [
        { deviceId: 'over', label: 'Harbour Over-Ear USB' },
        { deviceId: 'buds', label: 'Quiet Buds (Bluetooth)' },
        { deviceId: 'built-in', label: 'Built-in Audio Analog Stereo' },
      ],
    },
    lamps: [
      { id: 'screen', name: null, zones: ['room', 'patient', 'task', 'floor'] },
      { id: 'byHand', name: null, zones: ['room'] },
    ],
  };
}
