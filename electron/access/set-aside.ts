import { mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import { syncFolder } from '../record/whole-file.ts';

/**
 * What is set aside. `all`: everything that belongs to the records of a PC: the files, their logs, what was noted of them, the
 * vault and its copy. `practice`: the practice record alone.
 */
const ours = { all: /^(clinic\.|practice\.|vault\.json)/, practice: /^practice\./ } as const;

/**
 * Moves the files of the records into a folder of their own beside them, under a name that is free. Nothing is deleted,
 * backups stay where they are. The vault goes last: cut short, there are records without files, never files without keys.
 */
export async function setRecordAside(
  folder: string,
  what: keyof typeof ours = 'all',
): Promise<Answer<{ readonly folder: string }>> {
  try {
    const aside = await freeFolder(folder);
    const names = (await readdir(folder)).filter((name) => ours[what].test(name));
    const vaultLast = names.toSorted((one, other) => Number(isVault(one)) - Number(isVault(other)));
    for (const name of vaultLast) await rename(path.join(folder, name), path.join(aside, name));
    await syncFolder(aside);
    await syncFolder(folder);
    return success({ folder: aside });
  } catch {
    return failure('broken', 'vault.unreachable');
  }
}

const isVault = (name: string): boolean => name.startsWith('vault.json');

async function freeFolder(folder: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const aside = path.join(folder, `set-aside-${number}`);
    const made = await mkdir(aside).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
        throw error;
      },
    );
    if (made) return aside;
  }
}
