import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startStandin } from '../helpers/standin-process.ts';
import { exitCodes } from './host.ts';
import { fixtureMain, type FixtureRoom, freshFolder, openFixture } from './helpers.ts';

// Each test starts and ends a real Chromium: slow.
const leftovers: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of leftovers.splice(0).toReversed()) await clean();
});

function folder(): string {
  const { userData, remove } = freshFolder();
  leftovers.push(remove);
  return userData;
}

async function open(userData: string, env: Readonly<Record<string, string>> = {}): Promise<FixtureRoom> {
  const app = await openFixture(userData, env, []);
  leftovers.push(() => app.end('SIGKILL'));
  return app;
}

function start(userData: string, env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  return startStandin({ main: fixtureMain, args: [`--user-data-dir=${userData}`, ...args], env, headless: env['STILLROOM_HEADLESS'] !== '' });
}

/** The process of the browser on this userData folder, by the link it holds there; null once it is gone. */
function browserOf(userData: string): number | null {
  try {
    const pid = Number(readlinkSync(join(userData, 'Standin Browser', 'SingletonLock')).split('-').at(-1));
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

describe('the end', () => {
  test('quit asks in Electron\'s order and takes the browser along', async () => {
    const userData = folder();
    const app = await open(userData);
    expect(browserOf(userData)).not.toBeNull();
    // Its page may be gone before the answer is there.
    await app.ask('quit').catch(() => undefined);
    expect(await app.ended).toBe(0);
    expect(app.said.stdout.trim().split('\n').slice(-3)).toEqual(['before-quit', 'will-quit', 'quit 0']);
    expect(browserOf(userData)).toBeNull();
  });

  test('a window that keeps itself keeps the app', async () => {
    const app = await open(folder(), { KEEP: 'room' });
    await app.ask('quit');
    await app.noted('room close');
    expect(app.said.stdout).toContain('before-quit');
    expect(app.said.stdout).not.toContain('will-quit');
  });

  test('the last window closed by its user is told to the app', async () => {
    const app = await open(folder());
    await app.hooks.userClose('room');
    await expect.poll(() => app.said.stdout).toContain('window-all-closed');
  });

  test('after SIGKILL of main its browser is gone, and the next start on the same folder works', async () => {
    const userData = folder();
    const first = await open(userData, { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' });
    const { sealed } = (await first.ask('seal', 'of the record')) as { sealed: string };
    first.child.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    const second = await open(userData, { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' });
    expect(await second.ask('unseal', sealed)).toEqual({ result: 'of the record', shouldReEncrypt: false });
    const other = await open(folder(), { STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' });
    await expect(other.ask('unseal', sealed)).rejects.toThrow();
  }, 15_000);

  test('a harness that goes away takes the app along', async () => {
    const app = await open(folder());
    const gone = new Promise((resolve) => app.child.once('exit', resolve));
    app.child.disconnect();
    expect(await gone).toBe(0);
  });

  test('a browser that ends says so and ends the app', async () => {
    const userData = folder();
    const app = await open(userData);
    process.kill(browserOf(userData) ?? 0, 'SIGKILL');
    expect(await app.ended).toBe(exitCodes.browserEnded);
    expect(app.said.stderr).toBe('The browser that shows the windows has ended, so Stillroom ends too: start it again.\n');
  });
});

describe('a second copy', () => {
  test('leaves, and tells the first what it was started with', async () => {
    const userData = folder();
    const first = await open(userData);
    const second = start(userData, {}, ['--hello']);
    expect(await second.ended).toBe(0);
    expect(second.said.stdout).toContain('a second copy');
    await first.noted('second-instance true {"from":"another"}');
  });

  test('takes over the lock of one that was killed', async () => {
    const userData = folder();
    mkdirSync(join(userData, 'Standin Lock'), { recursive: true });
    writeFileSync(join(userData, 'Standin Lock', 'holder'), JSON.stringify({ pid: process.pid, started: 'another time' }));
    const app = await open(userData);
    expect(JSON.parse(readFileSync(join(userData, 'Standin Lock', 'holder'), 'utf8')).pid).toBe(app.child.pid);
  });
});

describe('what is missing is said in one sentence, with a code of its own', () => {
  test('no browser', async () => {
    const app = start(folder(), { STILLROOM_BROWSER: '/nowhere/chromium' });
    expect(await app.ended).toBe(exitCodes.noBrowser);
    expect(app.said.stderr).toMatch(/^Stillroom needs Chromium or Chrome .*: install one, or name one in STILLROOM_BROWSER\.\n$/);
  });

  test.runIf(process.platform === 'linux')('no display', async () => {
    const app = start(folder(), { STILLROOM_HEADLESS: '', DISPLAY: '', WAYLAND_DISPLAY: '' });
    expect(await app.ended).toBe(exitCodes.noDisplay);
    expect(app.said.stderr).toMatch(/^There is no display .*: start Stillroom from a desktop session, or set STILLROOM_HEADLESS=1.*\n$/);
  });

  test.runIf(process.platform === 'linux')('a display that does not answer', async () => {
    const app = start(folder(), { STILLROOM_HEADLESS: '', DISPLAY: ':4711', WAYLAND_DISPLAY: '' });
    expect(await app.ended).toBe(exitCodes.noDisplay);
    expect(app.said.stderr).toMatch(/^The display :4711 cannot be opened: .*\n$/);
  });

  test.runIf(process.platform === 'linux')('a profile in use', async () => {
    const userData = folder();
    const sleeper = spawn('sleep', ['60']);
    leftovers.push(() => sleeper.kill());
    mkdirSync(join(userData, 'Standin Browser'), { recursive: true });
    symlinkSync(`${hostname()}-${sleeper.pid}`, join(userData, 'Standin Browser', 'SingletonLock'));
    const app = start(userData, {});
    expect(await app.ended).toBe(exitCodes.profileInUse);
    expect(app.said.stderr).toMatch(/^Stillroom's browser profile is in use by another browser \(process \d+\): close it .*\n$/);
  }, 15_000);

  test('a browser that will not start', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'standin-'));
    leftovers.push(() => rmSync(bin, { recursive: true }));
    writeFileSync(join(bin, 'chromium'), '#!/bin/sh\nexit 3\n');
    chmodSync(join(bin, 'chromium'), 0o755);
    const app = start(folder(), { STILLROOM_BROWSER: join(bin, 'chromium') });
    expect(await app.ended).toBe(exitCodes.browserFailed);
    expect(app.said.stderr).toMatch(/^The browser that shows the windows ended before it showed one \(code 3\): .*\n$/);
  });
});

test('without a harness there are no hooks and no port', async () => {
  const userData = folder();
  const register = new URL('./register.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', register, fixtureMain, `--user-data-dir=${userData}`], {
    env: { ...process.env, STILLROOM_HEADLESS: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  leftovers.push(() => child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  await expect.poll(() => said, { timeout: 4000 }).toContain('open true');
  expect(said).toMatch(/^Opened through the stand-in in \w+ \(Electron's binary is not here\)\n/);
  expect(existsSync(join(userData, 'Standin Browser', 'DevToolsActivePort'))).toBe(false);
  if (process.platform === 'linux') expect(execFileSync('cat', [`/proc/${browserOf(userData)}/cmdline`], { encoding: 'utf8' })).not.toContain('remote-debugging-port');
  child.kill('SIGTERM');
  await expect.poll(() => said).toContain('quit 0');
});
