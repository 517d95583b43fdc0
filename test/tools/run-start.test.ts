import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as Timers from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usualPlaces } from '../../tools/run/browser.mjs';
import { electronBinary, failedLately } from '../../tools/run/host.mjs';
import { afterExit, exits, hasDisplay, supervise } from '../../tools/run/supervise.mjs';
import { exitCodes } from '../standin/host.ts';

/** How long was waited on purpose, ms. */
const waited = vi.hoisted(() => [] as number[]);
vi.mock('node:timers/promises', async (original) => {
  const actual = await original<typeof Timers>();
  const setTimeout: typeof actual.setTimeout = (ms = 0, ...rest) => {
    waited.push(ms);
    return actual.setTimeout(ms, ...rest);
  };
  return { ...actual, setTimeout };
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start '));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const minute = 60_000;

describe('afterExit()', () => {
  const crash = { code: null, signal: 'SIGKILL' };

  it('lets a normal end be the end', () => {
    expect(afterExit({ code: 0, signal: null }, [], 0)).toEqual({ kind: 'done', exitCode: 0, sentence: null });
  });

  it('starts again after a crash, three times within five minutes and no more', () => {
    let crashes: readonly number[] = [];
    for (const now of [1, 2, 3].map((count) => count * minute)) {
      const next = afterExit(crash, crashes, now);
      if (next.kind !== 'again') throw new Error(`gave up at ${now}`);
      crashes = next.crashes;
    }
    const end = afterExit(crash, crashes, 4 * minute);
    expect(end).toMatchObject({ kind: 'done', exitCode: 1 });
    expect(end.kind === 'done' && end.sentence).toContain('SIGKILL');
  });

  it('forgets crashes older than five minutes', () => {
    expect(afterExit(crash, [0, minute, 2 * minute], 5 * minute)).toEqual({
      kind: 'again',
      crashes: [minute, 2 * minute, 5 * minute],
    });
  });

  it('takes an unknown code for a crash', () => {
    expect(afterExit({ code: 1, signal: null }, [], 0).kind).toBe('again');
    expect(afterExit({ code: exitCodes.browserEnded, signal: null }, [], 0).kind).toBe('again');
  });

  it('says that another copy runs, and nothing where the stand-in has said why', () => {
    const second = afterExit({ code: exits.alreadyRunning, signal: null }, [], 0);
    expect(second.kind === 'done' && second.sentence).toContain('already open');
    expect(afterExit({ code: exits.noBrowser, signal: null }, [], 0)).toMatchObject({ kind: 'done', sentence: null });
  });

  it('knows the codes of the stand-in', () => {
    const { noBrowser, noDisplay, profileInUse, browserFailed } = exits;
    expect(exitCodes).toMatchObject({ noBrowser, noDisplay, profileInUse, browserFailed });
  });
});

describe('supervise()', () => {
  it('starts a crashed program again at once, far within 2 s, and passes its later normal end on', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const log = path.join(folder, 'starts');
    // Kills itself the first time, ends well the second time.
    const program = path.join(folder, 'program.cjs');
    writeFileSync(
      program,
      `const fs = require('node:fs'); const log = process.argv[2];
       const before = fs.existsSync(log);
       fs.appendFileSync(log, 'started\\n');
       if (!before) process.kill(process.pid, 'SIGKILL');`,
    );
    expect(await supervise({ file: process.execPath, args: [program, log], env: process.env })).toBe(0);
    expect(readFileSync(log, 'utf8')).toBe('started\nstarted\n');
    // How long a program takes to start is the machine's; what we wait before it is ours.
    expect(waited).toHaveLength(1);
    expect(waited[0]).toBeLessThanOrEqual(500);
  });
});

describe('hasDisplay()', () => {
  it('asks only on Linux', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });
});

describe('Electron', () => {
  it('is there once its program is', () => {
    expect(electronBinary(folder, {})).toBeNull();
    writeFileSync(path.join(folder, 'path.txt'), 'electron');
    expect(electronBinary(folder, {})).toBeNull();
    mkdirSync(path.join(folder, 'dist'));
    writeFileSync(path.join(folder, 'dist/electron'), '');
    expect(electronBinary(folder, {})).toBe(path.join(folder, 'dist/electron'));
  });

  it('is not fetched again for a day after it could not be', () => {
    const failed = { failedAt: 1_000_000, version: '45.4.1' };
    const day = 24 * 60 * minute;
    expect(failedLately(failed, '45.4.1', 1_000_000 + day - 1)).toBe(true);
    expect(failedLately(failed, '45.4.1', 1_000_000 + day)).toBe(false);
    expect(failedLately(failed, '45.4.2', 1_000_001)).toBe(false);
    expect(failedLately(failed, '45.4.1', 999_999)).toBe(false);
    for (const damaged of [null, 'text', {}, { failedAt: 'x', version: '45.4.1' }]) {
      expect(failedLately(damaged, '45.4.1', 1_000_001)).toBe(false);
    }
  });
});

it('browsers are looked for where each system keeps them', () => {
  expect(usualPlaces('linux', { PATH: '/opt/b:/usr/bin' })[0]).toBe('/opt/b/chromium');
  expect(usualPlaces('darwin', {})).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(usualPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' }).join()).toContain('chrome.exe');
});
