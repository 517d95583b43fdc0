import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { openStandinRoom, type StandinRoom } from '../helpers/standin-room.ts';

const builtMain = fileURLToPath(new URL('../../dist/main/main.js', import.meta.url));
/** An app of one nearly empty page: what the same way of opening costs by itself. */
const blankMain = fileURLToPath(new URL('blank/main.js', import.meta.url));

/** What is opened: the built app, or the blank page. */
export type Which = 'app' | 'blank';

/** How it is opened, always through the stand-in. */
export interface How {
  readonly userData: string;
  readonly env: Readonly<Record<string, string>>;
  /** Null: all windows in one headless browser. */
  readonly display: string | null;
}

export interface Opened extends StandinRoom {
  readonly pid: number;
  readonly page: Page;
  /** Quits it and waits until it is gone. */
  readonly end: () => Promise<void>;
}

/** A folder for the data of one or several runs. */
export function dataFolder(): { readonly userData: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'stillroom-bench-'));
  return {
    userData: join(folder, 'user-data'),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/** Opens the app or the blank page in the same way. A key chain opens the record. */
export async function openThrough(which: Which, { userData, env, display }: How): Promise<Opened> {
  const running = openStandinRoom({
    main: which === 'app' ? builtMain : blankMain,
    args: [`--user-data-dir=${userData}`],
    env: { ...env, STILLROOM_STANDIN_KEYCHAIN: 'gnome_libsecret', ...(display === null ? {} : { DISPLAY: display }) },
    headless: display === null,
  });
  const end = async (): Promise<void> => {
    running.child.kill('SIGTERM');
    await running.ended;
    await running.disconnect();
  };
  const page = await running.window('room');
  return { ...running, pid: running.child.pid ?? 0, page, end };
}
