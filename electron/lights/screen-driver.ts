import { SCREEN } from '../../shared/lights/room-lamp.ts';
import type { Scene } from '../../shared/lights/scene.ts';
import { zoneNames } from '../../shared/lights/scene.ts';
import type { LightDriver } from './port.ts';

/**
 * The room window's own light: the screen dims with the room. The window fades by itself from one push.
 * @param push gives the scene to the window; false where there is no window that could take it
 */
export function screenDriver(push: (scene: Scene, fadeMs: number) => boolean): LightDriver {
  return {
    id: SCREEN,
    capabilities: { zones: zoneNames, kelvin: { min: 1000, max: 10_000 }, ownFades: true, minimumLevel: 0 },
    send: async (scene, fadeMs) => (push(scene, fadeMs) ? { kind: 'sent' } : { kind: 'failed', code: 'noScreen' }),
  };
}
