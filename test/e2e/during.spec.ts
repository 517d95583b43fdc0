import { randomUUID } from 'node:crypto';
import { emptyParts } from '../../shared/vitals/validate.ts';
import { careAround } from '../helpers/care-around.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { Nurse } from '../helpers/nurse.ts';
import {
  giveOutputs,
  keepMediaKeys,
  outputsTold,
  playing,
  pressMediaKey,
  routes,
  untilPlaying,
} from '../helpers/player.ts';
import { startedPractice } from '../helpers/practice.ts';

const KEYCHAIN = { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' };

test('a player that crashes is heard as a gap of under two seconds, at the right place of the track; headphones that go silence it', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: KEYCHAIN });
  test.skip(room.host === 'electron', 'crashes are a hook of the stand-in');
  const nurse = new Nurse(room.room);
  const practice = await startedPractice(nurse);
  await untilPlaying(room);
  const [before] = await playing(room);
  await room.hooks.crash('player');
  /** How far the same track is from where it would stand without the crash, ms; infinite while it is not heard. */
  const offMs = async (): Promise<number> => {
    const [after] = await playing(room).catch(() => []);
    if (before === undefined || after?.source !== before.source) return Infinity;
    return Math.abs(after.positionMs - before.positionMs - (after.at - before.at));
  };
  // A machine that stops at the wrong moment costs a place, which the player puts right within half a minute.
  await expect.poll(offMs, { timeout: 60_000 }).toBeLessThan(2_500);

  // Main notes that it is back when the player has told so, a moment after its element sounds.
  const gapMs = async (): Promise<number> => {
    const events = await nurse.recordOf(practice.sessionId);
    const at = (type: string) => events.find(({ body }) => body.type === type)?.occurredAt;
    return (at('playerBack') ?? Infinity) - (at('playerLost') ?? 0);
  };
  await expect.poll(gapMs).toBeLessThan(2_000);

  await giveOutputs(room, ['Over-ear', 'Loudspeaker']);
  await nurse.button('Headset…').click();
  await nurse.button('Over-ear').click();
  await nurse.page.getByText('USB cable', { exact: true }).click();
  await nurse.button('Use these').click();
  await expect.poll(() => routes(room)).toEqual([{ sink: 'id of Over-ear', muted: false }]);
  await giveOutputs(room, ['Loudspeaker']);
  await expect(nurse.page.getByText('The headphones are gone: Over-ear.')).toBeVisible({ timeout: 3_000 });
  expect((await routes(room)).every(({ muted }) => muted)).toBe(true);
  await expect.poll(() => outputsTold(nurse, practice.sessionId)).toEqual(['outputChosen', 'outputLost']);
  await giveOutputs(room, ['Over-ear', 'Loudspeaker']);
  await expect(nurse.page.getByText('The headphones are gone: Over-ear.')).toBeHidden();
  await expect.poll(() => routes(room)).toEqual([{ sink: 'id of Over-ear', muted: false }]);
  await expect
    .poll(() => outputsTold(nurse, practice.sessionId))
    .toEqual(['outputChosen', 'outputLost', 'outputReturned']);
});

test('wireless headphones that are paused on themselves count as pulled out, and play on when they do', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: KEYCHAIN });
  const nurse = new Nurse(room.room);
  const practice = await startedPractice(nurse);
  await keepMediaKeys(room);
  await giveOutputs(room, ['Buds', 'Loudspeaker']);
  await untilPlaying(room);
  await nurse.button('Headset…').click();
  await nurse.button('Buds').click();
  await nurse.page.getByText('Wireless', { exact: true }).click();
  await nurse.button('Use these').click();
  await expect.poll(() => routes(room)).toEqual([{ sink: 'id of Buds', muted: false }]);
  await pressMediaKey(room, 'pause');
  await expect(nurse.page.getByText('The headphones are gone: Buds.')).toBeVisible({ timeout: 3_000 });
  expect((await routes(room)).every(({ muted }) => muted)).toBe(true);
  // The player's window is loaded anew, and sees them listed: they are paused all the same.
  await (await room.window('player')).reload();
  await giveOutputs(room, ['Buds', 'Loudspeaker']);
  const listed = async () => {
    const hello = await nurse.request('hello', {});
    return hello.ok ? hello.data.status.output.devices.map(({ label }) => label) : [];
  };
  await expect.poll(listed).toEqual(['Loudspeaker']);
  await untilPlaying(room);
  expect((await routes(room)).every(({ muted }) => muted)).toBe(true);
  await expect(nurse.page.getByText('The headphones are gone: Buds.')).toBeVisible();
  await pressMediaKey(room, 'play');
  await expect(nurse.page.getByText('The headphones are gone: Buds.')).toBeHidden();
  await expect.poll(() => routes(room)).toEqual([{ sink: 'id of Buds', muted: false }]);
  await expect
    .poll(() => outputsTold(nurse, practice.sessionId))
    .toEqual(['outputChosen', 'outputLost', 'outputReturned']);
});

test('the room window crashes, is reloaded and closed, and comes back to the same second while the music plays on', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: KEYCHAIN });
  test.skip(room.host === 'electron', 'crashes are a hook of the stand-in');
  const nurse = new Nurse(room.room);
  const practice = await startedPractice(nurse);
  const started = (await nurse.recordOf(practice.sessionId)).find(({ body }) => body.type === 'started');
  const remaining = (): number => 50 * 60_000 - (Date.now() - (started?.occurredAt ?? 0));
  // A machine that stops between two looks makes them differ: the next two do not.
  const expectSameSecond = (): Promise<void> =>
    expect(async () => {
      const page = await room.window('room');
      await page.getByRole('timer').first().waitFor();
      expect(Math.abs((await new Nurse(page).countdownMs()) - remaining())).toBeLessThan(2_000);
    }).toPass({ timeout: 60_000 });
  await untilPlaying(room);

  await room.room.reload();
  await expectSameSecond();
  await nurse.button('Hold the light').click();
  await nurse.button('Comfort').click();
  await nurse.button('Comfort: back').click();
  await nurse.page.getByRole('button', { name: 'Comfort', exact: true }).waitFor();
  await room.hooks.crash('room');
  // Nobody can press anything in the window now: the keys of the whole computer light the lamps all the same.
  await room.hooks.press('Control+Shift+F7');
  await expectSameSecond();
  const back = new Nurse(await room.window('room'));
  const light = async () =>
    (await back.recordOf(practice.sessionId)).flatMap(({ body, author }) =>
      body.type === 'lightsSet' ? [{ why: body.why, author }] : [],
    );
  await expect.poll(async () => (await light()).map(({ why }) => why)).toEqual(['comfort', 'afterComfort', 'full']);
  expect((await light()).at(-1)?.author).toEqual({ kind: 'unsigned' });
  await back.button('Held: let the light go on').click();
  await back.button('Sheet: back to where it stands').click();
  await back.button('Hold the light').waitFor();
  await room.hooks.userClose('room');
  await expectSameSecond();
  expect((await playing(room)).length).toBeGreaterThan(0);
  const types = (await new Nurse(await room.window('room')).recordOf(practice.sessionId)).map(({ body }) => body.type);
  expect(types.filter((type) => type === 'playerLost' || type === 'restarted')).toEqual([]);
});

test('two presses at once: one counts, the other is told why', async ({ launchRoom }) => {
  const room = await launchRoom({ env: KEYCHAIN });
  const nurse = new Nurse(room.room);
  const practice = await startedPractice(nurse);
  const seenSeq = (await nurse.recordOf(practice.sessionId)).length;
  const { sessionId } = practice;
  const pause = { type: 'pausePump', reason: 'air', pumpStands: true, note: null, agoMs: 0 } as const;
  const stop = { type: 'stopPump', reason: 'complete', note: null, agoMs: 0 } as const;
  const answers = await Promise.all([
    nurse.request('session.command', { sessionId, commandId: randomUUID(), seenSeq, command: pause }),
    nurse.request('session.command', { sessionId, commandId: randomUUID(), seenSeq, command: stop }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ kind: 'refused', code: 'session.stale' });

  // The same press sent twice, as by a double click or a lost answer, is one fact.
  const mark = { type: 'mark', markId: randomUUID(), kind: 'nausea', note: null, agoMs: 0 } as const;
  const commandId = randomUUID();
  const twice = await Promise.all(
    [0, 1].map(() => nurse.request('session.command', { sessionId, commandId, seenSeq, command: mark })),
  );
  expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
  const events = await nurse.recordOf(sessionId);
  expect(events.filter(({ body }) => body.type === 'marked')).toHaveLength(1);
  expect(events.filter(({ body }) => body.type === 'pumpPaused' || body.type === 'pumpStopped')).toHaveLength(1);
});

test('readings: impossible ones are refused by name, unlikely ones asked about, an amendment keeps the original; the care around them', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: KEYCHAIN });
  const nurse = new Nurse(room.room);
  const ondansetron = { id: 'o', drug: 'Ondansetron', dose: '4 mg', route: 'IV', secondCheck: false };
  const practice = await startedPractice(nurse, (protocol) => ({
    ...protocol,
    care: { ...protocol.care, medicines: [ondansetron] },
  }));

  const figures = { Systolic: '1180', Diastolic: '76', 'SpO₂': '98', Pulse: '72' };
  for (const [name, value] of Object.entries(figures)) await nurse.field(name).fill(value);
  await nurse.field('Pulse').press('Enter');
  await expect(nurse.page.getByRole('alert')).toContainText('Systolic: 1180');
  await expect(nurse.field('Systolic')).toHaveValue('1180');
  expect((await nurse.recordOf(practice.sessionId)).filter(({ body }) => body.type === 'readingTaken')).toHaveLength(1);
  for (const name of ['Systolic', 'Diastolic', 'SpO₂', 'Pulse']) await nurse.field(name).fill('');

  await nurse.typeReading({ systolic: 118, diastolic: 76, spo2: 98, pulse: 182 });
  await expect(nurse.page.getByText(/pulse 182/).first()).toBeVisible();
  await expect(nurse.page.getByText(/sure\?/)).toBeVisible();
  await nurse.button('Change').click();
  await nurse.field('Pulse').fill('82');
  await nurse.field('Pulse').press('Enter');
  await nurse.page.keyboard.press('Enter');
  await nurse.page.getByText('Saved: 118/76').waitFor();

  const taken = (await nurse.recordOf(practice.sessionId))
    .flatMap(({ body, occurredAt }) => (body.type === 'readingTaken' ? [{ ...body, takenAt: occurredAt }] : []))
    .at(-1);
  expect(taken?.parts).toMatchObject({ systolic: 118, diastolic: 76, pulse: 82 });
  practice.seq = (await nurse.recordOf(practice.sessionId)).length;
  await practice.do({
    type: 'amendReading',
    readingId: taken?.readingId ?? '',
    parts: { ...(taken?.parts ?? emptyParts), pulse: 84 },
    takenAt: taken?.takenAt ?? 0,
    reason: 'Typing error',
    confirmed: [],
  });
  await expect(nurse.page.getByRole('row').filter({ hasText: 'Typing error' }).locator('s').last()).toHaveText(
    '118/76, SpO₂ 98 %, pulse 82, Room air',
  );
  await careAround(nurse, practice);
});
