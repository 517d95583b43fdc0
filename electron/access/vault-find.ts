import { access } from 'node:fs/promises';
import { failure, type Answer, type Failure } from '../../shared/ipc/answer.ts';
import { copyOf, readVaultFile, setAside, VAULT_SCHEMA_VERSION, writeVaultFile, type VaultFile } from './vault-file.ts';
import type { VaultFailureCode, VaultPlace } from './vault-types.ts';

export type Found = { readonly vault: VaultFile; readonly restored: boolean };

/** The vault or its copy. A damaged file is set aside only where that loses nothing: its copy is whole, or no record exists. */
export async function findVault(place: VaultPlace): Promise<Found | 'none' | Failure> {
  const main = await readVaultFile(place.file);
  if (main.kind === 'vault') return { vault: main.vault, restored: false };
  if (main.kind === 'newer') return newer(main.version);
  const copy = await readVaultFile(copyOf(place.file));
  if (copy.kind === 'newer') return newer(copy.version);
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

/** The vault that must be there. */
export async function needVault(place: VaultPlace): Promise<Found | Failure> {
  const found = await findVault(place);
  return found === 'none' ? no('refused', 'vault.missing') : found;
}

/** A vault file that is only looked at, in any folder: nothing is set aside, restored or written there. */
export async function lookAtVault(file: string): Promise<Found | Failure> {
  const main = await readVaultFile(file);
  if (main.kind === 'vault') return { vault: main.vault, restored: false };
  if (main.kind === 'newer') return newer(main.version);
  const copy = await readVaultFile(copyOf(file));
  if (copy.kind === 'vault') return { vault: copy.vault, restored: false };
  if (copy.kind === 'newer') return newer(copy.version);
  return no('broken', main.kind === 'damaged' || copy.kind === 'damaged' ? 'vault.damaged' : 'vault.missing');
}

export async function anyExists(files: readonly string[]): Promise<boolean> {
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

/** What the file system throws becomes an answer: the vault cannot be reached. */
export async function guarded<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await work();
  } catch {
    return no('broken', 'vault.unreachable');
  }
}

export function no(kind: Failure['kind'], code: VaultFailureCode): Failure {
  return failure(kind, code);
}

function newer(version: number): Failure {
  return failure('broken', 'vault.newer', { version, known: VAULT_SCHEMA_VERSION });
}
