import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { openRoom, type Room } from '../../test/helpers/launch-room.ts';
import { Nurse } from '../../test/helpers/nurse.ts';
import type { Pace } from './pace.ts';

/** The phases of which a picture is kept, in their order. */
export const scenes = [
  'setup',
  'start-page',
  'pre-checks',
  'ready',
  'started',
  'onset',
  'reading-entered',
  'peak',
  'overtime',
  'recovery',
  'leaving',
  'finished',
  'record',
] as const;
export type SceneName = (typeof scenes)[number];

const SCREEN = { width: 1366, height: 768 } as const;

/** A fresh data folder of the app, and how to be rid of it. */
export function dataFolder(): { readonly userData: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'stillroom-demo-'));
  return {
    userData: join(folder, 'user-data'),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/** The running app with a nurse at it, and a camera. */
export interface Stage {
  readonly room: Room;
  readonly nurse: Nurse;
  readonly pace: Pace;
  /** Keeps a picture of the room window. */
  readonly shoot: (scene: SceneName) => Promise<void>;
  readonly shot: () => readonly SceneName[];
}

/** Opens the built app without a display. `out` is the folder for the pictures. */
export async function openStage(userData: string, pace: Pace, out: string): Promise<Stage> {
  mkdirSync(out, { recursive: true });
  const room = await openRoom({ userData, env: pace.env, headless: true, args: [] });
  const page: Page = room.room;
  await page.setViewportSize(SCREEN);
  page.setDefaultTimeout(30_000);
  const taken: SceneName[] = [];
  return {
    room,
    nurse: new Nurse(room.room),
    pace,
    shoot: async (scene) => {
      const number = String(scenes.indexOf(scene) + 1).padStart(2, '0');
      await page.screenshot({ path: join(out, `${number}-${scene}.png`) });
      taken.push(scene);
    },
    shot: () => taken,
  };
}
