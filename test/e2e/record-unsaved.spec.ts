import AxeBuilder from '@axe-core/playwright';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../helpers/launch-room.ts';
import { ALVAREZ, Nurse } from '../helpers/nurse.ts';
import { startedPractice } from '../helpers/practice.ts';
import { mayMount, smallDisk, type SmallDisk } from '../helpers/small-disk.ts';

test.setTimeout(120_000);
test.skip(!mayMount(), 'mounting a small disk takes root');

let disk: SmallDisk;
let stick: string;
const userData = (): string => join(disk.folder, 'user data');
test.beforeEach(() => {
  disk = smallDisk(32 * 1024 * 1024);
  stick = mkdtempSync(join(tmpdir(), 'stillroom stick '));
  // A browser deletes files of its own at any moment, which would leave room: its profiles lie on another disk.
  mkdirSync(userData());
  for (const profile of ['Standin Browser', 'Standin Browser Unseen']) {
    mkdirSync(join(stick, profile));
    symlinkSync(join(stick, profile), join(userData(), profile));
  }
});
test.afterEach(() => {
  disk.remove();
  rmSync(stick, { recursive: true, force: true });
});

test('a disk that fills up loses nothing: entries wait in sight, a copy of them lies elsewhere, and they are saved in order', async ({
  launchRoom,
}, info) => {
  const opened = await launchRoom({ userData: userData(), env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  const { room, hooks } = opened;
  const nurse = new Nurse(room);
  const practice = await startedPractice(nurse);
  const strip = room.getByRole('alert', { name: 'Not saved yet' });
  await expect(strip).toHaveCount(0);

  disk.fill();
  const pressedAt: number[] = [];
  for (const text of ['wants the blanket', 'asks for the time']) {
    pressedAt.push(Date.now());
    const answer = await practice.ask({ type: 'note', text });
    expect(answer).toMatchObject({ ok: false, kind: 'unsaved', code: 'disk.full' });
  }
  await expect(strip.getByText('wants the blanket')).toBeVisible();
  await expect(strip.getByText('asks for the time')).toBeVisible();
  const shown = await nurse.countdownMs();
  await expect.poll(() => nurse.countdownMs()).toBeLessThan(shown);
  const { violations } = await new AxeBuilder({ page: room }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await room.screenshot({ path: info.outputPath('unsaved.png') });

  const first = join(stick, 'first.age');
  await hooks.answerDialog({ canceled: false, filePath: first });
  await strip.getByRole('button', { name: 'Emergency copy…' }).click();
  await expect(strip.getByText(/^✓ Written and read back: first\.age/)).toBeVisible();

  disk.makeRoom();
  await expect(strip).toHaveCount(0, { timeout: 15_000 });
  const notes = (await nurse.recordOf(practice.sessionId)).filter(({ body }) => body.type === 'noted');
  expect(notes.map(({ body }) => (body.type === 'noted' ? body.text : ''))).toEqual([
    'wants the blanket',
    'asks for the time',
  ]);
  for (const [index, { occurredAt }] of notes.entries())
    expect(Math.abs(occurredAt - (pressedAt[index] ?? 0))).toBeLessThan(2_000);

  // The disk fills once more, and this time the PC goes down before there is room.
  disk.fill();
  const { seq } = (await nurse.recordOf(practice.sessionId)).at(-1) ?? { seq: 0 };
  practice.seq = seq;
  expect(await practice.ask({ type: 'note', text: 'only in the copy' })).toMatchObject({ kind: 'unsaved' });
  const second = join(stick, 'second.age');
  await hooks.answerDialog({ canceled: false, filePath: second });
  await strip.getByRole('button', { name: 'Emergency copy…' }).click();
  await expect(strip.getByText(/^✓ Written and read back: second\.age/)).toBeVisible();
  await opened.kill('SIGKILL');
  disk.makeRoom();

  const again = await opened.restart();
  const back = new Nurse(again.room);
  await again.room.getByRole('timer').first().waitFor();
  const staff = await back.request('staff.list', {});
  const who = staff.ok ? staff.data.staff.find(({ name }) => name === ALVAREZ.name) : undefined;
  await back.request('staff.signIn', { staffId: who?.staffId ?? '', pin: ALVAREZ.pin });
  await back.button(new RegExp(`^${ALVAREZ.name}`)).click();
  await back.button('Start page').click();
  await back.button(/^Settings/).click();
  await back.button('Look after the record').click();
  const panel = again.room.getByRole('region', { name: 'Emergency copies' });
  const dialog = again.room.getByRole('dialog');
  await again.hooks.answerDialog({ canceled: false, filePaths: [first] });
  await panel.getByRole('button', { name: 'Look into one…' }).click();
  await expect(dialog.getByText('The record holds every one of them.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await again.hooks.answerDialog({ canceled: false, filePaths: [second] });
  await panel.getByRole('button', { name: 'Look into one…' }).click();
  const missing = dialog.getByRole('list', { name: 'Not in the record' });
  await expect(missing.getByText(/only in the copy/)).toBeVisible();
  await expect(missing.getByText(/wants the blanket/)).toHaveCount(0);
  await again.room.screenshot({ path: info.outputPath('copy.png') });
});
