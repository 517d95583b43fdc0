import { app } from 'electron';
import type { PushData } from '../../shared/ipc/contract.ts';
import type { OpenDesk } from '../desk.ts';
import type { StatusBoard } from '../status.ts';
import { createCuePreview, type CuePreview } from './cue-preview.ts';
import type { Lights } from './lights.ts';
import { systemTimers } from './timers.ts';
import { watchLights, type WatchedLights } from './watched.ts';

/** The room's lamps as everything else is to see them, and the preview on them. It ends before the app does. */
export function openCuePreview(
  lights: Lights,
  board: StatusBoard,
  desk: () => OpenDesk | null,
  tell: (state: PushData<'cuePreview'>) => void,
): { readonly lights: WatchedLights; readonly preview: CuePreview } {
  const watched = watchLights(lights);
  const mayRun = (): boolean => desk()?.room.live === null;
  const preview = createCuePreview({ lights: watched, timers: systemTimers, mayRun, tell });
  board.follow(preview.follow);
  app.on('before-quit', preview.end);
  return { lights: watched, preview };
}
