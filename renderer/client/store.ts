import type { Answer } from '../../shared/ipc/answer.ts';
import type { AppStatus, PushData } from '../../shared/ipc/contract.ts';
import type { CommandEnvelope, SessionCommand } from '../../shared/session/command.ts';
import type { Client } from './client.ts';
import { createOutbox, type Outbox, type PendingCommand, type UnsavedCommand } from './outbox.ts';
import { SessionFeed, type Evolve, type SessionView } from './session-feed.ts';

export type { Evolve, SessionView } from './session-feed.ts';

/** What the window knows; a new object at every change. */
export interface StoreState {
  /** Null until main has answered the first time. */
  readonly status: AppStatus | null;
  readonly view: SessionView | null;
  readonly pending: readonly PendingCommand[];
  readonly unsaved: readonly UnsavedCommand[];
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

/** Keeps the status and one open session up to date from pushes, and what could not be saved; nothing in it is a rule. */
export class SessionStore {
  readonly #parts: StoreParts;
  readonly #feed: SessionFeed;
  readonly #outbox: Outbox;
  readonly #listeners = new Set<() => void>();
  #state: StoreState = { status: null, view: null, pending: [], unsaved: [] };

  constructor(parts: StoreParts) {
    const { client, evolve, newId, performanceNow } = parts;
    this.#parts = parts;
    this.#feed = new SessionFeed(client, evolve, (view) => this.#change({ view }));
    this.#outbox = createOutbox({
      newId,
      performanceNow,
      post: async (envelope) => client.request('session.command', envelope),
      changed: (pending, unsaved) => this.#change({ pending, unsaved }),
      saved: (sessionId, seq) => this.#feed.heardOf(sessionId, seq),
    });
    client.onPush('status', (status) => this.#takeStatus(status));
    client.onPush('events', (push) => this.#feed.receive(push));
    // A last push that was lost is missed at the next clock, not at the next event.
    client.onPush('clock', ({ live }) => {
      if (live !== null) this.#feed.heardOf(live.sessionId, live.seq, live.saved);
    });
  }

  readonly get = (): StoreState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks main for the status, and opens the live session where there is one. */
  async connect(): Promise<Answer<unknown>> {
    const answer = await this.#parts.client.request('hello', {});
    if (!answer.ok) return answer;
    const { status, ...clock } = answer.data;
    this.#parts.setClock(clock);
    this.#takeStatus(status);
    return answer;
  }

  async open(sessionId: string): Promise<Answer<unknown>> {
    return this.#feed.open(sessionId);
  }

  close(): void {
    this.#feed.close();
  }

  /** @param as who enters it, where it is not whoever is signed in */
  async send(command: SessionCommand, as?: CommandEnvelope['as']): Promise<Answer<unknown>> {
    return this.#outbox.send(this.#state.view?.session ?? null, command, as);
  }

  /** Takes an entry that main refused for good off the list of the unsaved. */
  dismiss(commandId: string): void {
    this.#outbox.dismiss(commandId);
  }

  /** A live session that this window did not open comes on the screen by itself: after a reload, a crash, a restart. */
  #takeStatus(status: AppStatus): void {
    const before = this.#state.status;
    this.#change({ status });
    const live = status.liveSessionId;
    const someoneNew = status.signedIn !== null && status.signedIn.staffId !== before?.signedIn?.staffId;
    if (live !== null && live !== this.#feed.sessionId && live !== before?.liveSessionId) void this.#feed.open(live);
    // Main gives a locked window no patient: whoever signs in gets them now.
    else if (before !== null && someoneNew) void this.#feed.refreshHead();
  }

  #change(part: Partial<StoreState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
