import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { success, type Answer } from '../../shared/ipc/answer.ts';
import { findVault, guarded, no } from './vault-find.ts';
import { copyOf, readVaultFile, setAside, writeVaultFile, type VaultFile } from './vault-file.ts';
import type { VaultPlace } from './vault-types.ts';

/** A key file as it lies beside a backup; the name tells when, in order. */
const besideBackup = /^(?:clinic|practice)-(\d{8}T\d{9}Z)\.vault\.json$/;

/** The newest whole key file beside the backups in a folder; null where there is none. Throws what the file system throws. */
export async function newestVaultIn(folder: string): Promise<VaultFile | null> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const newestFirst = names
    .filter((name) => besideBackup.test(name))
    .toSorted((one, other) => madeAt(other).localeCompare(madeAt(one)));
  for (const name of newestFirst) {
    const read = await readVaultFile(path.join(folder, name));
    if (read.kind === 'vault') return read.vault;
  }
  return null;
}

const madeAt = (name: string): string => besideBackup.exec(name)?.[1] ?? '';

/**
 * Takes a lost or damaged key file back from the newest backup in `folder`. What is damaged is set aside, nothing is
 * overwritten, and a key file that can be read is never touched. Failures: `vault.exists`, `vault.copyNone`.
 */
export function returnVault(place: VaultPlace, folder: string): Promise<Answer<null>> {
  return guarded(async () => {
    const found = await findVault(place);
    const lost = typeof found === 'object' && 'ok' in found && ['vault.missing', 'vault.damaged'].includes(found.code);
    if (!lost) return no('refused', 'vault.exists');
    const vault = await newestVaultIn(folder);
    if (vault === null) return no('refused', 'vault.copyNone');
    for (const file of [place.file, copyOf(place.file)])
      if ((await readVaultFile(file)).kind === 'damaged') await setAside(file);
    await writeVaultFile(place.file, vault);
    return success(null);
  });
}
