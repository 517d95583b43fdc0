import { failure, success, type Answer } from '../shared/ipc/answer.ts';
import { setRecordAside } from './access/set-aside.ts';
import { returnVault } from './access/vault-return.ts';
import { backupFolder } from './backups.ts';
import type { Front } from './front.ts';

type Done = Answer<Record<string, never>>;

/** Looks again, where the record did not open. */
export async function tryAgain(front: Front): Promise<Done> {
  if (front.board.now.state !== 'broken') return failure('refused', 'app.notLocked');
  await front.start();
  return success({});
}

/** Takes a lost key file back from the newest backup on this PC, and opens with it. */
export async function returnKeyFile(front: Front): Promise<Done> {
  if (!front.board.now.ways.includes('keyFile') || front.desk !== null) return failure('refused', 'app.notLocked');
  const returned = await returnVault(front.vaultPlace, backupFolder(front.place));
  if (!returned.ok) return returned;
  front.board.find('vault.returned');
  await front.start();
  return success({});
}

/** Sets the files of a record that does not open aside and begins anew: by an explicit act only, deleting nothing. */
export async function startNew(front: Front): Promise<Answer<{ readonly folder: string }>> {
  if (!front.board.now.ways.includes('startNew') || front.desk !== null) return failure('refused', 'app.notLocked');
  const aside = await setRecordAside(front.place.folder);
  if (aside.ok) await front.start();
  return aside;
}
