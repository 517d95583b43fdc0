import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeFindings } from '../helpers/axe-findings.ts';
import { expect, test, type Room } from '../helpers/launch-room.ts';
import { ALVAREZ, Nurse } from '../helpers/nurse.ts';
import { startedPractice } from '../helpers/practice.ts';
import { mayMount, smallDisk, type SmallDisk } from '../helpers/small-disk.ts';

test.skip(!mayMount(), 'mounting a small disk takes root');

let disk: SmallDisk;
let stick: string;
const opened: Room[] = [];
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
test.afterEach(async () => {
  // The app writes to both until it has ended.
  for (const room of opened.splice(0)) await room.close();
  disk.remove();
  rmSync(stick, { recursive: true, force: true, maxRetries: 10 });
});

test('a disk that fills up loses nothing: entries wait in sight, a copy of them lies elsewhere, and they are saved in order', async ({
  launchRoom,
}, info) => {
  const app = await launchRoom({ userData: userData(), env: { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' } });
  opened.push(app);
  const { room, hooks } = app;
  const nurse = new Nurse(room);
  const practice = await startedPractice(nurse);
  const strip = room.getByRole('alert', { name: 'Not saved yet' });
  await expect(strip).toHaveCount(0);

  disk.fill();
  const pressed: { readonly from: number; readonly to: number }[] = [];
  for (const text of ['wants the blanket', 'asks for the time']) {
    const from = Date.now();
    const answer = await practice.ask({ type: 'note', text });
    expect(answer).toMatchObject({ ok: false, kind: 'unsaved', code: 'disk.full' });
    pressed.push({ from, to: Date.now() });
  }
  await expect(strip.getByText('wants the blanket')).toBeVisible();
  await expect(strip.getByText('asks for the time')).toBeVisible();
  const shown = await nurse.countdownMs();
  await expect.poll(() => nurse.countdownMs()).toBeLessThan(shown);
  expect(await axeFindings(room)).toEqual([]);
  await room.screenshot({ path: info.outputPath('unsaved.png') });

  const first = join(stick, 'first.age');
  await hooks.answerDialog({ canceled: false, filePath: first });
  await strip.getByRole('button', { name: 'Emergency copy…' }).click();
  await expect(strip.getByText(/^✓ Written and read back: first\.age/)).toBeVisible();

  disk.makeRoom();
  await expect(strip).toHaveCount(0, { timeout: 60_000 });
  const notes = (await nurse.recordOf(practice.sessionId)).filter(({ body }) => body.type === 'noted');
  expect(notes.map(({ body }) => (body.type === 'noted' ? body.text : ''))).toEqual([
    'wants the blanket',
    'asks for the time',
  ]);
  // About the moment of the press, not that of the disk; clocks are read to a few milliseconds.
  for (const [index, { occurredAt }] of notes.entries()) {
    const { from, to } = pressed[index] ?? { from: Infinity, to: 0 };
    expect(occurredAt).toBeGreaterThan(from - 100);
    expect(occurredAt).toBeLessThan(to + 100);
  }

  // The disk fills once more, and this time the PC goes down before there is room.
  disk.fill();
  const { seq } = (await nurse.recordOf(practice.sessionId)).at(-1) ?? { seq: 0 };
  practice.seq = seq;
  expect(await practice.ask({ type: 'note', text: 'only in the copy' })).toMatchObject({ kind: 'unsaved' });
  const second = join(stick, 'second.age');
  await hooks.answerDialog({ canceled: false, filePath: second });
  await strip.getByRole('button', { name: 'Emergency copy…' }).click();
  await expect(strip.getByText(/^✓ Written and read back: second\.age/)).toBeVisible();
  await app.kill('SIGKILL');
  disk.makeRoom();

  const again = await app.restart();
  opened.push(again);
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
