import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../renderer/client/client.ts';
import { RETRY_MS } from '../../../renderer/client/outbox.ts';
import { createSessionStore, type SessionStore } from '../../../renderer/client/store.ts';
import type { RequestName, WindowBridge } from '../../../shared/ipc/contract.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { evolve, replay } from '../../../shared/session/evolve.ts';
import { InPageBridge } from '../../helpers/in-page-bridge.ts';
import { playScene } from '../../helpers/in-page/scenes.ts';

const wallMs = Date.UTC(2026, 10, 21, 13);
const note = (text: string): SessionCommand => ({ type: 'note', text });

/** A window on an in-page main; pushes can be held back, and requests are counted. */
function setUp() {
  const page = new InPageBridge({ wallMs, rate: 0, performanceNow: () => 0 });
  const asked: { name: RequestName; args: Record<string, unknown> }[] = [];
  const held: string[] = [];
  const listeners = new Set<(message: string) => void>();
  let holding = false;
  page.bridge.onPush((message) => {
    if (holding) held.push(message);
    else listeners.forEach((listener) => listener(message));
  });
  const bridge: WindowBridge = {
    request: (message) => {
      asked.push(JSON.parse(message) as (typeof asked)[number]);
      return page.bridge.request(message);
    },
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  let count = 0;
  const store = createSessionStore({
    client: createClient(bridge),
    evolve,
    newId: () => `id-${++count}`,
    performanceNow: () => performance.now(),
    setClock: () => undefined,
  });
  const times = (name: RequestName) => asked.filter((request) => request.name === name).length;
  const hold = (on: boolean) => {
    holding = on;
  };
  const release = (messages: readonly string[]) =>
    messages.forEach((message) => listeners.forEach((listener) => listener(message)));
  return { page, store, asked, times, held, hold, release };
}

/** What the store shows is what main has. */
function expectWhole(store: SessionStore, page: InPageBridge, sessionId: string) {
  const main = page.sessions.get(sessionId);
  const view = store.get().view;
  expect(view?.events).toEqual(main?.events);
  expect(view?.session).toEqual(replay(main?.events ?? []));
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

describe('opening', () => {
  it('reads a long session page by page and folds it as main does', async () => {
    const { page, store, times } = setUp();
    const { sessionId } = playScene(page, 'finished');
    await store.open(sessionId);
    expect(times('session.since')).toBe(Math.ceil((page.sessions.get(sessionId)?.events.length ?? 0) / 40));
    expect(times('session.since')).toBeGreaterThan(1);
    expectWhole(store, page, sessionId);
  });

  it('opens the live session by itself on connecting: after a reload or a crash', async () => {
    const { page, store } = setUp();
    const { sessionId } = playScene(page, 'infusing');
    await store.connect();
    await settle();
    expect(store.get().status?.liveSessionId).toBe(sessionId);
    expectWhole(store, page, sessionId);
  });

  it('has no patient on a locked screen, and the patient as soon as someone signs in', async () => {
    const { page, store } = setUp();
    page.setStatus({ signedIn: null });
    const { sessionId } = playScene(page, 'infusing');
    await store.connect();
    await settle();
    expect(store.get().view?.session.sessionId).toBe(sessionId);
    expect(store.get().view?.patient).toBeNull();
    page.setStatus({ signedIn: page.people.staff[0] ?? null });
    await settle();
    expect(store.get().view?.patient?.name).toBe('Jordan Miller');
    expectWhole(store, page, sessionId);
  });

  it('misses nothing that happens while it reads', async () => {
    const { page, store } = setUp();
    const nurse = playScene(page, 'infusing');
    const opening = store.open(nurse.sessionId);
    nurse.do(note('while reading'));
    await opening;
    await settle();
    expectWhole(store, page, nurse.sessionId);
  });

  it('drops what still arrives for a session that was left', async () => {
    const { page, store } = setUp();
    const first = playScene(page, 'preChecks');
    const second = playScene(page, 'draft');
    const opening = store.open(first.sessionId);
    await store.open(second.sessionId);
    await opening;
    expect(store.get().view?.session.sessionId).toBe(second.sessionId);
    first.do(note('elsewhere'));
    await settle();
    expectWhole(store, page, second.sessionId);
  });
});

describe('pushes', () => {
  it('applies events in order without asking again', async () => {
    const { page, store, times } = setUp();
    const nurse = playScene(page, 'infusing');
    await store.open(nurse.sessionId);
    const before = times('session.since');
    nurse.do(note('one'));
    nurse.do(note('two'));
    expectWhole(store, page, nurse.sessionId);
    expect(times('session.since')).toBe(before);
  });

  it('asks for what is missing after a gap', async () => {
    const { page, store, asked, hold } = setUp();
    const nurse = playScene(page, 'infusing');
    await store.open(nurse.sessionId);
    const seen = store.get().view?.session.seq;
    hold(true);
    nurse.do(note('lost'));
    hold(false);
    nurse.do(note('seen'));
    await settle();
    expect(asked.at(-1)).toEqual({ name: 'session.since', args: { sessionId: nurse.sessionId, seq: seen } });
    expectWhole(store, page, nurse.sessionId);
  });

  it('takes a push that comes twice once', async () => {
    const { page, store, held, hold, release } = setUp();
    const nurse = playScene(page, 'infusing');
    await store.open(nurse.sessionId);
    hold(true);
    nurse.do(note('twice'));
    release([...held, ...held]);
    expectWhole(store, page, nurse.sessionId);
  });

  it('reads the music again when another set was chosen', async () => {
    const { page, store } = setUp();
    const nurse = playScene(page, 'preChecks');
    await store.open(nurse.sessionId);
    nurse.do({ type: 'chooseMusic', musicHash: 'hash-woods', title: 'Deep Woods' });
    await settle();
    expect(store.get().view?.music?.set?.title).toBe('Deep Woods');
  });
});

describe('commands', () => {
  it('carry their own id and the last event seen, and show as pending until answered', async () => {
    const { page, store, asked } = setUp();
    const { sessionId } = playScene(page, 'infusing');
    await store.open(sessionId);
    const seenSeq = store.get().view?.session.seq;
    const command = note('hello');
    const sending = store.send(command);
    expect(store.get().pending).toEqual([{ commandId: 'id-1', command }]);
    expect((await sending).ok).toBe(true);
    expect(store.get().pending).toEqual([]);
    expect(asked.at(-1)).toEqual({ name: 'session.command', args: { sessionId, commandId: 'id-1', seenSeq, command } });
    expectWhole(store, page, sessionId);
  });

  it('asks for the events when the answer comes without a push', async () => {
    const { page, store, hold } = setUp();
    const { sessionId } = playScene(page, 'infusing');
    await store.open(sessionId);
    hold(true);
    await store.send(note('quiet'));
    await settle();
    expectWhole(store, page, sessionId);
  });

  it('are refused without an open session', async () => {
    expect(await setUp().store.send(note('nowhere'))).toMatchObject({ ok: false, code: 'noSession' });
  });
});

describe('what could not be saved', () => {
  it('is listed at once and tried again every 3 s under the same id until it is on disk', async () => {
    const { page, store, asked, times } = setUp();
    const { sessionId } = playScene(page, 'infusing');
    await store.open(sessionId);
    page.failNext('session.command', 'unsaved', 'record.full');
    page.failNext('session.command', 'unsaved', 'record.full');
    const command = note('kept');
    expect(await store.send(command)).toMatchObject({ ok: false, kind: 'unsaved' });
    expect(store.get().unsaved).toMatchObject([{ commandId: 'id-1', state: 'retrying' }]);
    expect(store.get().unsaved[0]?.command).toBe(command);
    await vi.advanceTimersByTimeAsync(RETRY_MS - 1);
    expect(times('session.command')).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(times('session.command')).toBe(2);
    expect(store.get().unsaved).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(store.get().unsaved).toEqual([]);
    const ids = asked.filter(({ name }) => name === 'session.command').map(({ args }) => args['commandId']);
    expect(ids).toEqual(['id-1', 'id-1', 'id-1']);
    expectWhole(store, page, sessionId);
    await vi.advanceTimersByTimeAsync(5 * RETRY_MS);
    expect(times('session.command')).toBe(3);
  });

  it('keeps the moment of the press, however late it is written', async () => {
    const { page, store, asked } = setUp();
    const { sessionId } = playScene(page, 'infusing');
    await store.open(sessionId);
    page.failNext('session.command', 'unsaved', 'record.full');
    await store.send({ type: 'mark', markId: 'm1', kind: 'nausea', note: null, agoMs: 60_000 });
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(asked.findLast(({ name }) => name === 'session.command')?.args['command']).toMatchObject({
      agoMs: 60_000 + RETRY_MS,
    });
  });

  it('is tried again as well when nobody answered', async () => {
    const { page, store, times } = setUp();
    const { sessionId } = playScene(page, 'infusing');
    await store.open(sessionId);
    page.failNext('session.command', 'broken', 'noAnswer');
    await store.send(note('unknown'));
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(times('session.command')).toBe(2);
    expect(store.get().unsaved).toEqual([]);
  });

  it('stays on the list, to be read, when it is refused in the end', async () => {
    const { page, store, times } = setUp();
    const { sessionId } = playScene(page, 'infusing');
    await store.open(sessionId);
    page.failNext('session.command', 'unsaved', 'record.full');
    page.failNext('session.command', 'refused', 'session.stale');
    await store.send(note('late'));
    store.dismiss('id-1');
    expect(store.get().unsaved).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10 * RETRY_MS);
    expect(times('session.command')).toBe(2);
    expect(store.get().unsaved).toMatchObject([{ state: 'refused', failure: { code: 'session.stale' } }]);
    store.dismiss('id-1');
    expect(store.get().unsaved).toEqual([]);
  });

  it('does not keep what the rules refuse', async () => {
    const { page, store } = setUp();
    const { sessionId } = playScene(page, 'infusing');
    await store.open(sessionId);
    page.failNext('session.command', 'refused', 'session.notNow');
    expect(await store.send(note('no'))).toMatchObject({ kind: 'refused' });
    expect(store.get().unsaved).toEqual([]);
  });
});
