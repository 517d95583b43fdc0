import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWindowClock, STALE_MS } from '../../../renderer/client/window-clock.ts';
import type { PushData } from '../../../shared/ipc/contract.ts';

const wallMs = Date.UTC(2026, 10, 21, 13, 0, 0, 400);
const push = (rate: number): PushData<'clock'> => ({
  clock: { wallMs, monotonicMs: 10_000, uptimeMs: 90_000, bootId: 'boot' },
  rate,
  live: null,
});

/** A clock in a window whose own time the test moves. */
function windowClock() {
  let hear: ((data: PushData<'clock'>) => void) | null = null;
  const onPush = (_: string, listener: (data: never) => void) => {
    hear = listener as (data: PushData<'clock'>) => void;
    return () => undefined;
  };
  const clock = createWindowClock({ onPush: onPush as never }, () => performance.now());
  return { clock, push: (rate = 1) => hear?.(push(rate)) };
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
afterEach(() => vi.useRealTimers());

describe('now', () => {
  it('goes on from the last push on the window’s own clock', () => {
    const { clock, push: send } = windowClock();
    send();
    vi.advanceTimersByTime(2_500);
    expect(clock.now()).toEqual({ wallMs: wallMs + 2_500, monotonicMs: 12_500, uptimeMs: 92_500, bootId: 'boot' });
  });

  it('runs at the rate of an accelerated practice', () => {
    const { clock, push: send } = windowClock();
    send(120);
    vi.advanceTimersByTime(1_000);
    expect(clock.now().wallMs).toBe(wallMs + 120_000);
    expect(clock.rate()).toBe(120);
  });

  it('takes a clock that came with an answer', () => {
    const { clock } = windowClock();
    clock.set(push(1));
    expect(clock.now().bootId).toBe('boot');
  });
});

describe('stale', () => {
  it('is stale before the first push, and after 12 s without one', () => {
    const { clock, push: send } = windowClock();
    expect(clock.stale()).toBe(true);
    send();
    vi.advanceTimersByTime(STALE_MS);
    expect(clock.stale()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(clock.stale()).toBe(true);
    send();
    expect(clock.stale()).toBe(false);
  });
});

describe('onSecond', () => {
  it('tells every listener once a second, on the second, with one timer', () => {
    const { clock, push: send } = windowClock();
    send();
    const [one, two] = [vi.fn(), vi.fn()];
    clock.onSecond(one);
    clock.onSecond(two);
    expect(vi.getTimerCount()).toBe(1);
    one.mockClear();
    vi.advanceTimersByTime(600);
    expect(one).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(one).toHaveBeenCalledTimes(1);
    expect(clock.second().wallMs).toBe(wallMs + 600);
    vi.advanceTimersByTime(5_000);
    expect(one).toHaveBeenCalledTimes(6);
    expect(two).toHaveBeenCalledTimes(6);
  });

  it('gives the same object until the second changes, so that nothing is drawn twice', () => {
    const { clock, push: send } = windowClock();
    send();
    clock.onSecond(() => undefined);
    const first = clock.second();
    vi.advanceTimersByTime(300);
    expect(clock.second()).toBe(first);
    vi.advanceTimersByTime(400);
    expect(clock.second()).not.toBe(first);
  });

  it('has no timer while nobody listens', () => {
    const { clock } = windowClock();
    const end = clock.onSecond(() => undefined);
    expect(vi.getTimerCount()).toBe(1);
    end();
    expect(vi.getTimerCount()).toBe(0);
  });
});
