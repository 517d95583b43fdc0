import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flacOf } from '../helpers/flac.ts';
import { id3Length } from '../../shared/music/file-kind.ts';
import { pngOf, withCover } from '../helpers/cover.ts';
import { expect, test } from '../helpers/launch-room.ts';
import { Nurse } from '../helpers/nurse.ts';
import { wavOf } from '../helpers/wav.ts';

const fixtures = join(import.meta.dirname, '../fixtures/music');

/** A folder as somebody might bring it: good files of every kind, and everything that goes wrong. */
function fillFolder(folder: string): void {
  mkdirSync(join(folder, 'more', 'deeper'), { recursive: true });
  for (const name of readdirSync(fixtures)) copyFileSync(join(fixtures, name), join(folder, name));
  writeFileSync(join(folder, 'more', 'long tone.wav'), wavOf({ seconds: 61, before: 2, after: 3, rate: 16_000 }));
  // More than ten minutes of a kind that is one stream from end to end; and half a day.
  writeFileSync(join(folder, 'more', 'long.flac'), flacOf({ seconds: 660 }));
  writeFileSync(join(folder, 'half a day.flac'), flacOf({ seconds: 12 * 3600, sound: 'still' }));
  copyFileSync(join(fixtures, 'tone.mp3'), join(folder, 'more', 'deeper', 'the same again.mp3'));
  writeFileSync(join(folder, 'nothing.mp3'), '');
  writeFileSync(join(folder, 'letter.mp3'), 'Dear all, this is no music at all.');
  copyFileSync(join(fixtures, 'tone.flac'), join(folder, 'flac by another name.mp3'));
  writeFileSync(join(folder, 'quiet.wav'), wavOf({ seconds: 0, before: 2 }));
  const mp3 = readFileSync(join(fixtures, 'tone.mp3'));
  const bare = mp3.subarray(id3Length(mp3));
  writeFileSync(join(folder, 'covered.mp3'), withCover(bare, 'Covered', pngOf(400, 300)));
  writeFileSync(join(folder, 'no real cover.mp3'), withCover(bare, 'Bare', Buffer.from('<svg onload="alert(1)">')));
  const whole = readFileSync(join(fixtures, 'tone.m4a'));
  writeFileSync(join(folder, 'cut.m4a'), whole.subarray(0, whole.length * 0.6));
  const ogg = readFileSync(join(fixtures, 'tone.ogg'));
  writeFileSync(join(folder, 'cut.ogg'), ogg.subarray(0, ogg.length * 0.9));
  writeFileSync(join(folder, 'bought.m4p'), Buffer.from(whole.toString('latin1').replace('mp4a', 'drms'), 'latin1'));
  const flac = Buffer.from(readFileSync(join(fixtures, 'tone.flac')));
  writeFileSync(join(folder, 'damaged.flac'), flac.fill(7, 60));
}

test('a folder of one’s own music is brought in, each file with its outcome, and looked after', async ({
  launchRoom,
}, info) => {
  const { room, hooks, userData } = await launchRoom({ env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const nurse = new Nurse(room);
  await nurse.setUp();
  await nurse.button(/^Settings/).click();
  await nurse.button('Look after the music').click();
  await expect(room.getByText('No music of your own yet.')).toBeVisible();
  await expect(room.getByText('is not licensed for clinics')).toBeVisible();

  const folder = join(userData, '..', 'a stick');
  fillFolder(folder);
  await hooks.answerDialog({ canceled: false, filePaths: [folder] });
  await nurse.button('Choose a folder…').click();
  await expect(room.getByText('10 of 23 files were brought in.')).toBeVisible({ timeout: 120_000 });
  await room.screenshot({ path: info.outputPath('report.png') });

  const report = room.getByRole('table', { name: 'What became of each file' });
  await nurse.button('Show all 23').click();
  const outcomes = {
    'nothing.mp3': 'the file is empty',
    'letter.mp3': 'no music that is known',
    'flac by another name.mp3': 'its name says something else than what it is (flac)',
    'quiet.wav': 'there is nothing to hear',
    'cut.m4a': 'ends too early',
    'bought.m4p': 'protected against copying',
    'lossless.m4a': 'Apple Lossless',
    'tone.wma': 'Windows Media',
    'tone.aiff': 'AIFF',
    'damaged.flac': 'cannot be played from its first to its last second',
    'the same again.mp3': 'Brought in',
    'tone.mp3': 'There already',
    'cut.ogg': 'ends too early',
    'long tone.wav': 'Brought in',
    'long.flac': 'Brought in',
    'half a day.flac': 'longer than four hours',
  };
  for (const [name, words] of Object.entries(outcomes))
    await expect(report.getByRole('row', { name: new RegExp(`^${name}`) })).toContainText(words);

  const tracks = await nurse.request('music.tracks', { from: 0 });
  if (!tracks.ok) throw new Error(tracks.code);
  const own = tracks.data.tracks.filter(({ imported }) => imported !== null);
  const long = own.find(({ imported }) => imported?.sourceName === 'long tone.wav');
  expect(long).toMatchObject({ durationMs: 66_000, loudnessLufs: -23, imported: { loudnessFrom: 'measured' } });
  expect(long?.imported?.silenceStartMs).toBeCloseTo(2000, -1);
  expect(long?.imported?.silenceEndMs).toBeCloseTo(3000, -1);
  const flac = own.find(({ imported }) => imported?.sourceName === 'long.flac');
  expect(flac).toMatchObject({ durationMs: 660_000 });
  const tagged = own.find(({ title }) => title === 'Made-up Morning');
  expect(tagged).toMatchObject({
    loudnessLufs: -11.5,
    imported: { artist: 'The Fictional Trio', loudnessFrom: 'tag' },
  });
  // The same tone in other kinds: measured the same.
  for (const { loudnessLufs, durationMs, imported } of own.filter(
    ({ id }) => ![long?.id, flac?.id, tagged?.id].includes(id),
  )) {
    expect(Math.abs(loudnessLufs + 30), imported?.sourceName).toBeLessThan(1.5);
    expect(Math.abs(durationMs - 2000), imported?.sourceName).toBeLessThan(120);
  }
  const covered = own.filter(({ imported }) => imported?.hasCover);
  expect(covered.map(({ title }) => title)).toEqual(['Covered']);
  const picture = room.getByRole('row', { name: /^Covered/ }).locator('img');
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]))
    .toEqual([192, 144]);
  const store = join(userData, 'music');
  expect(readdirSync(join(store, 'library')).toSorted()).toEqual(own.map(({ file }) => file.slice(8)).toSorted());
  await expect.poll(() => readdirSync(join(store, 'incoming'))).toEqual([]);

  const dialog = room.getByRole('dialog');
  await nurse.button('Edit Made-up Morning').click();
  await dialog.getByText('peak', { exact: true }).click();
  await dialog.getByLabel('Licence').fill('Made for this test');
  await room.screenshot({ path: info.outputPath('edit.png') });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(room.getByRole('row', { name: /^Made-up Morning.*peak.*Made for this test/ })).toBeVisible();
  await nurse.button('Edit long tone').click();
  await dialog.getByRole('button', { name: 'Remove this track…' }).click();
  await dialog.getByRole('button', { name: 'Remove it' }).click();
  await expect(nurse.button('Edit long tone')).toHaveCount(0);
  await expect.poll(() => readdirSync(join(store, 'library'))).toHaveLength(9);

  // By dropping: a folder and a file at once, from where they lie.
  const dropped = join(userData, '..', 'dropped');
  mkdirSync(dropped);
  writeFileSync(join(dropped, 'in a folder.wav'), wavOf({ seconds: 1, level: -20 }));
  writeFileSync(join(dropped, '..', 'by itself.wav'), wavOf({ seconds: 1, level: -26 }));
  const things = [dropped, join(dropped, '..', 'by itself.wav')];
  await room.locator('main').evaluate((main) => main.scrollTo(0, 0));
  await hooks.drop('room', things, true);
  await expect(room.getByText('Let go to bring it in.')).toBeVisible();
  await room.screenshot({ path: info.outputPath('drop.png') });
  await hooks.drop('room', things);
  await expect(room.getByText('2 of 2 files were brought in.')).toBeVisible();
  // A page cannot say where a file lies: what a script makes up is nothing that was dropped, and what was is used once.
  const made = await room.evaluate(() =>
    (globalThis as unknown as { stillroom: { drop: (files: unknown[]) => Promise<number> } }).stillroom
      .drop([new File(['x'], 'made up.mp3')])
      .catch(() => 0),
  );
  expect(made).toBe(0);
  await hooks.drop('room', things);
  await expect(room.getByText('Nothing new was brought in. What became of each file stands below.')).toBeVisible();
  await expect(report.getByRole('row', { name: /^by itself\.wav/ })).toContainText('There already');
  await nurse.request('music.bringIn', { what: 'dropped' });
  await expect(nurse.button('Choose a folder…')).toBeEnabled();
  expect(await nurse.request('music.report', { from: 0 })).toMatchObject({ data: { total: 2 } });
  await room.setViewportSize({ width: 1920, height: 1080 });
  await room.screenshot({ path: info.outputPath('tracks.png') });
  // Only the list scrolls, never the window.
  await expect.poll(() => room.evaluate('document.documentElement.scrollHeight - innerHeight')).toBe(0);
});
