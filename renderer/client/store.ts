import type { Answer } from '../../shared/ipc/answer.ts';
import type { AppStatus, PushData } from '../../shared/ipc/contract.ts';
import type { SessionMusic } from '../../shared/music/set.ts';
import type { Patient } from '../../shared/people/people.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { SessionCommand } from '../../shared/session/command.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import type { Session } from '../../shared/session/state.ts';
import type { Client } from './client.ts';
import { createOutbox, type PendingCommand, type UnsavedCommand } from './outbox.ts';

/** The engine's fold of one event; the same that main uses. */
export type Evolve = (session: Session | null, event: SessionEvent) => Session;

/** The open session: folded state, and what it runs on. */
export interface SessionView {
  readonly session: Session;
  readonly protocol: Protocol;
  readonly music: SessionMusic | null;
  readonly patient: Patient | null;
  /** Every event so far, in order. */
  readonly events: readonly SessionEvent[];
}

/** What the window knows; a new object at every change. */
export interface StoreState {
  /** Null until main has answered the first time. */
  readonly status: AppStatus | null;
  readonly view: SessionView | null;
  readonly pending: readonly PendingCommand[];
  readonly unsaved: readonly UnsavedCommand[];
}

export interface SessionStore {
  readonly get: () => StoreState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks main for the status, and opens the live session where there is one. */
  readonly connect: () => Promise<Answer<unknown>>;
  readonly open: (sessionId: string) => Promise<Answer<unknown>>;
  readonly close: () => void;
  readonly send: (command: SessionCommand) => Promise<Answer<unknown>>;
  /** Takes an entry that main refused for good off the list of the unsaved. */
  readonly dismiss: (commandId: string) => void;
}

/** What the store is made of; `newId` and `performanceNow` are passed in for tests. */
export interface StoreParts {
  readonly client: Client;
  readonly evolve: Evolve;
  readonly newId: () => string;
  readonly performanceNow: () => number;
  /** Takes the clock that comes with `hello`. */
  readonly setClock: (push: PushData<'clock'>) => void;
}

type Head = Pick<SessionView, 'protocol' | 'music' | 'patient'>;

/** Keeps the status and one open session up to date from pushes; nothing in it is a rule. */
export function createSessionStore(parts: StoreParts): SessionStore {
  const { client } = parts;
  let state: StoreState = { status: null, view: null, pending: [], unsaved: [] };
  const listeners = new Set<() => void>();
  /** Rises at every open and close, so that late answers of an earlier session are dropped. */
  let visit = 0;
  let catching: Promise<Answer<unknown>> | null = null;
  let again = false;
  let wantedId: string | null = null;

  const change = (part: Partial<StoreState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };

  const fold = (head: Head, events: readonly SessionEvent[]): void => {
    let session: Session | null = state.view?.session ?? null;
    const fresh: SessionEvent[] = [];
    for (const event of events) {
      if (event.seq !== (session?.seq ?? 0) + 1) continue;
      session = parts.evolve(session, event);
      fresh.push(event);
    }
    if (session === null) return;
    change({ view: { ...head, session, events: [...(state.view?.events ?? []), ...fresh] } });
  };

  const headOf = async (sessionId: string): Promise<Answer<Head>> => {
    const answer = await client.request('session.open', { sessionId });
    if (!answer.ok) return answer;
    const { protocol, music, patient } = answer.data;
    return { ok: true, seq: answer.seq, data: { protocol, music, patient } };
  };

  /** Asks for what is missing until nothing is; one at a time. */
  const fetchMissing = async (head: Head, sessionId: string, mine: number): Promise<Answer<unknown>> => {
    for (;;) {
      again = false;
      const answer = await client.request('session.since', { sessionId, seq: state.view?.session.seq ?? 0 });
      if (mine !== visit || !answer.ok) return answer;
      fold(state.view ?? head, answer.data.events);
      if (!again && (!answer.data.more || answer.data.events.length === 0)) return answer;
    }
  };
  const catchUp = async (head: Head, sessionId: string): Promise<Answer<unknown>> => {
    again = true;
    const run = catching ?? fetchMissing(head, sessionId, visit);
    catching = run;
    try {
      return await run;
    } finally {
      if (catching === run) catching = null;
    }
  };

  const refreshHead = async (sessionId: string): Promise<void> => {
    const mine = visit;
    const head = await headOf(sessionId);
    if (mine === visit && head.ok && state.view !== null) change({ view: { ...state.view, ...head.data } });
  };

  const receive = (push: PushData<'events'>): void => {
    if (push.sessionId !== wantedId) return;
    const view = state.view;
    if (view === null || catching !== null) {
      again = true;
      return;
    }
    fold(view, push.events);
    const last = push.events.at(-1)?.seq ?? 0;
    if ((state.view?.session.seq ?? 0) < last) void catchUp(view, push.sessionId);
    if (push.events.some((event) => event.body.type === 'musicChosen')) void refreshHead(push.sessionId);
  };

  const open = async (sessionId: string): Promise<Answer<unknown>> => {
    close();
    wantedId = sessionId;
    const mine = visit;
    const head = await headOf(sessionId);
    if (mine !== visit) return head;
    return head.ok ? catchUp(head.data, sessionId) : head;
  };
  const close = (): void => {
    visit += 1;
    wantedId = null;
    catching = null;
    if (state.view !== null) change({ view: null });
  };

  /** A live session that this window did not open, comes on the screen by itself: after a reload, a crash, a restart. */
  const takeStatus = (status: AppStatus): void => {
    const live = status.liveSessionId;
    const before = state.status;
    change({ status });
    const someoneNew = status.signedIn !== null && status.signedIn.staffId !== before?.signedIn?.staffId;
    if (live !== null && live !== wantedId && live !== before?.liveSessionId) void open(live);
    // Main gives a locked window no patient: whoever signs in gets them now.
    else if (before !== null && someoneNew && wantedId !== null) void refreshHead(wantedId);
  };

  const outbox = createOutbox({
    newId: parts.newId,
    performanceNow: parts.performanceNow,
    post: async (envelope) => client.request('session.command', envelope),
    changed: (pending, unsaved) => change({ pending, unsaved }),
    saved: (sessionId, seq) => {
      const view = state.view;
      if (view !== null && sessionId === wantedId && seq !== null && seq > view.session.seq)
        void catchUp(view, sessionId);
    },
  });

  client.onPush('status', takeStatus);
  client.onPush('events', receive);
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect: async () => {
      const answer = await client.request('hello', {});
      if (!answer.ok) return answer;
      parts.setClock({ clock: answer.data.clock, rate: answer.data.rate });
      takeStatus(answer.data.status);
      return answer;
    },
    open,
    close,
    send: async (command) => outbox.send(state.view?.session ?? null, command),
    dismiss: outbox.dismiss,
  };
}
