import type { Keys } from '../../electron/access/vault-types.ts';
import { contentsOf } from '../../electron/access/vault.ts';
import { lookAtVault } from '../../electron/access/vault-find.ts';
import { openBy } from '../../electron/access/wrapping.ts';
import { failure, success, type Answer } from '../../shared/ipc/answer.ts';

/** The keys that open a record: those in force, and those that were taking over where a replacement was cut short. */
export type KeySets = readonly Keys[];

/**
 * Opens a vault by what was typed, a passphrase or a recovery key, whichever fits. Changes no file: a vault beside a
 * running app, or a copy on another PC, stays as it is.
 */
export async function keysOf(vaultFile: string, typed: string): Promise<Answer<KeySets>> {
  try {
    const found = await lookAtVault(vaultFile);
    if ('ok' in found) return found;
    const { wrappings } = found.vault;
    const byPassphrase = await openBy(wrappings, { kind: 'passphrase', passphrase: typed });
    const opened = 'ok' in byPassphrase ? await openBy(wrappings, { kind: 'recovery', text: typed }) : byPassphrase;
    // Of the two refusals the passphrase's says more, but where there is none.
    const hasPassphrase = wrappings.some(({ kind }) => kind === 'passphrase');
    if ('ok' in opened) return hasPassphrase && 'ok' in byPassphrase ? byPassphrase : opened;
    const contents = contentsOf(found, opened.vaultKey);
    if (!contents.ok) return contents;
    const { keys, nextKeys } = contents.data;
    return success(nextKeys === null ? [keys] : [keys, nextKeys]);
  } catch {
    return failure('broken', 'vault.unreachable');
  }
}
