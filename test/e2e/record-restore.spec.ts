import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from '../helpers/launch-room.ts';
import { ALVAREZ, LINDQVIST, Nurse } from '../helpers/nurse.ts';
import { shownKey, typeBack } from '../helpers/recovery-key.ts';

const env = { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' };
const THEA = { name: 'Thea Wendelin', birthDate: '1961-07-19', allergies: '' } as const;

/** Opens the record's screen; from the start page. */
async function lookAfter(nurse: Nurse): Promise<void> {
  await nurse.button(/^Settings/).click();
  await nurse.button('Look after the record').click();
}

/** Names somebody who looks after records, gives the PIN and presses. */
async function sign(page: Page, act: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').selectOption(LINDQVIST.name);
  await dialog.getByLabel('PIN').fill(LINDQVIST.pin);
  await dialog.getByRole('button', { name: act, exact: true }).click();
}

async function backUp(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Backups', exact: true });
  await panel.getByRole('button', { name: 'Back up now' }).click();
  await expect(panel.getByText('The copy was made and checked.')).toBeVisible();
}

/** Takes the newest copy that is shown, as far as the record being open again and somebody signed in. */
async function restoreNewest(page: Page): Promise<void> {
  const newest = page.getByRole('button', { name: /^Look at this copy/ }).first();
  await expect(newest).toBeVisible({ timeout: 60_000 });
  await newest.click();
  await expect(page.getByRole('button', { name: 'Restore this copy' })).toBeVisible({ timeout: 60_000 });
  await sign(page, 'Restore this copy');
  await expect(page.getByText('The record was restored from the copy.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: ALVAREZ.name }).click();
  await page.getByLabel(`PIN of ${ALVAREZ.name}`).fill(ALVAREZ.pin);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Practice session/ }).waitFor();
}

async function expectThea(nurse: Nurse): Promise<void> {
  const found = await nurse.request('patients.find', { text: 'wendelin' });
  expect(found.ok && found.data.patients.map(({ name }) => name)).toEqual([THEA.name]);
}

test('a damaged record is set aside, and the newest good copy takes its place', async ({ launchRoom }) => {
  const opened = await launchRoom({ env });
  const nurse = new Nurse(opened.room);
  await nurse.setUp();
  await nurse.request('patients.create', { details: THEA, knownDuplicate: false });
  await lookAfter(nurse);
  await backUp(opened.room);
  await opened.close();
  const file = join(opened.userData, 'clinic.db');
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  writeFileSync(file, Buffer.alloc(200_000, 'no record'));

  const { room } = await opened.restart();
  await expect(room.getByRole('heading', { name: 'The record cannot be opened' })).toBeVisible();
  await room.getByRole('button', { name: 'Restore from a copy…' }).click();
  await restoreNewest(room);
  await expectThea(new Nurse(room));
  const aside = readdirSync(opened.userData).filter((name) => /^clinic\.before-restore.*\.db$/.test(name));
  expect(aside).toHaveLength(1);
});

test('another PC takes over by a folder of copies and the recovery key', async ({ launchRoom }) => {
  const share = mkdtempSync(join(tmpdir(), 'clinic share '));
  try {
    const old = await launchRoom({ env });
    const nurse = new Nurse(old.room);
    await nurse.setUp();
    await nurse.request('patients.create', { details: THEA, knownDuplicate: false });
    await lookAfter(nurse);
    await old.room.getByRole('button', { name: 'Make a recovery key' }).click();
    await sign(old.room, 'Show the recovery key');
    const groups = await shownKey(old.room);
    await typeBack(old.room, groups);
    await expect(old.room.getByRole('dialog')).toHaveCount(0);
    const panel = old.room.getByRole('region', { name: 'Backups', exact: true });
    await old.hooks.answerDialog({ canceled: false, filePaths: [share] });
    await panel.getByRole('button', { name: 'Choose a folder…' }).click();
    // Named with its last copy or without: the day's copy may be on its way already.
    await expect(panel.getByText(share).first()).toBeVisible();
    await backUp(old.room);
    await expect(panel.getByText(`${share}: last good copy`)).toBeVisible({ timeout: 60_000 });
    await old.kill('SIGKILL');

    const fresh = await launchRoom({ env });
    await fresh.room.getByRole('button', { name: 'Restore from a backup of another computer…' }).click();
    await fresh.hooks.answerDialog({ canceled: false, filePaths: [share] });
    await fresh.room.getByRole('button', { name: 'Choose the folder with the copies' }).click();
    await fresh.room.getByLabel('Recovery key').fill(groups.join(' '));
    await fresh.room.getByRole('button', { name: 'Open the copies' }).click();
    await restoreNewest(fresh.room);
    await expectThea(new Nurse(fresh.room));
    await fresh.close();
  } finally {
    rmSync(share, { recursive: true, force: true, maxRetries: 10 });
  }
});
