import { join } from 'node:path';
import type { RecordPlace } from './opening.ts';
import { BackupKeeper } from './record/backup/keeper.ts';
import type { Records } from './session/room.ts';
import type { SettingsStore } from './settings.ts';
import type { StatusBoard } from './status.ts';

/** Where copies of the records lie on this PC. */
export function backupFolder(place: Pick<RecordPlace, 'folder'>): string {
  return join(place.folder, 'backups');
}

/** The keeper of the copies of open records. */
export function keeperFor(
  place: RecordPlace,
  settings: SettingsStore,
  board: StatusBoard,
  records: Records,
  live: () => boolean,
): BackupKeeper {
  return new BackupKeeper({
    records,
    folder: backupFolder(place),
    vaultFile: join(place.folder, 'vault.json'),
    outside: settings.backupFolder,
    live,
    appVersion: board.now.version,
    // The real world's clock: a simulated session's time must not age copies.
    now: Date.now,
    changed: () => undefined,
  });
}
