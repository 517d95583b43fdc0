import type { Answer } from '../../shared/ipc/answer.ts';
import type { PushData } from '../../shared/ipc/contract.ts';
import type { SessionMusic } from '../../shared/music/set.ts';
import type { Patient } from '../../shared/people/people.ts';
import type { Protocol } from '../../shared/protocol/schema.ts';
import type { SessionBody } from '../../shared/session/event-bodies.ts';
import type { SessionEvent } from '../../shared/session/event.ts';
import type { Session } from '../../shared/session/state.ts';
import type { Client } from './client.ts';

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
  /** The last event that is on disk. Those after it were decided, are shown, and are not saved yet. */
  readonly saved: number;
}

/** Other music was chosen, or none; or an emergency began, in which main tells even a locked window who lies there. */
const changesHead: ReadonlySet<SessionBody['type']> = new Set<SessionBody['type']>([
  'musicChosen',
  'noMusicChosen',
  'emergencyBegun',
]);

type Head = Pick<SessionView, 'protocol' | 'music' | 'patient'>;

/** What is on disk, and what main is ahead of the disk. */
interface Known {
  readonly session: Session;
  readonly events: readonly SessionEvent[];
  readonly unsaved: readonly SessionEvent[];
}

/** Keeps one session whole: reads it, applies pushes in their order, and asks `since` for what is missing. */
export class SessionFeed {
  readonly #client: Client;
  readonly #evolve: Evolve;
  readonly #changed: (view: SessionView | null) => void;
  #view: SessionView | null = null;
  #known: Known | null = null;
  #sessionId: string | null = null;
  /** Rises at every open and close, so that late answers of an earlier session are dropped. */
  #visit = 0;
  #catching: Promise<Answer<unknown>> | null = null;
  /** Something came while a page was on its way: ask once more. */
  #again = false;

  constructor(client: Client, evolve: Evolve, changed: (view: SessionView | null) => void) {
    this.#client = client;
    this.#evolve = evolve;
    this.#changed = changed;
  }

  /** The session that is open or being opened. */
  get sessionId(): string | null {
    return this.#sessionId;
  }

  async open(sessionId: string): Promise<Answer<unknown>> {
    this.close();
    this.#sessionId = sessionId;
    const mine = this.#visit;
    const head = await this.#headOf(sessionId);
    return mine === this.#visit && head.ok ? this.#catchUp(head.data, sessionId) : head;
  }

  close(): void {
    this.#visit += 1;
    this.#sessionId = null;
    this.#catching = null;
    this.#known = null;
    if (this.#view !== null) this.#show(null);
  }

  /** Takes a push of events, in whatever order and however often it comes. */
  receive(push: PushData<'events'>): void {
    if (push.sessionId !== this.#sessionId) return;
    if (this.#view === null || this.#catching !== null) {
      this.#again = true;
      return;
    }
    this.#fold(this.#view, push.events, push.saved, push.seq);
    this.heardOf(push.sessionId, push.seq, push.saved);
    if (push.events.some(({ body }) => changesHead.has(body.type) || this.#lacksMusic(body))) void this.refreshHead();
  }

  /** A track began, of music that could not be read when the session was opened. */
  #lacksMusic(body: SessionBody): boolean {
    return body.type === 'trackStarted' && this.#view?.music === null;
  }

  /** Somebody said that the session has come to `seq`, on disk up to `saved`: asks for what is missing. */
  heardOf(sessionId: string, seq: number | null, saved: number | null = null): void {
    if (this.#view === null || sessionId !== this.#sessionId) return;
    const behind = (seq ?? 0) > this.#view.session.seq || (saved ?? 0) > this.#view.saved;
    if (behind) void this.#catchUp(this.#view, sessionId);
  }

  /** Reads patient, music and protocol again. */
  async refreshHead(): Promise<void> {
    if (this.#sessionId === null) return;
    const mine = this.#visit;
    const head = await this.#headOf(this.#sessionId);
    if (mine === this.#visit && head.ok && this.#view !== null) this.#show({ ...this.#view, ...head.data });
  }

  async #headOf(sessionId: string): Promise<Answer<Head>> {
    const answer = await this.#client.request('session.open', { sessionId });
    if (!answer.ok) return answer;
    const { protocol, music, patient } = answer.data;
    return { ok: true, seq: answer.seq, data: { protocol, music, patient } };
  }

  /** Asks for what is missing until nothing is; one at a time. */
  async #catchUp(head: Head, sessionId: string): Promise<Answer<unknown>> {
    this.#again = true;
    const run = this.#catching ?? this.#fetchMissing(head, sessionId, this.#visit);
    this.#catching = run;
    try {
      return await run;
    } finally {
      if (this.#catching === run) this.#catching = null;
    }
  }

  async #fetchMissing(head: Head, sessionId: string, mine: number): Promise<Answer<unknown>> {
    let from = this.#known?.session.seq ?? 0;
    let seq = from;
    for (;;) {
      this.#again = false;
      const answer = await this.#client.request('session.since', { sessionId, seq });
      if (mine !== this.#visit || !answer.ok) return answer;
      const { events, more, saved } = answer.data;
      const last = events.at(-1)?.seq ?? seq;
      this.#fold(this.#view ?? head, events, saved, more ? last : (answer.seq ?? last));
      const known = this.#known?.session.seq ?? 0;
      if (more && events.length > 0) seq = last;
      // What came to be saved while pages were read is read again, as it was written.
      else if (this.#again || (saved > known && known > from)) from = seq = known;
      else return answer;
    }
  }

  /** Applies what follows, and leaves out what is known or does not follow yet. What is not saved is folded anew. */
  #fold(head: Head, events: readonly SessionEvent[], saved: number, upTo: number): void {
    let session = this.#known?.session ?? null;
    const fresh: SessionEvent[] = [];
    for (const event of events) {
      if (event.seq > saved || event.seq !== (session?.seq ?? 0) + 1) continue;
      session = this.#evolve(session, event);
      fresh.push(event);
    }
    if (session === null) return;
    const known = [...(this.#known?.events ?? []), ...fresh];
    const unsaved = unsavedOf([...(this.#known?.unsaved ?? []), ...events], Math.max(saved, session.seq), upTo);
    this.#known = { session, events: known, unsaved };
    const follows = session.seq < saved ? [] : unsaved;
    this.#show({
      ...{ protocol: head.protocol, music: head.music, patient: head.patient },
      session: follows.reduce<Session>((state, event) => this.#evolve(state, event), session),
      events: [...known, ...follows],
      saved: session.seq,
    });
  }

  #show(view: SessionView | null): void {
    this.#view = view;
    this.#changed(view);
  }
}

/** The events beyond the disk: the last telling of each, without gaps from `saved` on, up to `upTo`. */
function unsavedOf(told: readonly SessionEvent[], saved: number, upTo: number): readonly SessionEvent[] {
  const newest = new Map(told.map((event) => [event.seq, event]));
  const following: SessionEvent[] = [];
  for (let seq = saved + 1; seq <= upTo; seq += 1) {
    const event = newest.get(seq);
    if (event === undefined) break;
    following.push(event);
  }
  return following;
}
