import { randomUUID } from 'node:crypto';
import { createSession } from '../../shared/session/decide.ts';
import { SESSION_BODY_VERSION, sessionStream, type Author } from '../../shared/session/event.ts';
import { withoutIntention } from '../../shared/intake/privacy.ts';
import { infusionRange } from '../../shared/protocol/schema.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import type { Course } from '../../shared/people/people.ts';
import type { SessionBodyOf } from '../../shared/session/event-bodies.ts';
import type { ClockReading } from '../../shared/time/clock.ts';
import type { RecordClient } from '../record/client.ts';
import { carrySafety } from '../questionnaires/carry-safety.ts';
import { earlierOf } from '../session/earlier.ts';
import { nextPracticePatient } from '../session/practice.ts';
import { checkPins, isOfRoom, whoseEntry, withoutPins } from '../session/commands.ts';
import { lastTimeBefore } from '../session/last-time.ts';
import { occupies } from '../session/room.ts';
import type { OpenDesk } from '../desk.ts';
import type { Handlers } from './server.ts';

/** Events a `since` answer carries at most: a few hundred bytes each, well under the message limit. */
const PAGE = 200;
/** Rows of one page of a list. */
const ROWS = 50;

type SessionRequests =
  | 'sessions.list'
  | 'sessions.search'
  | 'sessions.page'
  | 'sessions.protocols'
  | 'sessions.create'
  | 'session.open'
  | 'session.since'
  | 'session.earlier'
  | 'session.lastTime'
  | 'session.command'
  | 'practice.pace';

/** Requests about sessions; all need an open record. */
export function sessionHandlers(desk: () => Answer<OpenDesk>): Pick<Handlers, SessionRequests> {
  const open = async <T>(work: (desk: OpenDesk) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const found = desk();
    return found.ok ? work(found.data) : found;
  };
  return {
    'sessions.list': (args) => open((at) => list(at, args)),
    'sessions.search': (args) => open((at) => searched(at, args)),
    'sessions.page': (args) => open((at) => paged(at, args)),
    'sessions.protocols': (args) => open((at) => usedProtocols(at, args)),
    'sessions.create': (args) => open((at) => create(at, args)),
    'session.open': (args) => open((at) => openSession(at, args.sessionId)),
    'session.since': (args) => open((at) => since(at, args.sessionId, args.seq)),
    'session.earlier': (args) => open((at) => earlier(at, args.sessionId)),
    'session.lastTime': (args) => open((at) => lastTime(at, args.sessionId)),
    'session.command': (args) => open((at) => command(at, args)),
    'practice.pace': ({ sessionId, pace }) => open((at) => at.time.setPace(sessionId, pace)),
  };
}

async function list(desk: OpenDesk, args: RequestArgs<'sessions.list'>): ReturnType<Handlers['sessions.list']> {
  if (desk.signedIn() === null) return failure('refused', 'access.signInNeeded');
  const today = args.today ? dayOf(desk.clock.now().wallMs) : null;
  return desk.room.recordOf(args.practice).sessions({ before: args.before, today, limit: ROWS });
}

/** What a search leaves open. */
const everything = { patientId: null, from: null, to: null, protocolHashes: [] };

/** What was given of a search: a part that was left out says nothing. */
function given<T extends object>(query: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const said = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]: Exclude<T[K], undefined> };
}

async function paged(
  desk: OpenDesk,
  { practice, ...query }: RequestArgs<'sessions.page'>,
): ReturnType<Handlers['sessions.page']> {
  if (desk.signedIn() === null) return failure('refused', 'access.signInNeeded');
  return desk.room.recordOf(practice).sessionsAt({ ...everything, ...given(query) });
}

async function usedProtocols(
  desk: OpenDesk,
  { practice }: RequestArgs<'sessions.protocols'>,
): ReturnType<Handlers['sessions.protocols']> {
  if (desk.signedIn() === null) return failure('refused', 'access.signInNeeded');
  const used = await desk.room.recordOf(practice).usedProtocols();
  return used.ok ? success({ protocols: used.data }) : used;
}

async function searched(
  desk: OpenDesk,
  { practice, ...query }: RequestArgs<'sessions.search'>,
): ReturnType<Handlers['sessions.search']> {
  if (desk.signedIn() === null) return failure('refused', 'access.signInNeeded');
  return desk.room.recordOf(practice).searchSessions({ ...everything, ...given(query), limit: ROWS });
}

/** The PC's calendar day that holds `wallMs`, as epoch ms from inclusive to exclusive; 23 to 25 hours long. */
export function dayOf(wallMs: number): { readonly from: number; readonly to: number } {
  const day = new Date(wallMs);
  const from = new Date(day.getFullYear(), day.getMonth(), day.getDate());
  const to = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
  return { from: from.getTime(), to: to.getTime() };
}

async function create(desk: OpenDesk, args: RequestArgs<'sessions.create'>): ReturnType<Handlers['sessions.create']> {
  const staff = desk.signedIn();
  if (staff === null) return failure('refused', 'access.signInNeeded');
  if (!args.practice && args.patientId === null) return failure('invalid', 'session.patientMissing', {}, 'patientId');
  if (args.plannedMs < infusionRange.minMs || args.plannedMs > infusionRange.maxMs)
    return failure('invalid', 'session.lengthOutOfRange', {}, 'plannedMs');
  const record = desk.room.recordOf(args.practice);
  const author: Author = { kind: 'staff', staffId: staff.staffId };
  const who = await whoIsIt(record, args, author, desk.clock.now());
  if (!who.ok) return who;
  const protocol = await desk.protocols.fitted(args.plannedMs);
  if (!protocol.ok) return protocol;
  const protocolHash = await record.putContent('protocol', protocol.data);
  if (!protocolHash.ok) return protocolHash;
  const { plannedMs, practice, musicHash, simulation } = args;
  if (simulation !== undefined && !practice) return failure('invalid', 'practice.only', {}, 'simulation');
  const room = desk.settings().roomName;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const now = desk.clock.now();
  const event = createSession(
    {
      ...{ ...who.data, practice, protocolHash: protocolHash.data, musicHash, plannedMs, room, timeZone },
      ...(simulation === undefined ? {} : { simulation }),
    },
    author,
    now,
  );
  const sessionId = randomUUID();
  const append = {
    stream: sessionStream(sessionId),
    expectedSeq: 0,
    commandId: null,
    recordedAt: now,
    version: SESSION_BODY_VERSION,
    events: [event],
  };
  const saved = await record.append(append);
  return saved.ok ? success({ sessionId }, 1) : saved;
}

type Who = Pick<SessionBodyOf<'created'>, 'patientId' | 'courseId' | 'infusionNumber' | 'plannedInfusions'>;

/** Whose session it is; a practice without a name takes the made-up patient whose turn it is. */
async function whoIsIt(
  record: RecordClient,
  args: RequestArgs<'sessions.create'>,
  author: Author,
  now: ClockReading,
): Promise<Answer<Who>> {
  if (args.practice && args.patientId === null) {
    const next = await nextPracticePatient(record, author, now);
    return next.ok ? success(whoOf(next.data.patient.patientId, next.data.course)) : next;
  }
  const patient = args.patientId === null ? null : await record.patient(args.patientId);
  if (patient?.ok === false) return patient;
  if (patient?.data === null) return failure('refused', 'people.patientUnknown', {}, 'patientId');
  const course = args.courseId === null ? success(null) : await record.course(args.courseId);
  return course.ok ? success(whoOf(args.patientId, course.data)) : course;
}

function whoOf(patientId: string | null, course: Course | null): Who {
  return {
    patientId,
    courseId: course?.courseId ?? null,
    infusionNumber: course === null ? null : course.given + 1,
    plannedInfusions: course?.plannedInfusions ?? null,
  };
}

async function openSession(desk: OpenDesk, sessionId: string): ReturnType<Handlers['session.open']> {
  const runner = await desk.room.runner(sessionId);
  if (!runner.ok) return runner;
  const { ahead: session, protocol } = runner.data;
  const hidden = desk.signedIn() === null;
  if (hidden && !occupies(runner.data) && session.phase !== 'preChecks')
    return failure('refused', 'access.signInNeeded');
  // In an emergency a stranger at the locked screen must be told who lies there.
  const told = !hidden || session.emergency !== null;
  const patient = told ? await desk.room.patientOf(session) : null;
  if (patient !== null && !patient.ok) return patient;
  if (!hidden) await carrySafety(runner.data, desk.room.recordOf(session.created.practice));
  desk.changed();
  return success(
    { protocol, music: await desk.room.musicOf(session), patient: patient?.data ?? null, seq: runner.data.ahead.seq },
    runner.data.ahead.seq,
  );
}

async function since(desk: OpenDesk, sessionId: string, seq: number): ReturnType<Handlers['session.since']> {
  const runner = await desk.room.runner(sessionId);
  if (!runner.ok) return runner;
  if (desk.signedIn() === null && !occupies(runner.data) && runner.data.ahead.phase !== 'preChecks')
    return failure('refused', 'access.signInNeeded');
  const page = await runner.data.since(seq, PAGE);
  if (!page.ok) return page;
  return success({ ...page.data, events: page.data.events.map(withoutIntention) }, page.seq);
}

async function earlier(desk: OpenDesk, sessionId: string): ReturnType<Handlers['session.earlier']> {
  if (desk.signedIn() === null) return failure('refused', 'access.signInNeeded');
  const runner = await desk.room.runner(sessionId);
  if (!runner.ok) return runner;
  const { ahead: session } = runner.data;
  return earlierOf(desk.room.recordOf(session.created.practice), session);
}

async function lastTime(desk: OpenDesk, sessionId: string): ReturnType<Handlers['session.lastTime']> {
  if (desk.signedIn() === null) return failure('refused', 'access.signInNeeded');
  const runner = await desk.room.runner(sessionId);
  if (!runner.ok) return runner;
  const { ahead } = runner.data;
  return lastTimeBefore(desk.room.recordOf(ahead.created.practice), ahead);
}

async function command(
  desk: OpenDesk,
  envelope: RequestArgs<'session.command'>,
): ReturnType<Handlers['session.command']> {
  if (!isOfRoom(envelope.command)) return failure('refused', 'ipc.notThisWindow');
  const author = await whoseEntry(envelope, desk.signedIn(), desk.checkPin);
  if (!author.ok) return author;
  // Light and silence do not wait for a queue or the disk.
  if (envelope.command.type === 'beginEmergency') desk.emergencyAhead();
  if (envelope.command.type === 'lightsFull') desk.fullAhead();
  const runner = await desk.room.runner(envelope.sessionId);
  if (!runner.ok) return runner;
  const other = desk.room.live;
  const takesRoom = envelope.command.type === 'settleIn' || envelope.command.type === 'start';
  if (takesRoom && other !== null && other !== runner.data && occupies(other))
    return failure('refused', 'session.roomTaken');
  const pins = await checkPins(envelope.command, desk.checkPin);
  if (!pins.ok) return pins;
  return runner.data.execute(withoutPins(envelope), author.data);
}
