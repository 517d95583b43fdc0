import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { success, type Answer } from '../../shared/ipc/answer.ts';
import { findVault, guarded, needVault, no, type Found } from './vault-find.ts';
import { VAULT_SCHEMA_VERSION, writeVaultFile } from './vault-file.ts';
import { newKeys, sealKeys, unsealKeys } from './vault-keys.ts';
import type { OpenVault, VaultContents, VaultPlace, VaultState, VaultWays } from './vault-types.ts';
import { openWrapping, wrapAll } from './wrapping.ts';

export type * from './vault-types.ts';
export { vaultFailureCodes } from './vault-types.ts';

/** What stands between the app and its keys, without opening anything. `none`: first run. */
export function vaultState(place: VaultPlace): Promise<Answer<VaultState>> {
  return guarded(async () => {
    const found = await findVault(place);
    if (found === 'none') return success('none');
    if ('ok' in found) return found;
    return success(waysOf(found).keychain ? 'keychain' : 'passphrase');
  });
}

/** The ways that lead into the vault of a place. */
export function vaultWays(place: VaultPlace): Promise<Answer<VaultWays>> {
  return guarded(async () => {
    const found = await needVault(place);
    return 'ok' in found ? found : success(waysOf(found));
  });
}

/**
 * Makes a new vault with new keys, in the key chain where there is a real one, under the passphrase where one is given,
 * or both. Never over a vault or over records that are there.
 */
export function createVault(place: VaultPlace, passphrase: string | null): Promise<Answer<VaultContents>> {
  return guarded(async () => {
    const found = await findVault(place);
    if (found !== 'none') return 'ok' in found ? found : no('refused', 'vault.exists');
    const hasKeychain = await place.keychain.available();
    if (!hasKeychain && passphrase === null) return no('refused', 'vault.passphraseNeeded');
    const vaultKey = randomBytes(32);
    const keys = newKeys();
    await mkdir(path.dirname(place.file), { recursive: true });
    await writeVaultFile(place.file, {
      schemaVersion: VAULT_SCHEMA_VERSION,
      inUse: false,
      wrappings: await wrapAll(vaultKey, hasKeychain ? place.keychain : null, passphrase),
      keys: sealKeys(keys, vaultKey),
      nextKeys: null,
    });
    vaultKey.fill(0);
    return success({ keys, nextKeys: null, fresh: true, findings: [] });
  });
}

/** Opens the vault: by the key chain where it has a key, else by the passphrase. */
export function openVault(place: VaultPlace, passphrase: string | null): Promise<Answer<VaultContents>> {
  return guarded(async () => {
    const found = await needVault(place);
    if ('ok' in found) return found;
    const opened = await openWrapping(found.vault.wrappings, place.keychain, passphrase);
    if ('ok' in opened) return opened;
    const contents = contentsOf(found, opened.vaultKey);
    if (contents.ok && opened.rewrapped !== null)
      await writeVaultFile(place.file, { ...found.vault, wrappings: [...opened.rewrapped] });
    opened.vaultKey.fill(0);
    if (!contents.ok) return contents;
    const { vaultKey: _wiped, wrappings: _kept, ...rest } = contents.data;
    return success(rest);
  });
}

/** Notes that records were opened with the vault's keys: from now on a missing record is lost, not new. */
export function markVaultInUse(place: VaultPlace): Promise<Answer<null>> {
  return guarded(async () => {
    const found = await needVault(place);
    if ('ok' in found) return found;
    if (!found.vault.inUse) await writeVaultFile(place.file, { ...found.vault, inUse: true });
    return success(null);
  });
}

/** What a vault holds, by its vault key. */
export function contentsOf({ vault, restored }: Found, vaultKey: Uint8Array): Answer<OpenVault> {
  const keys = unsealKeys(vault.keys, vaultKey);
  const nextKeys = vault.nextKeys === null ? null : unsealKeys(vault.nextKeys, vaultKey);
  if (keys === null || (vault.nextKeys !== null && nextKeys === null)) return no('broken', 'vault.damaged');
  const findings = restored ? (['vault.restored'] as const) : [];
  return success({ keys, nextKeys, fresh: !vault.inUse, findings, vaultKey, wrappings: vault.wrappings });
}

/** The ways that a vault file offers. */
export function waysOf({ vault }: Found): VaultWays {
  const has = (kind: 'keychain' | 'passphrase'): boolean => vault.wrappings.some((one) => one.kind === kind);
  const recovery = vault.wrappings.find((one) => one.kind === 'recovery');
  return {
    keychain: has('keychain'),
    passphrase: has('passphrase'),
    recoveryMadeAt: recovery === undefined ? null : recovery.madeAt,
  };
}
