import { join } from 'node:path';
import type { Keychain } from '../access/keychain.ts';
import { openLampSecrets } from '../lights/secrets.ts';
import { systemTimers } from '../lights/timers.ts';
import { createRooms, type RoomsKeeper, type RoomsKeeperParts } from './rooms-keeper.ts';

export interface OpenRoomsParts extends Pick<RoomsKeeperParts, 'settings' | 'show' | 'onFault'> {
  /** Where this PC keeps its data. */
  readonly folder: string;
  readonly keychain: Keychain;
  /** The chain key of the clinic's record; null while the vault is closed. */
  readonly chainKey: () => Uint8Array | null;
}

/** The status between rooms, put together. Nothing is opened yet: that is `apply`. */
export async function openRooms({ folder, keychain, chainKey, ...parts }: OpenRoomsParts): Promise<RoomsKeeper> {
  // A file of its own: a damaged one costs this password and no lamp's. It is asked for again in the settings.
  const secrets = await openLampSecrets({ file: join(folder, 'rooms-secret.json'), keychain, chainKey });
  return createRooms({ ...parts, secrets, timers: systemTimers, wall: Date.now });
}
