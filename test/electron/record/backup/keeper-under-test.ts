import path from 'node:path';
import { BackupKeeper, type KeeperParts } from '../../../../electron/record/backup/keeper.ts';
import type { OpenOptions, RecordClient } from '../../../../electron/record/client.ts';
import { openOrThrow, tempFolder, tempOptions } from '../../../helpers/temp-record.ts';

/** Both records in a folder of their own, with a keeper over them whose clock stands until it is moved. */
export interface Kept {
  readonly folder: string;
  readonly backups: string;
  readonly options: { readonly clinic: OpenOptions; readonly practice: OpenOptions };
  readonly clinic: RecordClient;
  readonly practice: RecordClient;
  readonly keeper: BackupKeeper;
  readonly at: { now: number; live: boolean; outside: string | null };
  readonly end: () => Promise<void>;
}

export const NOON = Date.UTC(2026, 2, 3, 12);

export async function openKept(over: Partial<KeeperParts> = {}): Promise<Kept> {
  const { folder, remove } = tempFolder();
  const options = { clinic: tempOptions(folder), practice: tempOptions(folder, 'practice') };
  const clinic = await openOrThrow(options.clinic);
  const practice = await openOrThrow(options.practice);
  const at: Kept['at'] = { now: NOON, live: false, outside: null };
  const backups = path.join(folder, 'backups');
  const keeper = new BackupKeeper({
    records: { clinic, practice },
    folder: backups,
    vaultFile: path.join(folder, 'vault.json'),
    outside: () => at.outside,
    live: () => at.live,
    appVersion: '0.0.0',
    now: () => at.now,
    changed: () => undefined,
    ...over,
  });
  await keeper.start();
  const end = async (): Promise<void> => {
    await Promise.all([clinic.close(), practice.close()]);
    remove();
  };
  return { folder, backups, options, clinic, practice, keeper, at, end };
}
