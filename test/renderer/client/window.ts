import { expect, vi } from 'vitest';
import { createClient } from '../../../renderer/client/client.ts';
import { SessionStore } from '../../../renderer/client/store.ts';
import type { RequestName, WindowBridge } from '../../../shared/ipc/contract.ts';
import type { SessionCommand } from '../../../shared/session/command.ts';
import { evolve, replay } from '../../../shared/session/evolve.ts';
import { InPageBridge } from '../../helpers/in-page-bridge.ts';

const wallMs = Date.UTC(2026, 10, 21, 13);
/** A command that is possible in every live phase. */
export const note = (text: string): SessionCommand => ({ type: 'note', text });

/** A window on an in-page main; pushes can be held back, and requests are counted. */
export function setUp() {
  const page = new InPageBridge({ wallMs, rate: 0, performanceNow: () => 0 });
  const asked: { name: RequestName; args: Record<string, unknown> }[] = [];
  const held: string[] = [];
  const listeners = new Set<(message: string) => void>();
  let holding = false;
  let gate: Promise<void> | null = null;
  page.bridge.onPush((message) => {
    if (holding) held.push(message);
    else listeners.forEach((listener) => listener(message));
  });
  const bridge: WindowBridge = {
    request: async (message) => {
      const request = JSON.parse(message) as (typeof asked)[number];
      asked.push(request);
      const answer = await page.bridge.request(message);
      if (request.name === 'session.since') await gate;
      return answer;
    },
    drop: async () => 0,
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  let count = 0;
  const store = new SessionStore({
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
  /** Answers to `since` are made, but arrive only when the returned function is called. */
  const slowSince = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return () => {
      gate = null;
      resolve();
    };
  };
  const release = (messages: readonly string[]) =>
    messages.forEach((message) => listeners.forEach((listener) => listener(message)));
  return { page, store, asked, times, held, hold, release, slowSince };
}

/** What the store shows is what main has. */
export function expectWhole(store: SessionStore, page: InPageBridge, sessionId: string) {
  const main = page.sessions.get(sessionId);
  const view = store.get().view;
  expect(view?.events).toEqual(main?.events);
  expect(view?.session).toEqual(replay(main?.events ?? []));
}

/** Lets every answer that is on its way arrive. */
export const settle = () => vi.advanceTimersByTimeAsync(0);
