import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Room } from '../helpers/launch-room.ts';
import { ALVAREZ, Nurse } from '../helpers/nurse.ts';
import { playing, untilPlaying } from '../helpers/player.ts';
import { Practice } from '../helpers/practice.ts';
import { wavOf } from '../helpers/wav.ts';

interface HowlerLike {
  readonly _howls: readonly { readonly _sounds: readonly { readonly _node?: HTMLAudioElement }[] }[];
}

test('a folder of one’s own music becomes a set, a patient chooses it in Spanish, and a session plays it', async ({
  launchRoom,
}) => {
  const room = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room.room);
  const { page } = nurse;
  await nurse.setUp();

  // The folder is brought in.
  const folder = join(room.userData, '..', 'from home');
  mkdirSync(folder);
  for (const [index, name] of ['Heather', 'Slow River', 'Attic Light'].entries())
    writeFileSync(join(folder, `${name}.wav`), wavOf({ seconds: 45 + index, rate: 16_000, level: -20 - index }));
  await nurse.button(/^Settings/).click();
  await nurse.button('Look after the music').click();
  await room.hooks.answerDialog({ canceled: false, filePaths: [folder] });
  await nurse.button('Choose a folder…').click();
  await expect(page.getByText('3 of 3 files were brought in.')).toBeVisible({ timeout: 60_000 });
  await nurse.button('Start page').click();

  // A set is made of it.
  await nurse.button(/^Settings/).click();
  await nurse.button('Open the sets').click();
  await nurse.button('New set').click();
  await page.getByLabel('Name of the set').fill('From Home');
  await page.getByLabel('One sentence for the patient').fill('What you brought along');
  await nurse.button('+ Add tracks').click();
  for (const title of ['Heather', 'Slow River', 'Attic Light'])
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `Add ${title}` })
      .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await nurse.button('Save').click();
  await expect(page.getByText('Saved. It is offered from now on.')).toBeVisible();
  await nurse.button('Start page').click();

  // The patient has the screen, hears it and takes it.
  await nurse.openPractice();
  const hello = await nurse.request('hello', {});
  const sessionId = hello.ok ? (hello.data.status.liveSessionId ?? '') : '';
  await nurse.step('Wishes and music').click();
  await nurse.button('Hand the screen to the patient').click();
  await page.getByLabel('Their language').selectOption('Español');
  await page.getByRole('dialog').getByRole('button', { name: 'Hand the screen to the patient' }).click();
  const patient = await room.window('patient');
  const press = (name: string | RegExp) => patient.getByRole('button', { name }).click();
  await press('Empezar');
  await press('Seguir sin escuchar');
  await press(/^From Home/);
  await press('Esta, por favor');
  const closed = patient.waitForEvent('close');
  await press('Personal');
  await patient.getByLabel('PIN', { exact: true }).fill(ALVAREZ.pin);
  await patient.getByLabel('PIN', { exact: true }).press('Enter');
  await closed;

  // The session plays it, from the clinic's own store and with real sound.
  const practice = new Practice(nurse, sessionId);
  await practice.prepare();
  await practice.do({ type: 'start', agoMs: 0 });
  const player = await room.window('player');
  const sources = () =>
    player.evaluate(() => {
      const { Howler } = globalThis as unknown as { readonly Howler?: HowlerLike };
      const nodes = (Howler?._howls ?? []).flatMap(({ _sounds }) => _sounds.flatMap(({ _node }) => _node ?? []));
      return nodes.filter((node) => !node.paused && node.volume > 0 && node.src !== '').map((node) => node.src);
    });
  await expect.poll(sources).toEqual([expect.stringMatching(/\/media\/library\/[0-9a-f]+\.wav$/)]);
  await expect(page.getByText('Heather').first()).toBeVisible();
  // What is heard is told by the player up to a second later.
  const started = async () =>
    (await nurse.recordOf(sessionId)).flatMap(({ body }) => (body.type === 'trackStarted' ? [body.title] : []));
  await expect.poll(async () => (await started()).slice(0, 1)).toEqual(['Heather']);
  const kept = (await nurse.recordOf(sessionId)).flatMap(({ body }) =>
    body.type === 'intakeKept' ? [body.choice] : [],
  );
  expect(kept.at(-1)).toMatchObject({ language: 'es', music: { kind: 'set' } });
  await changeOfMind(room, nurse, sessionId);
});

/** By a word to the nurse: quiet in the middle of the music, their own phone, and the set again. */
async function changeOfMind(room: Room, nurse: Nurse, sessionId: string): Promise<void> {
  const { page } = nurse;
  const ask = async (name: RegExp) => {
    await nurse.button('Something else…').click();
    await page.getByRole('dialog').getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  const begunAt = Date.now();
  await ask(/^Quiet, please/);
  await expect(page.getByText('Music: quiet, please')).toBeVisible();
  const volumes: number[] = [];
  const silent = async (): Promise<boolean> => {
    const [heard] = await playing(room);
    volumes.push(heard?.volume ?? 0);
    return heard === undefined;
  };
  await expect.poll(silent, { intervals: [100], timeout: 60_000 }).toBe(true);
  const falling = volumes.slice(volumes.indexOf(Math.max(...volumes)));
  expect(falling).toEqual(falling.toSorted((a, b) => b - a));
  expect(Date.now() - begunAt).toBeGreaterThan(8_000);

  // Windows that are loaded anew are where they were: no sound, and no control that would claim any.
  await (await room.window('player')).reload();
  await page.reload();
  await expect(page.getByText('Music: quiet, please')).toBeVisible();
  await expect(nurse.button('Next gentle')).toBeHidden();
  await ask(/^Their own phone/);
  await expect(page.getByText('Then: Start their music')).toBeVisible();
  expect(await playing(room)).toEqual([]);

  await ask(/^From Home/);
  await untilPlaying(room);
  await expect(nurse.button('Next gentle')).toBeVisible();
  const asked = (await nurse.recordOf(sessionId)).flatMap(({ body }) =>
    body.type === 'noMusicChosen' ? [body.wish] : body.type === 'musicChosen' ? [body.title] : [],
  );
  expect(asked.slice(-3)).toEqual(['quiet', 'ownPhone', 'From Home']);
}
