import { randomBytes } from 'node:crypto';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { failure, success, type Answer, type Failure } from '../../shared/ipc/answer.ts';
import { seal, unseal } from './seal.ts';
import { copyOf, readVaultFile, setAside, VAULT_SCHEMA_VERSION, writeVaultFile, type VaultFile } from './vault-file.ts';
import { keysOf, newKeys } from './vault-keys.ts';
import type { VaultContents, VaultFailureCode, VaultPlace, VaultState } from './vault-types.ts';
import { openWrapping, wrapAll } from './wrapping.ts';

export type * from './vault-types.ts';
export { vaultFailureCodes } from './vault-types.ts';

const KEYS = 'stillroom vault keys 1';

/** What stands between the app and its keys, without opening anything. `none`: first run. */
export function vaultState(place: VaultPlace): Promise<Answer<VaultState>> {
  return guarded(async () => {
    const found = await findVault(place);
    if (found === 'none') return success('none');
    if ('ok' in found) return found;
    return success(found.vault.wrappings.some(({ kind }) => kind === 'keychain') ? 'keychain' : 'passphrase');
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
    const { keys, bytes } = newKeys();
    await mkdir(path.dirname(place.file), { recursive: true });
    await writeVaultFile(place.file, {
      schemaVersion: VAULT_SCHEMA_VERSION,
      inUse: false,
      wrappings: await wrapAll(vaultKey, hasKeychain ? place.keychain : null, passphrase),
      keys: seal(bytes, vaultKey, KEYS),
    });
    return success({ keys, fresh: true, findings: [] });
  });
}

/** Opens the vault: by the key chain where it has a key, else by the passphrase. */
export function openVault(place: VaultPlace, passphrase: string | null): Promise<Answer<VaultContents>> {
  return guarded(async () => {
    const found = await findVault(place);
    if (found === 'none') return no('refused', 'vault.missing');
    if ('ok' in found) return found;
    const opened = await openWrapping(found.vault.wrappings, place.keychain, passphrase);
    if ('ok' in opened) return opened;
    const bytes = unseal(found.vault.keys, opened.vaultKey, KEYS);
    const keys = bytes === null ? null : keysOf(bytes);
    if (keys === null) return no('broken', 'vault.damaged');
    if (opened.rewrapped !== null)
      await writeVaultFile(place.file, { ...found.vault, wrappings: [...opened.rewrapped] });
    return success({ keys, fresh: !found.vault.inUse, findings: found.restored ? ['vault.restored'] : [] });
  });
}

/** Notes that records were opened with the vault's keys: from now on a missing record is lost, not new. */
export function markVaultInUse(place: VaultPlace): Promise<Answer<null>> {
  return guarded(async () => {
    const found = await findVault(place);
    if (found === 'none') return no('refused', 'vault.missing');
    if ('ok' in found) return found;
    if (!found.vault.inUse) await writeVaultFile(place.file, { ...found.vault, inUse: true });
    return success(null);
  });
}

type Found = { readonly vault: VaultFile; readonly restored: boolean };

/** The vault or its copy. A damaged file is set aside only where that loses nothing: its copy is whole, or no record exists. */
async function findVault(place: VaultPlace): Promise<Found | 'none' | Failure> {
  const main = await readVaultFile(place.file);
  if (main.kind === 'vault') return { vault: main.vault, restored: false };
  if (main.kind === 'newer')
    return failure('broken', 'vault.newer', { version: main.version, known: VAULT_SCHEMA_VERSION });
  const copy = await readVaultFile(copyOf(place.file));
  if (copy.kind === 'vault') {
    if (main.kind === 'damaged') await setAside(place.file);
    await writeVaultFile(place.file, copy.vault);
    return { vault: copy.vault, restored: true };
  }
  if (await anyExists(place.databases))
    return no('broken', main.kind === 'damaged' ? 'vault.damaged' : 'vault.missing');
  if (main.kind === 'damaged') await setAside(place.file);
  if (copy.kind === 'damaged') await setAside(copyOf(place.file));
  return 'none';
}

async function anyExists(files: readonly string[]): Promise<boolean> {
  const found = await Promise.all(
    files.map((file) =>
      access(file).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

async function guarded<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await work();
  } catch {
    return no('broken', 'vault.unreachable');
  }
}

function no(kind: Failure['kind'], code: VaultFailureCode): Failure {
  return failure(kind, code);
}
