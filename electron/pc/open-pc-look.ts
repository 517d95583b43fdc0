import { statfs } from 'node:fs/promises';
import type { Front } from '../front.ts';
import type { Clock } from '../session/clock.ts';
import type { AwakeKeeper } from '../session/power.ts';
import type { SettingsStore } from '../settings.ts';
import type { StatusBoard } from '../status.ts';
import { createPcLook, type PcLook } from './pc-look.ts';
import { restartPending, thisSystem } from './restart-pending.ts';

export interface OpenPcLookParts {
  /** Where the records lie. */
  readonly folder: string;
  readonly clock: Clock;
  readonly awake: Pick<AwakeKeeper, 'blocked'>;
  readonly settings: Pick<SettingsStore, 'lights'>;
  readonly board: StatusBoard;
  readonly desk: () => Front['desk'];
}

/** The look at this computer, put together. */
export function openPcLook({ folder, clock, awake, settings, board, desk }: OpenPcLookParts): PcLook {
  return createPcLook({
    now: clock.now,
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    restartPending: () => restartPending(thisSystem),
    known: () => ({
      sleepBlocked: awake.blocked,
      output: board.now.output,
      player: board.now.player,
      lampNames: settings.lights().lamps.map(({ id, name }) => ({ id, name })),
      lampHealth: board.now.lampHealth,
      newestMs: desk()?.records.clinic.anchors().newest?.at ?? null,
    }),
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}
