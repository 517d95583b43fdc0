import { roomScene, type Scene } from '../../shared/lights/scene.ts';
import type { Lights } from './lights.ts';

/** The room's lamps, with what they were told last. */
export interface WatchedLights extends Lights {
  /** The scene that was sent last; fully lit before the first one. */
  readonly standing: () => Scene;
  /** Hears of "full", before it is sent. */
  readonly onFull: (listener: () => void) => void;
}

/** Watches what goes out to the lamps; everything passes as it is. */
export function watchLights(lights: Lights): WatchedLights {
  const listeners = new Set<() => void>();
  let standing = roomScene(1, null);
  return {
    ...lights,
    send: (scene, fadeMs) => {
      standing = scene;
      return lights.send(scene, fadeMs);
    },
    full: (scene) => {
      standing = scene;
      for (const listener of listeners) listener();
      return lights.full(scene);
    },
    standing: () => standing,
    onFull: (listener) => void listeners.add(listener),
  };
}
