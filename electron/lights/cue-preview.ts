import type { Sheet } from '../../shared/cues/planned.ts';
import { PREVIEW_RATE, previewRun, previewSpan } from '../../shared/cues/preview-run.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { AppStatus, PushData } from '../../shared/ipc/contract.ts';
import type { Scene } from '../../shared/lights/scene.ts';
import type { Timers } from './port.ts';
import type { WatchedLights } from './watched.ts';

/** A preview that stands still is over after this long: nobody's lamps stay dark because somebody left. Real time, ms. */
export const STANDS_MS = 120_000;
/** How gently the lamps come back, ms. */
const BACK_MS = 1_000;
/** How fast they come to where a preview was stopped, ms. */
const STOP_MS = 200;

/** Plays a sheet on the room's lamps, sixty times as fast as a session would; never while there is one. */
export interface CuePreview {
  /** From a moment on, ms from the start; also to go on, or elsewhere. */
  readonly play: (sheet: Sheet, atMs: number) => Answer<Nothing>;
  /** The lamps stay where they are in the sheet. */
  readonly pause: () => void;
  /** The lamps go back to where they were before. */
  readonly end: () => void;
  /** A session, or nobody signed in, ends a preview. */
  readonly follow: (status: Pick<AppStatus, 'liveSessionId' | 'signedIn'>) => void;
}

type Nothing = Record<string, never>;

export interface CuePreviewParts {
  readonly lights: WatchedLights;
  readonly timers: Timers;
  readonly mayRun: () => boolean;
  readonly tell: (state: PushData<'cuePreview'>) => void;
}

interface Running {
  readonly sheet: Sheet;
  readonly atMs: number;
  readonly startedAt: number;
  /** Where the lamps were before. */
  readonly before: Scene;
  cancel: () => void;
}

/** A preview on these lamps; time is passed in. */
export function createCuePreview({ lights, timers, mayRun, tell }: CuePreviewParts): CuePreview {
  let running: Running | null = null;
  let missed: readonly string[] = [];

  const leave = (): Running | null => {
    const left = running;
    left?.cancel();
    running = null;
    if (left !== null) tell({ on: false, missed: [] });
    return left;
  };
  const end = (): void => {
    const left = leave();
    if (left === null) return;
    void lights.send(left.before, BACK_MS).then(() => {
      // Lamps that come back later are no business of a preview that is over, nor its end one of a session's light.
      if (running === null && mayRun()) lights.letGo();
    });
  };
  const send = async (of: Running, scene: Scene, fadeMs: number): Promise<void> => {
    const outcomes = await lights.send(scene, fadeMs);
    if (running !== of) return;
    const failed = outcomes
      .filter(({ name, outcome }) => name !== null && isMiss(outcome))
      .map(({ name }) => name ?? '');
    if (failed.join('\n') === missed.join('\n')) return;
    missed = failed;
    tell({ on: true, missed: [...missed] });
  };
  const begin = (sheet: Sheet, atMs: number): Running => {
    running?.cancel();
    const before = running?.before ?? lights.standing();
    running = { sheet, atMs, startedAt: timers.now(), before, cancel: () => undefined };
    return running;
  };

  lights.onFull(() => void leave());

  return {
    play: (sheet, atMs) => {
      if (!mayRun()) return failure('refused', 'preview.sessionRuns');
      if (running === null) {
        missed = [];
        tell({ on: true, missed: [] });
      }
      const of = begin(sheet, atMs);
      const { sends, endsInMs } = previewRun(sheet, atMs);
      let next = 0;
      /** Deadlines are absolute: what is late in one does not move the others. */
      const step = (): void => {
        const elapsed = timers.now() - of.startedAt;
        const due = sends.findLastIndex(({ inMs }) => inMs <= elapsed);
        const one = sends[due];
        if (one !== undefined && due >= next) void send(of, one.scene, one.fadeMs);
        next = due + 1;
        if (elapsed >= endsInMs) return end();
        of.cancel = timers.after(Math.max(0, Math.min(sends[next]?.inMs ?? Infinity, endsInMs) - elapsed), step);
        return undefined;
      };
      step();
      return success({});
    },
    pause: () => {
      if (running === null) return;
      const { sheet, atMs, startedAt } = running;
      const here = Math.min(atMs + (timers.now() - startedAt) * PREVIEW_RATE, previewSpan(sheet).toMs);
      const of = begin(sheet, here);
      const there = previewRun(sheet, here).sends[0];
      if (there !== undefined) void send(of, there.scene, STOP_MS);
      of.cancel = timers.after(STANDS_MS, end);
    },
    end,
    follow: ({ liveSessionId, signedIn }) => {
      if (running !== null && (liveSessionId !== null || signedIn === null)) end();
    },
  };
}

function isMiss(outcome: { readonly kind: string; readonly code?: string }): boolean {
  return outcome.kind !== 'sent' && outcome.code !== 'superseded';
}
