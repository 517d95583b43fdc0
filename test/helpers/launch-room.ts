import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Page, test as base } from 'playwright/test';
import { electronBinary } from './electron-binary.ts';
import type { HookCalls } from './standin-process.ts';
import { openStandinRoom } from './standin-room.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const builtMain = join(root, 'dist/main/main.js');

/** How a spec wants the app opened; what is left out is a fresh folder, no extra environment, no windows on a screen. */
export interface LaunchOptions {
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly headless?: boolean;
  readonly args?: readonly string[];
}

/** The opened app. */
export interface Room {
  readonly host: 'electron' | 'standin';
  readonly userData: string;
  /** The nurse's window. */
  readonly room: Page;
  readonly window: (name: 'room' | 'player' | 'patient') => Promise<Page>;
  /** The hooks of the stand-in; with real Electron each of them throws. */
  readonly hooks: HookCalls;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Ends main at once and waits until it is gone; with SIGKILL nothing of it gets to say goodbye. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Quits the app and waits until it is gone. */
  readonly close: () => Promise<void>;
  /** Closes what still runs and opens the app again on the same folder. */
  readonly restart: () => Promise<Room>;
}

type Wanted = Required<LaunchOptions>;

let told = false;

function tell(host: Room['host']): void {
  if (!told)
    process.stdout.write(
      host === 'electron'
        ? 'Running on Electron.\n'
        : "Running on the stand-in for Electron (Electron's binary is not here).\n",
    );
  told = true;
}

async function openOnStandin(wanted: Wanted): Promise<Room> {
  const args = [`--user-data-dir=${wanted.userData}`, ...wanted.args];
  const opened = openStandinRoom({ main: builtMain, args, env: wanted.env, headless: wanted.headless });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    opened.child.kill(signal);
    await opened.ended;
    await opened.disconnect();
  };
  return {
    host: 'standin',
    userData: wanted.userData,
    room: await opened.window('room'),
    window: opened.window,
    hooks: opened.hooks,
    stdout: () => opened.said.stdout,
    stderr: () => opened.said.stderr,
    kill: end,
    close: () => end('SIGTERM'),
    restart: async () => {
      await end('SIGTERM');
      return openRoom(wanted);
    },
  };
}

const noHooks = new Proxy({} as HookCalls, {
  get: (_none, hook) => {
    throw new Error(`The hook "${String(hook)}" exists on the stand-in only.`);
  },
});

async function openOnElectron(wanted: Wanted, executablePath: string): Promise<Room> {
  // Only here: Playwright's Electron half wants a binary.
  const { _electron } = await import('playwright');
  const env = { ...(process.env as Record<string, string>), ...wanted.env };
  const app = await _electron.launch({
    executablePath,
    args: [root, `--user-data-dir=${wanted.userData}`, ...wanted.args],
    env,
  });
  const said = { stdout: '', stderr: '' };
  const main = app.process();
  main.stdout?.on('data', (text: Buffer) => (said.stdout += text.toString()));
  main.stderr?.on('data', (text: Buffer) => (said.stderr += text.toString()));
  const gone = new Promise<void>((resolve) => main.once('exit', () => resolve()));
  const window = async (name: string): Promise<Page> => {
    const shows = (page: Page): boolean => page.url().split(/[?#]/)[0]?.endsWith(`/${name}.html`) ?? false;
    return app.windows().find(shows) ?? app.waitForEvent('window', shows);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    main.kill(signal);
    await gone;
  };
  return {
    host: 'electron',
    userData: wanted.userData,
    room: await window('room'),
    window,
    hooks: noHooks,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    kill: end,
    close: () => app.close(),
    restart: async () => {
      if (main.exitCode === null && main.signalCode === null) await app.close();
      return openRoom(wanted);
    },
  };
}

/** Opens the built app: in Electron where its binary is, else through the stand-in. */
export function openRoom(wanted: Wanted): Promise<Room> {
  const binary = electronBinary();
  tell(binary === null ? 'standin' : 'electron');
  return binary === null ? openOnStandin(wanted) : openOnElectron(wanted, binary);
}

/** The fixture: `launchRoom()` opens the built app, and whatever a spec leaves open is closed after it. */
export const test = base.extend<{ launchRoom: (options?: LaunchOptions) => Promise<Room> }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures out of this pattern
  launchRoom: async ({}, provide) => {
    const rooms: Room[] = [];
    const folders: string[] = [];
    const remember = (room: Room): Room => {
      rooms.push(room);
      return { ...room, restart: async () => remember(await room.restart()) };
    };
    await provide(async ({ userData, env = {}, headless = true, args = [] } = {}) => {
      const folder = userData ?? join(mkdtempSync(join(tmpdir(), 'stillroom-')), 'user-data');
      if (userData === undefined) folders.push(join(folder, '..'));
      return remember(await openRoom({ userData: folder, env, headless, args }));
    });
    for (const room of rooms) await room.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  },
});

export { expect } from 'playwright/test';
