import { BY_HAND } from '../../shared/lights/room-lamp.ts';
import type { Scene, ZoneName } from '../../shared/lights/scene.ts';
import type { LightDriver } from './port.ts';

/** What the nurse is asked to do at the dimmer. */
export interface DimmerPrompt {
  /** Where to turn it, 0 (off) to 1 (full). */
  readonly level: number;
  /** In about this time, ms. */
  readonly fadeMs: number;
}

/**
 * Zones without a lamp of ours: the nurse is asked to dim by hand. Sent means that the prompt is on the screen.
 * @param prompt shows it; false where there is no window that could
 */
export function byHandDriver(
  prompt: (prompt: DimmerPrompt) => boolean,
  zones: readonly ZoneName[] = ['room'],
): LightDriver {
  return {
    id: BY_HAND,
    capabilities: { zones, kelvin: null, ownFades: true, minimumLevel: 0 },
    send: async (scene: Scene, fadeMs: number) => {
      const level = scene.zones[0]?.level;
      if (level === undefined) return { kind: 'failed', code: 'noZone' };
      return prompt({ level, fadeMs }) ? { kind: 'sent' } : { kind: 'failed', code: 'noScreen' };
    },
  };
}
