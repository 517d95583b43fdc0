import { setTimeout as after } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { openHomeWay } from '../../../../electron/lights/home-assistant/way.ts';
import { fakeTime } from '../../../helpers/fake-time.ts';
import { startHomeAssistant, type FakeHome } from '../../../peers/home-assistant.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const end of ends.splice(0).toReversed()) await end();
});

async function setUp() {
  const home: FakeHome = await startHomeAssistant();
  ends.push(home.stop);
  const time = fakeTime();
  const place = { host: `127.0.0.1:${home.port}`, usualPort: 8123, encrypted: false, certificate: null };
  const open = (signal = new AbortController().signal) =>
    openHomeWay({ place, token: home.token }, { timers: time, maxBytes: 100_000 }, signal);
  return { home, time, open };
}

it('is over for good when its socket is: the library does not come back by itself', async () => {
  const { home, open } = await setUp();
  const way = await open();
  const pauses: unknown[] = [];
  const real = globalThis.setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((call: () => void, ms?: number) => {
    pauses.push(ms);
    return real(call, ms);
  }) as typeof setTimeout);
  await home.stop();
  expect(await way.closed).toBe('unreachable');
  await after(5);
  // Its first try would come after none, its second after a second.
  expect(pauses).not.toContain(1000);
  await expect(way.call('turn_on', 'light.one', {})).rejects.toMatchObject({ code: 'unreachable' });
});

it('ends where nobody answers any more', async () => {
  const { home, time, open } = await setUp();
  const way = await open();
  home.trouble('deaf');
  await time.pass(5_000);
  await time.pass(5_000);
  expect(await way.closed).toBe('unreachable');
  expect(time.waiting()).toBe(0);
});

it('leaves no timer behind', async () => {
  const { time, open } = await setUp();
  const way = await open();
  expect(time.waiting()).toBe(1);
  await way.close();
  expect(time.waiting()).toBe(0);
});

it('is given up where nobody greets', async () => {
  const { home, open } = await setUp();
  home.trouble('mute');
  const giveUp = new AbortController();
  const opening = open(giveUp.signal);
  setImmediate(() => giveUp.abort());
  await expect(opening).rejects.toMatchObject({ code: expect.stringMatching(/^(timeout|unreachable)$/) });
});
