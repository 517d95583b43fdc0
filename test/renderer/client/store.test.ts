import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { playScene } from '../../helpers/in-page/scenes.ts';
import { expectWhole, note, settle, setUp } from './window.ts';

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

  it('reads the music again once a track of it begins, where it could not be read on opening', async () => {
    const { page, store } = setUp();
    const nurse = playScene(page, 'infusing');
    const session = page.sessions.get(nurse.sessionId);
    if (session === undefined) throw new Error('The scene has no session');
    const reading = vi.spyOn(session, 'music', 'get').mockReturnValue(null);
    await store.open(nurse.sessionId);
    expect(store.get().view?.music).toBeNull();
    reading.mockRestore();
    nurse.do({ type: 'nextTrack' });
    await settle();
    expect(session.events.at(-1)?.body.type).toBe('trackStarted');
    expect(store.get().view?.music).toEqual(session.music);
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

  it('misses nothing that happens after an answer was made and before it arrived', async () => {
    const { page, store, slowSince } = setUp();
    const nurse = playScene(page, 'preChecks');
    store.close();
    const arrive = slowSince();
    const opening = store.open(nurse.sessionId);
    await settle();
    nurse.do(note('in between'));
    arrive();
    await opening;
    await settle();
    expectWhole(store, page, nurse.sessionId);
  });

  it('drops an answer that arrives for a session that was left', async () => {
    const { page, store, slowSince } = setUp();
    const first = playScene(page, 'preChecks');
    const second = playScene(page, 'draft');
    const arrive = slowSince();
    const opening = store.open(first.sessionId);
    await settle();
    const openingSecond = store.open(second.sessionId);
    await settle();
    arrive();
    await Promise.all([opening, openingSecond]);
    first.do(note('elsewhere'));
    await settle();
    expect(store.get().view?.session.sessionId).toBe(second.sessionId);
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
