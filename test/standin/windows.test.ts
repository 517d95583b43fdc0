import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FixtureRoom, freshFolder, openForFile } from './helpers.ts';

// One app for the whole file. Slow: it drives a real Chromium.
const folder = freshFolder();
let app: FixtureRoom;

beforeAll(async () => {
  app = await openForFile(folder.userData);
});
afterAll(async () => {
  await app.end('SIGKILL');
  folder.remove();
});

test('the page runs after its preload, under its policy, at a secure origin', async () => {
  expect(app.room.url()).toBe('https://stillroom.invalid/room.html');
  const seen = await app.room.evaluate(() => ({
    secure: isSecureContext,
    inline: globalThis.inlineRan ?? false,
    before: fixture.setAt,
    type: fixture.type,
    doors: Object.keys(window).filter((key) => /^(to|from)Main/.test(key)),
  }));
  expect(seen).toEqual({ secure: true, inline: false, before: 'undefined', type: 'renderer', doors: [] });
});

test('main sees the app address of a sender, never the made-up one', async () => {
  expect(await app.ask('sender')).toEqual({
    url: 'app://stillroom/room.html',
    origin: 'app://stillroom',
    top: true,
    mine: true,
  });
  const windows = async () => (await app.hooks.windows()).map(({ url, visible }) => [url, visible]);
  await expect.poll(windows).toEqual([
    ['app://stillroom/player.html', false],
    ['app://stillroom/room.html', true],
  ]);
});

test('app says what package.json and the command line say', async () => {
  expect(await app.ask('about')).toEqual({
    name: 'Fixture',
    version: '3.2.1',
    path: expect.stringMatching(/fixtures.app$/),
    userData: folder.userData,
    electron: expect.stringMatching(/^45\./),
    type: 'browser',
  });
});

test('an invoke is answered, with nothing too, and a throw becomes a rejection', async () => {
  expect(await app.ask('echo', { a: [1, 'zwei', null, { b: true }] })).toEqual({ a: [1, 'zwei', null, { b: true }] });
  expect(await app.ask('nothing')).toBeUndefined();
  await expect(app.ask('throws')).rejects.toThrow("Error invoking remote method 'ask': Error: the rule says no");
});

test.each(['date', 'map', 'hole', 'nan', 'call', 'bytes', 'absent'])(
  'an argument that JSON does not give back is refused: %s',
  async (kind) => {
    await expect(app.room.evaluate((name) => fixture.raw('ask', name), kind)).rejects.toThrow(
      /args\[0\].*Send JSON only/,
    );
  },
);

test('an answer that JSON does not give back is refused', async () => {
  await expect(app.ask('date')).rejects.toThrow(/the answer on "ask"\.at is a Date/);
});

test('invoking a channel nobody handles is rejected', async () => {
  await expect(app.room.evaluate(() => fixture.raw('nobody', 'none'))).rejects.toThrow(/args\[0\] is undefined/);
  await expect(app.room.evaluate(() => fixture.ask('x').then(() => fixture.raw('nobody', 'x')))).rejects.toThrow();
});

test("a preload may require a sandbox's modules only, and what it exposes is fixed", async () => {
  expect(await app.room.evaluate(() => fixture.refused())).toEqual({
    fs: expect.stringContaining('module not found: fs'),
    own: expect.stringContaining('module not found: ./other.cjs'),
    unknown: 'ipcRenderer.sendSync is not in the stand-in for Electron.',
    twice: expect.stringContaining('Cannot bind an API on top of an existing property'),
    symbol: expect.stringContaining('contextBridge cannot carry a symbol'),
  });
  expect(await app.room.evaluate(() => Object.isFrozen(fixture) && Reflect.set(globalThis, 'fixture', 1))).toBe(false);
});

test('two thousand pushes arrive in order', async () => {
  await app.room.evaluate(() => (pushed.length = 0));
  await app.ask('pushMany', 2000);
  await app.room.waitForFunction(() => pushed.length === 2000);
  expect(await app.room.evaluate(() => pushed.every((text, index) => text === String(index)))).toBe(true);
});

test('media is served in ranges: a seek beyond what is loaded lands there', async () => {
  const position = await app.room.evaluate(async () => {
    const audio = document.querySelector('audio') as HTMLAudioElement;
    const sought = new Promise((resolve) => audio.addEventListener('seeked', resolve, { once: true }));
    audio.currentTime = 80;
    await sought;
    return { at: audio.currentTime, end: Math.round(audio.seekable.end(0)) };
  });
  expect(position).toEqual({ at: 80, end: 98 });
});

test('a range of more than 1 MiB is refused', async () => {
  expect(
    await app.room.evaluate(() =>
      fetch('/media/greedy.wav').then(
        (response) => response.status,
        () => 'refused',
      ),
    ),
  ).toBe('refused');
  await expect.poll(() => app.said.stderr).toContain('carries 1048577 bytes; at most 1048576 are allowed (206)');
});

test('a request carries its method, body and app address', async () => {
  expect(
    await app.room.evaluate(() =>
      fetch('/echo?a=1', { method: 'POST', body: 'hello' }).then((response) => response.json()),
    ),
  ).toEqual({
    url: 'app://stillroom/echo?a=1',
    method: 'POST',
    body: 'hello',
  });
});

test('fetch of a scheme without supportFetchAPI, of one not handled, and of the web is refused', async () => {
  const tryOne = (url: string) =>
    app.room.evaluate(
      (address) =>
        fetch(address).then(
          () => 'answered',
          () => 'refused',
        ),
      url,
    );
  expect(await tryOne('https://stillroom.plain.invalid/x')).toBe('refused');
  expect(await tryOne('https://example.com/')).toBe('refused');
  expect(await tryOne('http://127.0.0.1:9/')).toBe('refused');
});

test('leaving the app goes through will-navigate, a new window through its handler; neither happens', async () => {
  await app.room.locator('a', { hasText: /^elsewhere$/ }).click();
  await app.noted('room will-navigate https://example.com/');
  await app.room.locator('a', { hasText: 'elsewhere, new' }).click();
  await app.noted('room open https://example.com/new');
  expect(await app.room.evaluate(() => window.open('https://example.com/opened'))).toBeNull();
  await app.noted('room open https://example.com/opened');
  await app.room.evaluate(() => location.reload());
  await app.noted('room will-navigate app://stillroom/room.html');
  expect(await app.room.locator('#state').textContent()).toBe('ready');
});

test('loading a page that is not there shows its answer; a scheme without a handler fails', async () => {
  expect(await app.ask('load', 'web://stillroom/')).toContain('not a privileged scheme');
});

test('a hidden player plays without a click', async () => {
  expect(await app.noted('told playing')).not.toContain('told not playing');
});
