import { success, type Answer } from '../../shared/ipc/answer.ts';
import { anchorFileOf, readyAnchors } from './anchors/anchor-file.ts';
import { chainHeadOf } from './anchors/head.ts';
import { appendEvents, commandAnswer } from './append.ts';
import { writeImport } from './archive/write-import.ts';
import { behind, catchUp, lookAtChanged, needWhole, settle, startRebuild } from './catch-up.ts';
import { changedStreams } from './changed-streams.ts';
import { holdCheckpoints, releaseCheckpoints } from './checkpoints.ts';
import { getContent, putContent } from './contents.ts';
import { eventsSince } from './event-rows.ts';
import { countsOf } from './counts.ts';
import { failureOf } from './failures.ts';
import { readHeartbeat, writeHeartbeat } from './heartbeats.ts';
import * as lists from './lists.ts';
import { writingCalls, type CallMessage, type Calls, type CallName } from './messages.ts';
import { erasePatient } from './retention/erase.ts';
import { erasures, quietPatients, quietSince } from './retention/queries.ts';
import type { Sqlite } from './sqlite.ts';
import { closeStore, type Store } from './store.ts';
import { checkTail } from './verify.ts';
import { checkStream } from './verify-stream.ts';

type Handlers = {
  readonly [N in CallName]: (
    store: Store,
    args: Calls[N]['args'],
  ) => Answer<Calls[N]['data']> | Promise<Answer<Calls[N]['data']>>;
};

/** A question to the derived rows: they are brought up to date first, so that everybody reads what was acknowledged. */
const derived =
  <A, D>(ask: (reader: Sqlite, args: A) => D) =>
  (store: Store, args: A): Answer<D> => {
    catchUp(store);
    return success(ask(store.reader, args));
  };

/** A question that only all rows together answer: refused while a rebuild is on. */
const whole =
  <A, D>(ask: (reader: Sqlite, args: A) => D) =>
  (store: Store, args: A): Answer<D> => {
    catchUp(store);
    needWhole(store);
    return success(ask(store.reader, args));
  };

const handlers: Handlers = {
  append: appendEvents,
  answerOf: (store, commandId) => success(commandAnswer(store.reader, commandId)),
  since: (store, { stream, afterSeq, limit }) => {
    const events = eventsSince(store.reader, stream, afterSeq, limit + 1);
    return success({ events: events.slice(0, limit), more: events.length > limit }, events[limit - 1]?.seq ?? null);
  },
  allOf: (store, stream) => {
    const events = eventsSince(store.reader, stream, 0, -1);
    return success(events, events.at(-1)?.seq ?? 0);
  },
  heartbeat: (store, { sessionId, clock }) => {
    writeHeartbeat(store, sessionId, clock);
    return success(null);
  },
  heartbeatOf: (store, sessionId) => success(readHeartbeat(store, sessionId)),
  liveSessions: derived((reader) => lists.liveSessions(reader)),
  putContent: (store, { kind, value }) => putContent(store, kind, value),
  getContent,
  sessions: derived(lists.sessionsPage),
  session: derived(lists.oneSession),
  findPatients: derived(lists.findPatients),
  patient: derived(lists.onePatient),
  duplicatesOf: derived(lists.duplicatesOf),
  coursesOf: derived(lists.coursesOf),
  course: derived(lists.oneCourse),
  courseSessions: derived(lists.courseSessions),
  staff: derived((reader) => lists.allStaff(reader)),
  staffSecret: derived(lists.staffSecret),
  erasePatient,
  quietSince: whole(quietSince),
  quietPatients: whole((reader, { before, limit }) => quietPatients(reader, before, limit)),
  erasures: (store, limit) => success(erasures(store.reader, limit)),
  importBatch: writeImport,
  check: async (store) => success(await checkTail(store)),
  checkStream: async (store, stream) => success(await checkStream(store, stream)),
  counts: derived((reader) => countsOf(reader)),
  head: (store) => success(chainHeadOf(store)),
  changedStreams: (store, after) => success(changedStreams(store, store.pc, after)),
  readyAnchors: (store, wallMs) => success(readyAnchors(anchorFileOf(store.file), store.chainKey, wallMs)),
  holdCheckpoints: (store, ms) => {
    holdCheckpoints(store, ms);
    return success(chainHeadOf(store));
  },
  releaseCheckpoints: (store) => success({ held: releaseCheckpoints(store) }),
  follow: (store) => {
    catchUp(store);
    return success(behind(store));
  },
  followOver: (store) => {
    catchUp(store);
    return success({ ...behind(store), over: lookAtChanged(store) });
  },
  rebuild: (store) => {
    startRebuild(store);
    return success(behind(store));
  },
  close: (store) => {
    settle(store);
    closeStore(store);
    return success(null);
  },
};

/** Does what a message asks for. Always answers, never throws. */
export async function handle(store: Store, message: CallMessage): Promise<Answer<unknown>> {
  try {
    const handler = handlers[message.name] as (
      store: Store,
      args: unknown,
    ) => Answer<unknown> | Promise<Answer<unknown>>;
    return await handler(store, message.args);
  } catch (error) {
    return failureOf(error, writingCalls.has(message.name));
  }
}
