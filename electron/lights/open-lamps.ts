import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AppStatus } from '../../shared/ipc/contract.ts';
import type { Scene } from '../../shared/lights/scene.ts';
import type { Keychain } from '../access/keychain.ts';
import type { LightsHandlersParts } from '../ipc/lights-handlers.ts';
import type { SettingsStore } from '../settings.ts';
import { byHandDriver } from './by-hand-driver.ts';
import { certificateAt } from './certificate.ts';
import { lookAround } from './discover.ts';
import { pairHue } from './hue/pair.ts';
import { createLampKeeper } from './lamp-keeper.ts';
import { leaveLamps } from './leaving.ts';
import { createLights, SEND_LIMIT_MS, type Lights } from './lights.ts';
import { openers } from './openers.ts';
import { createLampRegistry, type LampRegistry, type LampRegistryParts } from './registry.ts';
import { screenDriver } from './screen-driver.ts';
import { openLampSecrets } from './secrets.ts';
import { systemTimers } from './timers.ts';
import { createTryLamp } from './try-lamp.ts';

export interface OpenLampsParts extends Pick<LampRegistryParts, 'onFault'> {
  /** Where this PC keeps its data. */
  readonly folder: string;
  readonly settings: Pick<SettingsStore, 'lights' | 'setLights' | 'lightsSetAside'>;
  readonly keychain: Keychain;
  /** The chain key of the clinic's record; null while the vault is closed. */
  readonly chainKey: () => Uint8Array | null;
  /** Whether a session has the lamps. */
  readonly live: () => boolean;
  /** Gives a scene to the nurse's window; false where there is none that could take it. */
  readonly screen: (scene: Scene, fadeMs: number) => boolean;
  /** Whether there is a window that shows what to dim by hand. */
  readonly prompt: () => boolean;
  /** Tells the windows which lamps there are, and which of them answer. */
  readonly show: (change: Partial<Pick<AppStatus, 'lamps' | 'lampHealth'>>) => void;
}

/** The lamps of this room, put together. */
export interface OpenLamps {
  readonly registry: LampRegistry;
  /** The lamps as a session has them: what they make of it shows in their health. */
  readonly lights: Lights;
  readonly handlers: LightsHandlersParts;
  /** What the start found, as codes (`finding.<code>`). */
  readonly findings: readonly string[];
  /** Before the app ends: the level that the clinic chose, unless a session goes on after a restart; then everything is given up. */
  readonly leave: () => Promise<void>;
}

/** Opens nothing on the network yet: that is `registry.apply`, once the windows are there. */
export async function openLamps(parts: OpenLampsParts): Promise<OpenLamps> {
  const { folder, settings, keychain, chainKey, live, show, onFault } = parts;
  const setup = settings.lights;
  const timers = systemTimers;
  const wall = Date.now;
  const secrets = await openLampSecrets({ file: join(folder, 'lamp-secrets.json'), keychain, chainKey });
  const screen = screenDriver(parts.screen);
  const byHand: LampRegistryParts['byHand'] = (zones) => byHandDriver(parts.prompt, zones);
  const drivers = [screen, byHand(['room'])];
  const lights = createLights({ drivers, timers, sendLimitMs: SEND_LIMIT_MS });
  const tellLamps = (): void => show({ lamps: [...lights.lamps()] });
  tellLamps();
  lights.onLamps(tellLamps);
  const registry = createLampRegistry({
    ...{ openers, setup, secrets, timers, wall, screen, byHand, lights, onFault },
    onHealth: (lampHealth) => show({ lampHealth }),
  });
  lights.onLater((outcome) => registry.outcomes([outcome]));
  const keeper = createLampKeeper({ settings, secrets, registry, openers, newId: randomUUID });
  return {
    registry,
    lights: {
      ...lights,
      send: async (scene, fadeMs) => {
        const outcomes = await lights.send(scene, fadeMs);
        registry.outcomes(outcomes);
        return outcomes;
      },
      full: async (scene) => {
        const outcomes = await lights.full(scene);
        registry.outcomes(outcomes);
        return outcomes;
      },
    },
    handlers: {
      setup,
      setAside: settings.lightsSetAside.all,
      keeper,
      registry,
      secrets,
      tryLamp: createTryLamp({ registry, timers, live }),
      probe: { openers, timers, wall },
      look: (signal) => lookAround({ timers }, signal),
      certificate: certificateAt,
      pair: pairHue,
    },
    findings: [...(settings.lightsSetAside.now > 0 ? ['lampsSetAside'] : []), ...secrets.findings],
    leave: async () => {
      if (!live()) await leaveLamps(lights, setup().leaving, timers);
      await registry.close();
    },
  };
}
