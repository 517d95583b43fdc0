import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { success, type Answer } from '../../shared/ipc/answer.ts';
import { contentsOf, waysOf } from './vault.ts';
import { anyExists, findVault, guarded, lookAtVault, no } from './vault-find.ts';
import { VAULT_SCHEMA_VERSION, writeVaultFile } from './vault-file.ts';
import { sealKeys } from './vault-keys.ts';
import type { OpenVault, VaultPlace, VaultSecret, VaultWays } from './vault-types.ts';
import { openBy, wrapAll } from './wrapping.ts';

/** The ways that lead into a vault file anywhere, so that one of them can be asked for. Nothing is changed there. */
export function waysInto(file: string): Promise<Answer<VaultWays>> {
  return guarded(async () => {
    const found = await lookAtVault(file);
    return 'ok' in found ? found : success(waysOf(found));
  });
}

/** Opens a vault file anywhere (a backup's, another PC's) by one secret. Nothing is changed there. */
export function openVaultWith(file: string, secret: VaultSecret): Promise<Answer<OpenVault>> {
  return guarded(async () => {
    const found = await lookAtVault(file);
    if ('ok' in found) return found;
    const opened = await openBy(found.vault.wrappings, secret);
    return 'ok' in opened ? opened : contentsOf(found, opened.vaultKey);
  });
}

/**
 * Makes an opened vault this PC's own: wrapped for its key chain where there is one, under `passphrase` where one is
 * given, one of the two at least. Its recovery key goes on opening it; the other PC's ways do not come along. Never over
 * a vault or records that are there: set those aside first. Missing records are then lost, never made new: put them in
 * their place next.
 */
export function adoptVault(place: VaultPlace, opened: OpenVault, passphrase: string | null): Promise<Answer<null>> {
  return guarded(async () => {
    if ((await findVault(place)) !== 'none' || (await anyExists(place.databases))) return no('refused', 'vault.exists');
    const hasKeychain = await place.keychain.available();
    if (!hasKeychain && passphrase === null) return no('refused', 'vault.passphraseNeeded');
    const own = await wrapAll(opened.vaultKey, hasKeychain ? place.keychain : null, passphrase);
    await mkdir(path.dirname(place.file), { recursive: true });
    await writeVaultFile(place.file, {
      schemaVersion: VAULT_SCHEMA_VERSION,
      inUse: true,
      wrappings: [...own, ...opened.wrappings.filter(({ kind }) => kind === 'recovery')],
      keys: sealKeys(opened.keys, opened.vaultKey),
      nextKeys: opened.nextKeys === null ? null : sealKeys(opened.nextKeys, opened.vaultKey),
    });
    return success(null);
  });
}
