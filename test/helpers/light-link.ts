import type { LinkHealth, Lamp } from '../../shared/lights/lamps.ts';
import type { Scene } from '../../shared/lights/scene.ts';
import { createLights, SEND_LIMIT_MS, type Lights } from '../../electron/lights/lights.ts';
import type { LightLink, LinkParts } from '../../electron/lights/link.ts';
import { systemTimers } from '../../electron/lights/timers.ts';

/** An open link in real time, the lights on it, and what it said. */
export interface LitLink {
  readonly link: LightLink;
  readonly lights: Lights;
  readonly healths: readonly LinkHealth[];
  readonly lost: readonly (readonly [lampId: string, code: string])[];
  /** Resolves when the newest health is as wanted. */
  readonly health: (wanted: (health: LinkHealth) => boolean) => Promise<LinkHealth>;
}

/** Opens a link and lights on it, wired as the app does: lamps that come back are led to where the scene is. */
export function lightLink(secret: string | null, open: (parts: LinkParts) => LightLink): LitLink {
  const healths: LinkHealth[] = [];
  const lost: [string, string][] = [];
  const waiting = new Set<() => void>();
  const onHealth = (health: LinkHealth): void => {
    const before = healths.at(-1);
    healths.push(health);
    if (before?.kind === 'lost' && health.kind === 'ok') lights.again(link.drivers.map(({ id }) => id));
    for (const look of waiting) look();
  };
  const onLost = (lampId: string, code: string): void => {
    lost.push([lampId, code]);
    lights.lost(lampId, code);
  };
  const link = open({ timers: systemTimers, wall: Date.now, secret, onHealth, onLost });
  const lights = createLights({ drivers: link.drivers, timers: systemTimers, sendLimitMs: SEND_LIMIT_MS });
  return {
    link,
    lights,
    healths,
    lost,
    health: (wanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          const newest = healths.at(-1);
          if (newest === undefined || !wanted(newest)) return;
          waiting.delete(look);
          resolve(newest);
        };
        waiting.add(look);
        look();
      }),
  };
}

/** A lamp with nothing special about it. */
export function lampOf(id: string, target: Lamp['target'], rest: Partial<Lamp> = {}): Lamp {
  return {
    id,
    name: id,
    zone: 'patient',
    connectionId: 'way',
    target,
    dims: true,
    kelvin: null,
    minimumLevel: 0,
    gamma: 1,
    ...rest,
  };
}

/** One zone at a level. */
export function sceneOf(level: number, kelvin: number | null = null): Scene {
  return { zones: [{ zone: 'patient', level, kelvin }] };
}
