import type { SessionBody } from '../../shared/session/event-bodies.ts';
import { desiredMusic } from '../../shared/music/plan.ts';
import { replay } from '../../shared/session/evolve.ts';
import { playing } from '../helpers/player.ts';
import { expect, test, type Room } from '../helpers/launch-room.ts';
import { Nurse } from '../helpers/nurse.ts';
import { clockSettings, simulatedAt, startedPractice, type Practice } from '../helpers/practice.ts';

const KEYCHAIN = { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' };
const MIDDLE_MS = (31 * 60 + 7) * 1000;
/** Early in the infusion: where it is not the middle that matters, less of it passes first. */
const EARLY_MS = 42 * 60_000;
const RATE = 60;
/** Longest that main may take to say how late it is, for its answer to be gone by, ms. */
const LONGEST_ANSWER_MS = 500;

/**
 * Lets the session run fast until the countdown says `leftMs`, then cuts main's power. Returns the clock to go on with, from
 * that moment at real time: main's own last look, and what passed since by a clock that cannot be set. The wall clock would
 * not do: a few of its milliseconds are seconds of the accelerated one, and main would come back before it went.
 */
async function killAt(leftMs: number, room: Room, nurse: Nurse): Promise<string> {
  await expect.poll(() => nurse.countdownMs(), { intervals: [100], timeout: 60_000 }).toBeLessThanOrEqual(leftMs);
  for (;;) {
    const asked = performance.now();
    const hello = await nurse.request('hello', {});
    if (!hello.ok) throw new Error(hello.code);
    // A machine that stops here would make minutes of gap out of it.
    if (performance.now() - asked > LONGEST_ANSWER_MS) continue;
    const killed = room.kill('SIGKILL');
    const wallMs = hello.data.clock.wallMs + (performance.now() - asked) * RATE;
    await killed;
    return clockSettings(Date.now(), wallMs, 1);
  }
}

/** What the countdown must say by the record and by main's own look at the clock, gap included. */
async function expectedRemaining(nurse: Nurse, practice: Practice): Promise<number> {
  const hello = await nurse.request('hello', {});
  const events = await nurse.recordOf(practice.sessionId);
  const started = events.find(({ body }) => body.type === 'started');
  if (started === undefined || !hello.ok) throw new Error('The session never started');
  return 50 * 60_000 - (hello.data.clock.wallMs - started.occurredAt);
}

async function expectBack(
  room: Room,
  nurse: Nurse,
  practice: Practice,
  { clock, level }: { readonly clock: string; readonly level: number },
): Promise<void> {
  await nurse.page.getByRole('timer').first().waitFor();
  // Main is asked first: reading the screen takes no time, asking main for the record does. A machine that stops between the
  // two makes them differ, the next two are the same.
  await expect(async () => {
    const expected = await expectedRemaining(nurse, practice);
    expect(Math.abs((await nurse.countdownMs()) - expected)).toBeLessThan(2_000);
  }).toPass({ timeout: 20_000 });
  await expect.poll(async () => (await sinceRestart(nurse, practice)).map(({ type }) => type)).toContain('lightsSet');
  const since = await sinceRestart(nurse, practice);
  expect(since.filter(({ type }) => type === 'restarted')).toHaveLength(1);
  expect(since.find(({ type }) => type === 'lightsSet')).toMatchObject({
    why: 'restore',
    scene: { zones: [{ level }] },
  });
  expect(since.filter(({ type }) => type === 'cueFired' || type === 'lightsFailed' || type === 'stalled')).toEqual([]);
  await expectMusic(room, nurse, practice, clock);
}

/** The very track that the plan wants sounds, at most 3 s from where it should stand. */
async function expectMusic(room: Room, nurse: Nurse, practice: Practice, clock: string): Promise<void> {
  const opened = await nurse.request('session.open', { sessionId: practice.sessionId });
  if (!opened.ok || opened.data.music === null) throw new Error('The session has no music');
  const { music, protocol } = opened.data;
  await expect
    .poll(
      async () => {
        const [heard] = await playing(room);
        if (heard === undefined) return 'silence';
        const session = replay(await nurse.recordOf(practice.sessionId));
        const wallMs = simulatedAt(clock, Date.now());
        const now = { wallMs, monotonicMs: wallMs, uptimeMs: wallMs, bootId: 'simulated' };
        const wanted = session === null ? undefined : desiredMusic({ session, protocol, music }, now, 1).decks[0];
        if (wanted === undefined || !heard.source.endsWith(wanted.file)) return `${heard.source}, not ${wanted?.file}`;
        return Math.abs(heard.positionMs - wanted.positionMs) < 3_000
          ? 'right'
          : `${heard.positionMs}, not ${wanted.positionMs}`;
      },
      { timeout: 60_000 },
    )
    .toBe('right');
}

async function sinceRestart(nurse: Nurse, practice: Practice): Promise<readonly SessionBody[]> {
  const bodies = (await nurse.recordOf(practice.sessionId)).map(({ body }) => body);
  return bodies.slice(bodies.findIndex(({ type }) => type === 'restarted'));
}

test('a session cut off at 31:07 comes back to the same second, with music and lights', async ({ launchRoom }) => {
  const clock = clockSettings(Date.now(), Date.now(), RATE);
  const room = await launchRoom({ env: { ...KEYCHAIN, STILLROOM_CLOCK: clock } });
  const nurse = new Nurse(room.room);
  const practice = await startedPractice(nurse);
  const later = await killAt(MIDDLE_MS, room, nurse);

  const again = await launchRoom({ userData: room.userData, env: { ...KEYCHAIN, STILLROOM_CLOCK: later } });
  const back = new Nurse(again.room);
  await expectBack(again, back, practice, { clock: later, level: 0.05 });
});

test('where no key chain opens the record, the passphrase screen comes first and the session with it', async ({
  launchRoom,
}) => {
  const clock = clockSettings(Date.now(), Date.now(), RATE);
  const weak = { STILLROOM_STANDIN_KEYCHAIN: 'basic_text' };
  const room = await launchRoom({ env: { ...weak, STILLROOM_CLOCK: clock } });
  const nurse = new Nurse(room.room);
  nurse.passphrase = 'still waters, slow tide';
  const practice = await startedPractice(nurse);
  const later = await killAt(EARLY_MS, room, nurse);

  const again = await launchRoom({ userData: room.userData, env: { ...weak, STILLROOM_CLOCK: later } });
  const back = new Nurse(again.room);
  await expect(back.button(/^Lights full/)).toBeVisible();
  await back.page.getByLabel('Passphrase').fill('something else entirely');
  await back.page.keyboard.press('Enter');
  await expect(back.page.getByRole('alert')).toBeVisible();
  await back.page.getByLabel('Passphrase').fill(nurse.passphrase);
  await back.page.keyboard.press('Enter');
  await expectBack(again, back, practice, { clock: later, level: 0.1 });
});
