import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { openStandinRoom, type StandinRoom } from '../helpers/standin-room.ts';

export const fixtureMain = fileURLToPath(new URL('fixtures/app/main.js', import.meta.url));

/** A folder for userData that goes away with the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standin-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return join(folder, 'user data');
}

export interface FixtureRoom extends StandinRoom {
  readonly userData: string;
  readonly room: Page;
  /** Asks the fixture's main process over IPC. */
  readonly ask: (name: string, value?: unknown) => Promise<unknown>;
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

/** Opens the fixture app headless; it ends with the test. */
export async function openFixture(userData: string, env: Readonly<Record<string, string>>): Promise<FixtureRoom> {
  const opened = await openStandinRoom({ main: fixtureMain, args: [`--user-data-dir=${userData}`], env, headless: true });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    opened.child.kill(signal);
    await opened.ended;
    await opened.browser.close().catch(() => undefined);
  };
  onTestFinished(() => end('SIGKILL'));
  const room = await opened.window('room');
  const ask = async (name: string, value?: unknown): Promise<unknown> => {
    const page = await opened.window('room');
    return page.evaluate(([what, given]) => fixture.ask(what as string, given), [name, value] as const);
  };
  return { ...opened, userData, room, ask, end };
}

/** What the fixture's preload and page put on the window: names for functions that run in the page. */
declare global {
  var fixture: {
    readonly ask: (name: string, value?: unknown) => Promise<unknown>;
    readonly raw: (channel: string, kind: string) => Promise<unknown>;
    readonly tell: (text: unknown) => void;
    readonly refused: () => Record<string, string | null>;
    readonly setAt: string;
    readonly type: string;
  };
  var pushed: string[];
  var inlineRan: boolean | undefined;
}
