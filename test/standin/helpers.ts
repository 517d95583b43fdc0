import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Page } from 'playwright';
import { openStandinRoom, type StandinRoom } from '../helpers/standin-room.ts';

/** How long a slow machine may take until the main process notes a line, ms. */
const patienceMs = 30_000;

/** The main script of the small app that the stand-in is tested with. */
export const fixtureMain = fileURLToPath(new URL('fixtures/app/main.js', import.meta.url));

/** A userData folder that is not there yet (with a space in its name), and how to be rid of it: a browser whose app was killed writes to it for a while. */
export function freshFolder(): { readonly userData: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'standin-'));
  return {
    userData: join(folder, 'user data'),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}

/** The small app, open, with what a test asks of it. */
export interface FixtureRoom extends StandinRoom {
  readonly room: Page;
  /** Asks the main process over IPC, from the room's page as it is now. */
  readonly ask: (name: string, value?: unknown) => Promise<unknown>;
  /** Waits until the main process has noted this line, and gives all its lines. */
  readonly noted: (line: string) => Promise<readonly string[]>;
  /** Ends the main process with this signal and waits until it is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | string>;
}

/** Opens the small app headless. */
export async function openFixture(
  userData: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<FixtureRoom> {
  const opened = openStandinRoom({
    main: fixtureMain,
    args: [`--user-data-dir=${userData}`, ...args],
    env,
    headless: true,
  });
  const end = async (signal: NodeJS.Signals): Promise<number | string> => {
    opened.child.kill(signal);
    const running = opened.child.exitCode === null && opened.child.signalCode === null;
    const how = running ? await opened.ended : 0;
    await opened.disconnect();
    return how;
  };
  const ask = async (name: string, value?: unknown): Promise<unknown> => {
    const page = await opened.window('room');
    return page.evaluate(([what, given]) => fixture.ask(what as string, given), [name, value] as const);
  };
  const noted = async (line: string): Promise<readonly string[]> => {
    const giveUpAt = performance.now() + patienceMs;
    while (performance.now() < giveUpAt) {
      // The page that is asked may be on its way out.
      const lines = (await ask('heard').catch(() => [])) as readonly string[];
      if (lines.includes(line)) return lines;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(
      `"${line}" was never noted:\n${((await ask('heard')) as string[]).join('\n')}\n${opened.said.stderr}`,
    );
  };
  return { ...opened, room: await opened.window('room'), ask, noted, end };
}

/** The small app with its player and a keychain, its room window kept open and ready: for a whole file of tests. */
export async function openForFile(userData: string): Promise<FixtureRoom> {
  const env = { KEEP: 'room', PLAYER: '1', STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret' };
  const app = await openFixture(userData, env, []);
  await app.room.locator('#state', { hasText: 'ready' }).waitFor();
  return app;
}

/** What the small app's preload and page put on the window: names for functions that run in the page. */
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
