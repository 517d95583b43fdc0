import { sceneAt } from '../../shared/lights/level-at.ts';
import type { Scene } from '../../shared/lights/scene.ts';
import { limited } from './limited.ts';
import type { LightDriver, Outcome, Timers } from './port.ts';

/** A lamp that takes levels only, without fades of its own. */
export interface FrameLamp {
  readonly id: string;
  readonly capabilities: LightDriver['capabilities'] & { readonly ownFades: false };
  /** Sets the lamp to a scene at once. */
  readonly write: (scene: Scene, signal: AbortSignal) => Promise<Outcome>;
}

export interface FaderParts {
  readonly timers: Timers;
  /** Time between frames, ms: what the lamp's protocol bears. */
  readonly frameMs: number;
  /** Told where the last frame of a fade, its target, could not be written in three tries. */
  readonly onLost: (code: string) => void;
}

const LAST_FRAME_TRIES = 3;
/** A frame without an answer for this long is given up, ms; the next one carries the lamp further. */
const FRAME_LIMIT_MS = 1_000;

/**
 * Makes a fading lamp of one that takes levels only. Frames follow from the clock alone, on deadlines counted from the
 * start of the fade: a late or skipped frame costs smoothness, never time. A new scene starts from where the lamp is.
 * The outcome is that of the first frame; a write that is still under way is not queued behind.
 */
export function withFader(lamp: FrameLamp, { timers, frameMs, onLost }: FaderParts): LightDriver {
  let shown: Scene | null = null;
  let current: AbortController | null = null;

  const write = async (scene: Scene, taken: AbortSignal): Promise<Outcome> => {
    const outcome = await limited(timers, FRAME_LIMIT_MS, taken, (signal) => lamp.write(scene, signal));
    if (outcome.kind === 'sent') shown = scene;
    return outcome;
  };

  const until = (deadline: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        cancel();
        // A long fade has thousands of frames on one signal.
        signal.removeEventListener('abort', end);
        resolve();
      };
      const cancel = timers.after(Math.max(0, deadline - timers.now()), end);
      signal.addEventListener('abort', end);
    });

  const run = async (from: Scene, to: Scene, fadeMs: number, startedAt: number, signal: AbortSignal): Promise<void> => {
    let tries = 0;
    let frame = 0;
    while (!signal.aborted) {
      // Of the frame grid that began at `startedAt` the one after now, and never the same twice: timers may wake early.
      frame = Math.max(frame, Math.floor((timers.now() - startedAt) / frameMs)) + 1;
      await until(startedAt + frame * frameMs, signal);
      if (signal.aborted) return;
      const elapsed = Math.max(timers.now() - startedAt, frame * frameMs);
      const outcome = await write(sceneAt(from, to, fadeMs, elapsed), signal);
      if (elapsed < fadeMs) continue;
      if (outcome.kind === 'sent' || signal.aborted) return;
      tries += 1;
      if (tries >= LAST_FRAME_TRIES) return onLost(outcome.kind === 'failed' ? outcome.code : 'timeout');
    }
  };

  return {
    id: lamp.id,
    capabilities: lamp.capabilities,
    send: async (scene, fadeMs, signal) => {
      current?.abort();
      const own = new AbortController();
      current = own;
      const from = shown ?? scene;
      const startedAt = timers.now();
      const instant = fadeMs < frameMs || shown === null;
      const first = await write(
        instant ? scene : sceneAt(from, scene, fadeMs, frameMs),
        AbortSignal.any([own.signal, signal]),
      );
      // Also where the first frame failed: the lamp may come back before the fade is over.
      if (!instant) void run(from, scene, fadeMs, startedAt, own.signal);
      return first;
    },
  };
}
