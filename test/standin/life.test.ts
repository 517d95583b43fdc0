import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startStandin } from '../helpers/standin-process.ts';
import { exitCodes } from './host.ts';
import { fixtureMain, type FixtureRoom, freshFolder, openFixture } from './helpers.ts';

// Each test starts and ends a real Chromium: slow.
type Finished = typeof onTestFinished;

function folder(finished: Finished): string {
  const { userData, remove } = freshFolder();
  finished(remove);
  return userData;
}

async function open(userData: string, env: Readonly<Record<string, string>>): Promise<FixtureRoom> {
  const app = await openFixture(userData, env, []);
  onTestFinished(async () => void (await app.end('SIGKILL')));
  return app;
}

function start(userData: string, env: Readonly<Record<string, string>>, args: readonly string[]) {
  return startStandin({
    main: fixtureMain,
    args: [`--user-data-dir=${userData}`, ...args],
    env,
    headless: env['STILLROOM_HEADLESS'] !== '',
  });
}

/** The process of the browser on this userData folder, by the link it holds there; null once it is gone. */
function browserOf(userData: string): number | null {
  try {
    const pid = Number(
      readlinkSync(join(userData, 'Standin Browser Unseen', 'SingletonLock'))
        .split('-')
        .at(-1),
    );
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

test("the lock of a killed copy is taken over; a second copy knocks and leaves; quit asks in Electron's order and takes the browser along", async () => {
  const userData = folder(onTestFinished);
  const lock = join(userData, 'Standin Lock', 'holder');
  mkdirSync(join(userData, 'Standin Lock'), { recursive: true });
  writeFileSync(lock, JSON.stringify({ pid: process.pid, started: 'another time' }));
  const first = await open(userData, {});
  expect(JSON.parse(readFileSync(lock, 'utf8')).pid).toBe(first.child.pid);

  const second = start(userData, {}, ['--hello']);
  expect(await second.ended).toBe(0);
  expect(second.said.stdout).toContain('a second copy');
  await first.noted('second-instance true {"from":"another"}');

  expect(browserOf(userData)).not.toBeNull();
  // Its page may be gone before the answer is there.
  await first.ask('quit').catch(() => undefined);
  expect(await first.ended).toBe(0);
  expect(first.said.stdout.trim().split('\n').slice(-3)).toEqual(['before-quit', 'will-quit', 'quit 0']);
  expect([browserOf(userData), existsSync(lock)]).toEqual([null, false]);
});

test('a window that keeps itself keeps the app; a harness that goes away takes the app along', async () => {
  const app = await open(folder(onTestFinished), { KEEP: 'room' });
  await app.ask('quit');
  await app.noted('room close');
  await expect.poll(() => app.said.stdout).toContain('before-quit');
  expect(app.said.stdout).not.toContain('will-quit');
  const gone = new Promise((resolve) => app.child.once('exit', resolve));
  app.child.disconnect();
  expect(await gone).toBe(0);
});

test('the last window closed by its user is told to the app; a browser that ends says so and ends the app', async () => {
  const userData = folder(onTestFinished);
  const app = await open(userData, {});
  await app.hooks.userClose('room');
  await expect.poll(() => app.said.stdout).toContain('window-all-closed');
  const browser = browserOf(userData);
  if (browser === null) throw new Error('There is no browser');
  process.kill(browser, 'SIGKILL');
  expect(await app.ended).toBe(exitCodes.browserEnded);
  expect(app.said.stderr).toBe(
    'The browser that shows the windows has ended, so Stillroom ends too: start it again.\n',
  );
});

test('after SIGKILL of main its windows go, and the next start on the same folder works, with its keychain', async () => {
  const userData = folder(onTestFinished);
  const keyring = { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' };
  const first = await open(userData, keyring);
  const { sealed } = (await first.ask('seal', 'of the record')) as { sealed: string };
  const orphan = browserOf(userData);
  first.child.kill('SIGKILL');
  expect(await first.ended).toBe('SIGKILL');
  const second = await open(userData, keyring);
  expect(browserOf(userData)).not.toBe(orphan);
  expect(await second.ask('unseal', sealed)).toEqual({ result: 'of the record', shouldReEncrypt: false });
  await second.hooks.keychain('basic_text');
  await expect(second.ask('unseal', sealed)).rejects.toThrow();
  // Killed again, and this time nobody follows: the browser still goes by itself.
  second.child.kill('SIGKILL');
  await expect.poll(() => browserOf(userData)).toBeNull();
});

describe.concurrent('what is missing is said in one sentence, with a code of its own', () => {
  test('no browser', async ({ expect, onTestFinished }) => {
    const app = start(folder(onTestFinished), { STILLROOM_BROWSER: '/nowhere/chromium' }, []);
    expect(await app.ended).toBe(exitCodes.noBrowser);
    expect(app.said.stderr).toMatch(
      /^Stillroom needs Chromium or Chrome .*: install one, or name one in STILLROOM_BROWSER\.\n$/,
    );
  });

  test.runIf(process.platform === 'linux')('no display', async ({ expect, onTestFinished }) => {
    const app = start(folder(onTestFinished), { STILLROOM_HEADLESS: '', DISPLAY: '', WAYLAND_DISPLAY: '' }, []);
    expect(await app.ended).toBe(exitCodes.noDisplay);
    expect(app.said.stderr).toMatch(
      /^There is no display .*: start Stillroom from a desktop session, or set STILLROOM_HEADLESS=1.*\n$/,
    );
  });

  test.runIf(process.platform === 'linux')('a display that does not answer', async ({ expect, onTestFinished }) => {
    const app = start(folder(onTestFinished), { STILLROOM_HEADLESS: '', DISPLAY: ':4711', WAYLAND_DISPLAY: '' }, []);
    expect(await app.ended).toBe(exitCodes.noDisplay);
    expect(app.said.stderr).toMatch(/^The display :4711 cannot be opened: .*\n$/);
  });

  test.runIf(process.platform === 'linux')('a profile in use', async ({ expect, onTestFinished }) => {
    const userData = folder(onTestFinished);
    const sleeper = spawn('sleep', ['60']);
    onTestFinished(() => void sleeper.kill());
    mkdirSync(join(userData, 'Standin Browser Unseen'), { recursive: true });
    symlinkSync(`${hostname()}-${sleeper.pid}`, join(userData, 'Standin Browser Unseen', 'SingletonLock'));
    const app = start(userData, {}, []);
    expect(await app.ended).toBe(exitCodes.profileInUse);
    expect(app.said.stderr).toMatch(
      /^Stillroom's browser profile is in use by another browser \(process \d+\): close it .*\n$/,
    );
  });

  test('a browser that will not start', async ({ expect, onTestFinished }) => {
    const bin = mkdtempSync(join(tmpdir(), 'standin-'));
    onTestFinished(() => rmSync(bin, { recursive: true }));
    writeFileSync(join(bin, 'chromium'), '#!/bin/sh\nexit 3\n');
    chmodSync(join(bin, 'chromium'), 0o755);
    const app = start(folder(onTestFinished), { STILLROOM_BROWSER: join(bin, 'chromium') }, []);
    expect(await app.ended).toBe(exitCodes.browserFailed);
    expect(app.said.stderr).toMatch(/^The browser that shows the windows ended before it showed one \(code 3\): .*\n$/);
  });
});

test('without a harness there are no hooks and no port', async () => {
  const userData = folder(onTestFinished);
  const register = new URL('./register.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', register, fixtureMain, `--user-data-dir=${userData}`], {
    env: { ...process.env, STILLROOM_HEADLESS: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  await expect.poll(() => said).toContain('open true');
  expect(said).toMatch(/^Opened through the stand-in in \w+ \(Electron's binary is not here\)\n/);
  expect(existsSync(join(userData, 'Standin Browser Unseen', 'DevToolsActivePort'))).toBe(false);
  if (process.platform === 'linux')
    expect(readFileSync(`/proc/${browserOf(userData)}/cmdline`, 'utf8')).not.toContain('remote-debugging-port');
  child.kill('SIGTERM');
  await expect.poll(() => said).toContain('quit 0');
});
