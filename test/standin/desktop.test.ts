import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FixtureRoom, freshFolder, openForFile } from './helpers.ts';

// One app for the whole file; the last tests crash and close what they use. Slow: it drives a real Chromium.
const folder = freshFolder();
let app: FixtureRoom;

beforeAll(async () => {
  app = await openForFile(folder.userData);
});
afterAll(async () => {
  await app.end('SIGKILL');
  folder.remove();
});

test("permissions are what the app's handlers say", async () => {
  const state = (name: string) =>
    app.room.evaluate(
      (what) => navigator.permissions.query({ name: what as PermissionName }).then((status) => status.state),
      name,
    );
  expect([await state('microphone'), await state('geolocation'), await state('notifications')]).toEqual([
    'granted',
    'denied',
    'denied',
  ]);
  expect(
    await app.room.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'records',
        (error: Error) => error.name,
      ),
    ),
  ).toBe('NotAllowedError');
});

test('a page prints and is pictured', async () => {
  const pdf = (await app.ask('pdf', { pageSize: 'A4', printBackground: true, generateTaggedPDF: true })) as string;
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(/\/MediaBox \[0 0 (\d+)(?:\.\d+)? (\d+)/.exec(pdf)?.slice(1)).toEqual(['595', '841']);
  expect(pdf).toContain('/MarkInfo');
  expect(await app.ask('picture')).toEqual({
    head: 'PNG',
    size: { width: expect.any(Number), height: expect.any(Number) },
  });
});

test('zoom changes what the page measures', async () => {
  await app.room.evaluate(() => {
    const ruler = Object.assign(document.createElement('div'), { id: 'ruler' });
    ruler.style.height = '100px';
    document.body.append(ruler);
  });
  const height = async (): Promise<number | undefined> => (await app.room.locator('#ruler').boundingBox())?.height;
  expect(await height()).toBe(100);
  await app.ask('zoom', 2);
  await expect.poll(height).toBe(200);
  await app.ask('zoom', 1);
  await expect.poll(height).toBe(100);
});

test('what a page logs reaches main', async () => {
  await app.room.evaluate(() => console.error('a fault', 7));
  await app.noted('room console error a fault 7');
});

test('hooks: power, shortcuts, blockers, keys, boxes, a hanging window', async () => {
  await app.hooks.power('suspend');
  await app.hooks.power('resume');
  expect(await app.noted('power resume')).toContain('power suspend');
  expect(await app.hooks.shortcuts()).toEqual(['F12']);
  await app.hooks.press('F12');
  await app.noted('shortcut F12');
  await app.ask('block');
  expect(await app.hooks.blockers()).toEqual(['prevent-display-sleep']);
  const key = {
    type: 'keyDown',
    key: 'F5',
    code: 'F5',
    isAutoRepeat: false,
    shift: false,
    control: false,
    alt: false,
    meta: false,
  };
  expect([await app.hooks.key('room', key), await app.hooks.key('room', { ...key, key: 'a' })]).toEqual([true, false]);
  await app.hooks.answerDialog({ response: 0, checkboxChecked: false });
  expect(await app.ask('ask')).toEqual({ response: 0, checkboxChecked: false });
  expect(await app.ask('ask')).toEqual({ response: 1, checkboxChecked: false });
  expect((await app.hooks.dialogs()).length).toBe(2);
  await app.hooks.hang('room');
  await app.noted('room unresponsive');
  await expect(app.hooks.press('F1')).rejects.toThrow('No global shortcut F1');
});

test('nothing is opened outside the app unless a harness allows it', async () => {
  expect(await app.ask('outside', 'https://example.com/')).toContain('opens nothing outside the app');
  await app.hooks.allowOutside(true);
  expect(await app.ask('outside', 'https://example.com/')).toBe('opened');
  expect(await app.hooks.opened()).toEqual(['https://example.com/']);
});

test('a keychain that cannot be opened seals nothing', async () => {
  const { backend, sealed } = (await app.ask('seal', 'a key')) as { backend: string; sealed: string };
  expect(backend).toBe('gnome_libsecret');
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('a key');
  expect(await app.ask('unseal', sealed)).toEqual({ result: 'a key', shouldReEncrypt: false });
  await app.hooks.keychain('unavailable');
  expect(await app.ask('available')).toBe(false);
  await expect(app.ask('seal', 'a key')).rejects.toThrow(/keychain cannot be opened/);
});

test('a window closes with its events; a closed one refuses what is sent to it', async () => {
  await app.ask('second');
  await app.window('player');
  await app.ask('closeSecond');
  const lines = await app.noted('second closed');
  expect(lines.filter((line) => line.startsWith('second'))).toEqual([
    'second did-finish-load',
    'second ready-to-show',
    'second close',
    'second destroyed',
    'second closed',
  ]);
  await app.ask('second');
  expect(await app.ask('sendToClosed')).toBe('Object has been destroyed');
});

test('a page that crashes is told of and comes back in the same window', async () => {
  const before = (await app.hooks.windows()).find(({ url }) => url.endsWith('room.html'));
  await app.hooks.crash('room');
  await expect
    .poll(async () => (await app.hooks.windows()).find(({ id }) => id === before?.id)?.targetId)
    .not.toBe(before?.targetId);
  expect(await app.noted('room gone crashed')).toContain('room gone crashed');
  const again = await app.window('room');
  await again.locator('#state', { hasText: 'ready' }).waitFor();
});

test('a window the user closes and the app keeps comes back; the player does not', async () => {
  await app.hooks.userClose('room');
  await app.noted('room close');
  await (await app.window('room')).locator('#state', { hasText: 'ready' }).waitFor();
  await app.hooks.userClose('player');
  expect(await app.noted('player closed')).toContain('player close');
});
