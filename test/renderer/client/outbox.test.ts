import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RETRY_MS } from '../../../renderer/client/outbox.ts';
import { playScene } from '../../helpers/in-page/scenes.ts';
import { expectWhole, note, settle, setUp } from './window.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

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
