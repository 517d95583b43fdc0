import { describe, expect, it } from 'vitest';
import { keepOpen, type Way } from '../../../electron/lights/kept-open.ts';
import { LightError } from '../../../electron/lights/limited.ts';
import type { LinkHealth } from '../../../shared/lights/lamps.ts';
import { fakeTime } from '../../helpers/fake-time.ts';

interface FakeWay extends Way {
  readonly breaks: (code: string) => void;
}

/** `tries`: how each opening ends (`ok`, `hangs`, or a code), the last one for all that follow. */
function setUp(tries: readonly string[]) {
  const time = fakeTime();
  const healths: LinkHealth[] = [];
  const openedAt: number[] = [];
  let newest: FakeWay | null = null;
  const kept = keepOpen<FakeWay>({
    timers: time,
    wall: () => 1_000_000 + time.now(),
    open: (signal) => {
      openedAt.push(time.now());
      const ends = tries[Math.min(openedAt.length, tries.length) - 1]!;
      if (ends === 'hangs') {
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new LightError('timeout')));
        });
      }
      if (ends !== 'ok') return Promise.reject(new LightError(ends));
      const { promise, resolve } = Promise.withResolvers<string>();
      newest = { closed: promise, close: async () => resolve('closed'), breaks: resolve };
      return Promise.resolve(newest);
    },
    onOpen: () => undefined,
    onHealth: (health) => healths.push(health),
  });
  return { time, kept, healths, openedAt, newest: () => newest! };
}

describe('a connection that is kept open', () => {
  it('comes back quickly after it stood for a while, and says since when it is lost', async () => {
    const { time, healths, openedAt, newest, kept } = setUp(['ok', 'unreachable', 'certificateChanged', 'ok']);
    await time.pass(60_000);
    newest().breaks('unreachable');
    await time.pass(10_000);
    expect(openedAt).toEqual([0, 60_500, 61_500, 63_500]);
    expect(healths).toEqual([
      { kind: 'ok' },
      { kind: 'lost', since: 1_060_000, code: 'unreachable' },
      { kind: 'lost', since: 1_060_000, code: 'unreachable' },
      { kind: 'lost', since: 1_060_000, code: 'certificateChanged' },
      { kind: 'ok' },
    ]);
    await kept.close();
  });

  it('asks ever more rarely, and hardly at all where it was refused', async () => {
    const away = setUp(['unreachable']);
    await away.time.pass(60_000);
    expect(away.openedAt.slice(0, 6)).toEqual([0, 500, 1_500, 3_500, 7_500, 15_500]);
    await away.kept.close();
    const refused = setUp(['notAllowed']);
    await refused.time.pass(299_000);
    await expect(refused.kept.soon(new AbortController().signal)).rejects.toMatchObject({ code: 'notAllowed' });
    expect(refused.openedAt).toEqual([0]);
    await refused.kept.close();
  });

  it('tries at once for somebody who needs it now', async () => {
    const { time, kept, openedAt } = setUp(['unreachable', 'unreachable', 'unreachable', 'ok']);
    await time.pass(3_000);
    const soon = kept.soon(new AbortController().signal);
    await time.pass(0);
    expect(await soon).toBe(kept.way());
    expect(openedAt).toEqual([0, 500, 1_500, 3_000]);
    await kept.close();
  });

  it('gives up an opening that hangs', async () => {
    const { time, kept, healths } = setUp(['hangs', 'ok']);
    const gaveUp = new AbortController();
    const soon = kept.soon(gaveUp.signal);
    gaveUp.abort();
    await expect(soon).rejects.toMatchObject({ code: 'unreachable' });
    await time.pass(20_000);
    expect(healths.map(({ kind }) => kind)).toEqual(['lost', 'ok']);
    await kept.close();
  });

  it('leaves nothing behind, whenever it is closed', async () => {
    for (const tries of [['ok'], ['hangs'], ['unreachable']]) {
      const { time, kept, openedAt } = setUp(tries);
      await time.pass(100);
      await kept.close();
      expect(time.waiting()).toBe(0);
      await time.pass(60_000);
      expect(openedAt).toEqual([0]);
      expect(() => kept.way()).toThrow(LightError);
    }
  });
});
