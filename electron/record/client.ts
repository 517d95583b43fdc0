import { failure, success, type Answer, type Failure } from '../../shared/ipc/answer.ts';
import type { ExclusiveWork, OpenOptions, RecordClient } from './client-types.ts';
import { createKeeper } from './anchors/keeper.ts';
import { runJob } from './jobs/run-job.ts';
import { writingCalls, type AnswerMessage, type CallName, type Calls } from './messages.ts';
import { askReview } from './review/ask-review.ts';
import { queryLink } from './search/query-link.ts';
import { startWorker, type Waiting, type WorkerLink } from './worker-link.ts';

export type * from './client-types.ts';
export { findingCodes, openFailureCodes, requestFailureCodes } from './client-types.ts';

/** Answered calls after which a worker that dies may be started again once more. */
const TRUST_AFTER = 100;

type Call = <N extends CallName>(name: N, args: Calls[N]['args']) => Promise<Answer<Calls[N]['data']>>;
type Trouble = 'record.restarted' | 'record.lost';

/** What main knows of the worker of one record. */
interface Link {
  /** What the file is opened with now; only `exclusively` changes it. */
  options: OpenOptions;
  worker: WorkerLink;
  /** Outcome of opening; calls made before it wait for it. */
  opened: Promise<Answer<unknown>>;
  nextId: number;
  /** Calls answered since the worker was started. */
  answered: number;
  mayRestart: boolean;
  /** `away`: the file is closed for a while, calls wait for `opened`. */
  state: 'serving' | 'away' | 'lost';
  /** Set by the first `close`; nothing else is taken on from then on. */
  closing: Promise<Answer<null>> | null;
  readonly waiting: Map<number, Waiting>;
  readonly listeners: Set<(code: Trouble) => void>;
}

/** Opens a record in a worker of its own. Failures carry one of `openFailureCodes`. */
export async function openRecord(options: OpenOptions): Promise<RecordClient | Failure> {
  const link = startLink(options);
  const opened = await link.opened;
  if (!opened.ok) return opened;
  return clientOf(link);
}

function startLink(options: OpenOptions): Link {
  const link: Omit<Link, 'worker' | 'opened'> = {
    options,
    nextId: 1,
    answered: 0,
    mayRestart: true,
    state: 'serving',
    closing: null,
    waiting: new Map(),
    listeners: new Set(),
  };
  return Object.assign(link, start(link as Link));
}

/** Starts the worker of a link, for the first time or again. */
function start(link: Link): Pick<Link, 'worker' | 'opened'> {
  const opening = Promise.withResolvers<Answer<unknown>>();
  let open = false;
  const worker = startWorker(link.options, (message) => {
    if (message.id === 0) {
      open = message.answer.ok;
      opening.resolve(message.answer);
    } else heard(link, message);
  });
  void worker.ended.then(() => {
    opening.resolve(failure('broken', 'record.lost'));
    ended(link, open);
  });
  return { worker, opened: opening.promise };
}

function heard(link: Link, message: AnswerMessage): void {
  link.answered += 1;
  if (link.answered >= TRUST_AFTER) link.mayRestart = true;
  const waiting = link.waiting.get(message.id);
  link.waiting.delete(message.id);
  waiting?.resolve(message.answer);
}

/** The thread is gone. What it left unanswered may or may not be on disk: the sender repeats it under its command id. */
function ended(link: Link, wasOpen: boolean): void {
  for (const { writing, resolve } of link.waiting.values())
    resolve(failure(writing ? 'unsaved' : 'broken', 'record.lost'));
  link.waiting.clear();
  if (link.closing !== null || link.state === 'away') return;
  if (!wasOpen || !link.mayRestart) {
    link.state = 'lost';
    tell(link, 'record.lost');
    return;
  }
  link.mayRestart = false;
  link.answered = 0;
  link.options = { ...link.options, mayCreate: false };
  Object.assign(link, start(link));
  void link.opened.then((answer) => {
    if (answer.ok) tell(link, 'record.restarted');
  });
}

function tell(link: Link, code: Trouble): void {
  for (const listener of link.listeners) listener(code);
}

function callOf(link: Link): Call {
  return async <N extends CallName>(name: N, args: Calls[N]['args']) => {
    const writing = writingCalls.has(name);
    let opened = await link.opened;
    while (link.state === 'away') opened = await link.opened;
    if (link.state === 'lost' || !opened.ok) return failure(writing ? 'unsaved' : 'broken', 'record.lost');
    if (link.closing !== null && name !== 'close') return failure(writing ? 'unsaved' : 'broken', 'record.closed');
    const answer = await ask(link, name, args);
    // The worker is the same build: its answers to a call have that call's type.
    return answer as Answer<Calls[N]['data']>;
  };
}

/** Sends a call to the worker, whatever the link's state is. */
function ask<N extends CallName>(link: Link, name: N, args: Calls[N]['args']): Promise<Answer<unknown>> {
  return new Promise((resolve) => {
    const id = link.nextId;
    link.nextId += 1;
    link.waiting.set(id, { writing: writingCalls.has(name), resolve });
    link.worker.send({ id, name, args });
  });
}

function clientOf(link: Link): RecordClient {
  const call = callOf(link);
  const queries = queryLink(() => ({ ...link.options, mayCreate: false }));
  const keeper = createKeeper({
    recordFile: link.options.file,
    chainKey: link.options.chainKey,
    head: () => call('head', null),
    ready: (wallMs) => call('readyAnchors', wallMs),
  });
  return {
    kind: link.options.kind,
    append: (request) => call('append', [request]),
    appendAll: (requests) => call('append', requests),
    answerOf: (commandId) => call('answerOf', commandId),
    since: (stream, afterSeq, limit) => call('since', { stream, afterSeq, limit }),
    allOf: (stream) => call('allOf', stream),
    heartbeat: (sessionId, clock) => call('heartbeat', { sessionId, clock }),
    heartbeatOf: (sessionId) => call('heartbeatOf', sessionId),
    liveSessions: () => call('liveSessions', null),
    putContent: (kind, value) => call('putContent', { kind, value }),
    getContent: (hash) => call('getContent', hash),
    sessions: (query) => call('sessions', query),
    session: (sessionId) => call('session', sessionId),
    searchSessions: async (query) => {
      // The worker that writes brings the lists up first: what was acknowledged is found.
      const behind = await call('follow', null);
      if (!behind.ok) return behind;
      const found = await queries.ask('search', query);
      return found.ok ? success({ ...found.data, behind: behind.data }) : found;
    },
    sessionsAt: async (query) => {
      const behind = await call('follow', null);
      if (!behind.ok) return behind;
      const found = await queries.ask('page', query);
      return found.ok ? success({ ...found.data, behind: behind.data }) : found;
    },
    usedProtocols: () => queries.ask('protocols', null),
    courseOf: (patientId) => queries.ask('course', patientId),
    earlierSessions: (sessionIds, patientId) => queries.ask('earlier', { sessionIds, patientId }),
    review: askReview(() => call('followOver', null), queries),
    rebuildLists: () => call('rebuild', null),
    listsBehind: () => call('follow', null),
    findPatients: (text) => call('findPatients', text),
    patient: (patientId) => call('patient', patientId),
    duplicatesOf: (details) => call('duplicatesOf', details),
    coursesOf: (patientId) => call('coursesOf', patientId),
    course: (courseId) => call('course', courseId),
    courseSessions: (courseId) => call('courseSessions', courseId),
    staff: () => call('staff', null),
    staffSecret: (staffId) => call('staffSecret', staffId),
    erasePatient: (request) => call('erasePatient', request),
    quietSince: (patientId) => call('quietSince', patientId),
    quietPatients: (before, limit) => call('quietPatients', { before, limit }),
    erasures: (limit) => call('erasures', limit),
    counts: () => call('counts', null),
    changedStreams: (after) => call('changedStreams', after),
    check: () => call('check', null),
    checkStream: (stream) => call('checkStream', stream),
    holdCheckpoints: (ms) => call('holdCheckpoints', ms),
    releaseCheckpoints: () => call('releaseCheckpoints', null),
    job: (name, args, hooks) =>
      runJob({ ...link.options, mayCreate: false }, name, args, hooks, (batch) => call('importBatch', batch)),
    exclusively: (work) => exclusively(link, queries.close, work),
    onTrouble: (listener) => {
      link.listeners.add(listener);
      return () => link.listeners.delete(listener);
    },
    noteAnchor: keeper.note,
    anchors: keeper.state,
    close: async () => {
      await keeper.settled();
      await queries.close();
      return (link.closing ??= closeLink(link, call));
    },
  };
}

/** See `RecordClient.exclusively`. */
async function exclusively(link: Link, closeQueries: () => Promise<void>, work: ExclusiveWork): Promise<Answer<null>> {
  const opened = await link.opened;
  if (!opened.ok || link.state !== 'serving' || link.closing !== null) return failure('refused', 'record.closed');
  const again = Promise.withResolvers<Answer<unknown>>();
  link.state = 'away';
  link.opened = again.promise;
  await closeQueries();
  const closed = await ask(link, 'close', null);
  await link.worker.ended;
  // A file that did not close well is opened again as it was; nothing was done to it.
  const { dataKey } = link.options;
  const thrown = () => ({ answer: failure('broken', 'record.lost'), dataKey });
  const done = closed.ok ? await work(link.options).catch(thrown) : { answer: closed, dataKey };
  link.options = { ...link.options, dataKey: done.dataKey, mayCreate: false };
  link.state = 'serving';
  const { worker, opened: reopened } = start(link);
  link.worker = worker;
  link.opened = reopened;
  const answer = await reopened;
  again.resolve(answer);
  if (!answer.ok) link.state = 'lost';
  if (!done.answer.ok) return done.answer;
  return answer.ok ? success(null) : answer;
}

async function closeLink(link: Link, call: Call): Promise<Answer<null>> {
  const answer = await call('close', null);
  if (answer.ok) await link.worker.ended;
  return answer;
}
