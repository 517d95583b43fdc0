import { randomBytes } from 'node:crypto';
import { success, type Answer, type Failure } from '../../shared/ipc/answer.ts';
import { wrapUnderRecovery } from './recovery.ts';
import { contentsOf, waysOf } from './vault.ts';
import { guarded, needVault, no, type Found } from './vault-find.ts';
import { writeVaultFile } from './vault-file.ts';
import { sealKeys } from './vault-keys.ts';
import type { Keys, OpenVault, VaultContents, VaultPlace } from './vault-types.ts';
import { givenAnew, openBy, wrapAll } from './wrapping.ts';

/** A recovery key that is to be in force from now on. `madeAt`: epoch ms. */
export interface NewRecovery {
  readonly secret: Uint8Array;
  readonly madeAt: number;
}

/**
 * Opens the vault by a typed recovery key and gives it back to this PC: to its key chain where there is one, else under
 * `passphrase`, which is then needed. The recovery key goes on opening it.
 */
export function recoverVault(
  place: VaultPlace,
  text: string,
  passphrase: string | null,
): Promise<Answer<VaultContents>> {
  return guarded(async () => {
    const found = await needVault(place);
    if ('ok' in found) return found;
    const opened = await openBy(found.vault.wrappings, { kind: 'recovery', text });
    if ('ok' in opened) return opened;
    const contents = contentsOf(found, opened.vaultKey);
    if (!contents.ok) return contents;
    const { vaultKey, wrappings, ...rest } = contents.data;
    const kept = passphrase === null ? wrappings : wrappings.filter(({ kind }) => kind !== 'passphrase');
    const added = [...kept, ...(await wrapAll(vaultKey, null, passphrase))];
    const next = (await givenAnew(vaultKey, added, place.keychain)) ?? (passphrase === null ? null : added);
    vaultKey.fill(0);
    if (next === null) return no('refused', 'vault.passphraseNeeded');
    await writeVaultFile(place.file, { ...found.vault, wrappings: [...next] });
    return success(rest);
  });
}

/**
 * Puts a new recovery key in force, under a new vault key: the old one opens old copies of the vault and nothing that is
 * sealed from now on. `passphrase` is needed where the vault has one.
 */
export function renewRecovery(
  place: VaultPlace,
  passphrase: string | null,
  recovery: NewRecovery,
): Promise<Answer<null>> {
  return changing(place, passphrase, async (found, { keys, nextKeys }) => {
    const vaultKey = randomBytes(32);
    const had = waysOf(found);
    const keychain = had.keychain && (await place.keychain.available()) ? place.keychain : null;
    if (keychain === null && passphrase === null) return no('broken', 'vault.keychainMissing');
    const own = await wrapAll(vaultKey, keychain, had.passphrase ? passphrase : null);
    const wrappings = [...own, await wrapUnderRecovery(vaultKey, recovery.secret, recovery.madeAt)];
    await writeVaultFile(place.file, {
      ...found.vault,
      wrappings,
      keys: sealKeys(keys, vaultKey),
      nextKeys: nextKeys === null ? null : sealKeys(nextKeys, vaultKey),
    });
    vaultKey.fill(0);
    return success(null);
  });
}

/** Puts another passphrase in the place of the old one; everything else goes on opening the vault. */
export function changePassphrase(place: VaultPlace, old: string, next: string): Promise<Answer<null>> {
  return changing(place, old, async (found, { vaultKey, wrappings }) => {
    if (!waysOf(found).passphrase) return no('refused', 'vault.passphraseNone');
    const others = wrappings.filter(({ kind }) => kind !== 'passphrase');
    await writeVaultFile(place.file, {
      ...found.vault,
      wrappings: [...others, ...(await wrapAll(vaultKey, null, next))],
    });
    return success(null);
  });
}

/**
 * Writes other keys beside those in force, for a record whose file is about to be replaced: until `settleKeys`, each
 * record opens with whichever of the two fits, so that a crash at any moment loses neither.
 */
export function stageKeys(place: VaultPlace, passphrase: string | null, next: Keys): Promise<Answer<null>> {
  return changing(place, passphrase, async (found, { vaultKey }) => {
    await writeVaultFile(place.file, { ...found.vault, nextKeys: sealKeys(next, vaultKey) });
    return success(null);
  });
}

/** Ends what `stageKeys` began: `next` are in force from now on, or they are dropped. */
export function settleKeys(place: VaultPlace, inForce: 'next' | 'old'): Promise<Answer<null>> {
  return guarded(async () => {
    const found = await needVault(place);
    if ('ok' in found) return found;
    const { vault } = found;
    if (vault.nextKeys === null) return success(null);
    await writeVaultFile(place.file, {
      ...vault,
      keys: inForce === 'next' ? vault.nextKeys : vault.keys,
      nextKeys: null,
    });
    return success(null);
  });
}

/** Opens the vault of a place for one change: by its passphrase where it has one, else by the key chain. */
export function openForChange(place: VaultPlace, passphrase: string | null): Promise<Answer<OpenVault>> {
  return guarded(async () => {
    const found = await needVault(place);
    return 'ok' in found ? found : openFound(place, found, passphrase);
  });
}

async function openFound(place: VaultPlace, found: Found, passphrase: string | null): Promise<Answer<OpenVault>> {
  if (waysOf(found).passphrase && passphrase === null) return no('refused', 'vault.passphraseNeeded');
  const opened = await openBy(
    found.vault.wrappings,
    waysOf(found).passphrase && passphrase !== null
      ? { kind: 'passphrase', passphrase }
      : { kind: 'keychain', keychain: place.keychain },
  );
  return 'ok' in opened ? opened : contentsOf(found, opened.vaultKey);
}

function changing(
  place: VaultPlace,
  passphrase: string | null,
  change: (found: Found, opened: OpenVault) => Promise<Answer<null> | Failure>,
): Promise<Answer<null>> {
  return guarded(async () => {
    const found = await needVault(place);
    if ('ok' in found) return found;
    const opened = await openFound(place, found, passphrase);
    if (!opened.ok) return opened;
    try {
      return await change(found, opened.data);
    } finally {
      opened.data.vaultKey.fill(0);
    }
  });
}
