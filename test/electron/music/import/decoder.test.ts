import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDecoder } from '../../../../electron/music/import/decoder.ts';
import type { Decode, Decoded } from '../../../../shared/ipc/music.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A decoder whose windows do only what the test does. */
function windows() {
  const sent: Decode[] = [];
  const seen = { opened: 0, closed: 0, gone: (): void => undefined };
  const decoder = createDecoder((gone) => {
    seen.opened += 1;
    seen.gone = gone;
    return { send: (order) => sent.push(order), close: () => (seen.closed += 1) };
  });
  return { decoder, sent, seen };
}

const order = { file: 'a', cover: null, limitMs: 1000 };
const broken = (token: number): Decoded => ({ token, outcome: 'broken', measured: null, cover: null });

it('one window decodes file after file; what belongs to an earlier file is not heard', async () => {
  const { decoder, sent, seen } = windows();
  const heard: number[] = [];
  const first = decoder.decode(order, (ms) => heard.push(ms));
  decoder.ready();
  await vi.advanceTimersByTimeAsync(0);
  decoder.going({ token: 1, ms: 30_000 });
  decoder.done(broken(1));
  expect(await first).toEqual(broken(1));
  const second = decoder.decode(order, (ms) => heard.push(ms));
  await vi.advanceTimersByTimeAsync(0);
  decoder.going({ token: 1, ms: 60_000 });
  decoder.done(broken(1));
  decoder.done(broken(2));
  expect(await second).toEqual(broken(2));
  expect([sent.map(({ token }) => token), heard, seen.opened, seen.closed]).toEqual([[1, 2], [30_000], 1, 0]);
});

it('a window that says nothing for a minute is closed, and the next file gets a new one', async () => {
  const { decoder, sent, seen } = windows();
  const first = decoder.decode(order, () => undefined);
  decoder.ready();
  await vi.advanceTimersByTimeAsync(50_000);
  decoder.going({ token: 1, ms: 30_000 });
  await vi.advanceTimersByTimeAsync(59_000);
  expect(seen.closed).toBe(0);
  await vi.advanceTimersByTimeAsync(1000);
  expect([await first, seen.closed]).toEqual([null, 1]);
  const second = decoder.decode(order, () => undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect([seen.opened, sent.length]).toEqual([2, 1]);
  decoder.ready();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.length).toBe(2);
  seen.gone();
  expect(await second).toBeNull();
});
