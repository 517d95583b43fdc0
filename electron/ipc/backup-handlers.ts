import { failure, success, type Answer } from '../../shared/ipc/answer.ts';
import type { BackupsStatus, Copy, RestorePreview } from '../../shared/ipc/backups.ts';
import { backupFolder } from '../backups.ts';
import type { OpenDesk } from '../desk.ts';
import type { Front } from '../front.ts';
import type { BackupManifest } from '../record/backup/manifest.ts';
import type { Preview } from '../record/backup/compare.ts';
import type { Restoring } from '../restoring.ts';
import type { Handlers } from './server.ts';

type BackupRequests =
  | 'backups.status'
  | 'backups.now'
  | 'backups.chooseFolder'
  | 'backups.tryFolder'
  | 'backups.leaveFolder'
  | 'restore.pick'
  | 'restore.list'
  | 'restore.open'
  | 'restore.stage'
  | 'restore.preview'
  | 'restore.do';

/** A folder that says nothing for so long is given up on, ms. */
const STALL_MS = 15_000;

/** Requests about copies of the record: while it is open, and where a copy is to take its place. */
export function backupHandlers(
  front: Front,
  restoring: Restoring,
  chooseFolder: () => Promise<string | null>,
): Pick<Handlers, BackupRequests> {
  /** Somebody has to be signed in to change where copies go. */
  const signedIn = (): Answer<OpenDesk> => {
    const desk = front.needDesk();
    if (!desk.ok) return desk;
    return desk.data.signedIn() === null ? failure('refused', 'access.signInNeeded') : desk;
  };
  const tryFolder = (desk: OpenDesk, folder: string, choose: boolean) =>
    desk.records.clinic.job('backupFolder', { folder, choose }, { stallMs: STALL_MS });
  return {
    'backups.status': async () => {
      const desk = front.needDesk();
      return desk.ok ? success(statusOf(front, desk.data)) : desk;
    },
    'backups.now': async () => {
      const desk = signedIn();
      if (!desk.ok) return desk;
      const { backups, jobs } = desk.data;
      return jobs.start('backup', async (hooks) => {
        const made = await backups.backupNow('asked', hooks);
        return made.ok ? success({ seq: made.data.seq, size: made.data.size }) : made;
      });
    },
    'backups.chooseFolder': async () => {
      const desk = signedIn();
      if (!desk.ok) return desk;
      // Somebody may look for a folder for as long as they like.
      return desk.data.jobs.start('backupFolder', async () => {
        const folder = await chooseFolder();
        if (folder === null) return success({});
        const tried = await tryFolder(desk.data, folder, true);
        if (!tried.ok) return tried;
        front.settings.setBackupFolder(folder);
        void desk.data.backups.sendNow();
        return success({ free: tried.data.freeBytes });
      });
    },
    'backups.tryFolder': async () => {
      const desk = signedIn();
      if (!desk.ok) return desk;
      const folder = front.settings.backupFolder();
      if (folder === null) return failure('refused', 'backup.noFolder');
      const tried = await tryFolder(desk.data, folder, false);
      if (tried.ok) void desk.data.backups.sendNow();
      return tried;
    },
    'backups.leaveFolder': async () => {
      const desk = signedIn();
      if (!desk.ok) return desk;
      front.settings.setBackupFolder(null);
      return success({});
    },
    'restore.pick': async () => restoring.pick(),
    'restore.list': async ({ where }) => {
      const found = await restoring.list(where);
      return found.ok ? success({ ...found.data, copies: found.data.copies.map(copyOf) }) : found;
    },
    'restore.open': (args) => restoring.open(args),
    'restore.stage': async (args) => restoring.stage(args),
    'restore.preview': async () => {
      const { staged } = restoring;
      if (staged === null) return failure('refused', 'backup.notStaged');
      return success(previewFor(staged, front.board.now.signedIn !== null));
    },
    'restore.do': (args) => restoring.restore(args),
  };
}

function statusOf(front: Front, desk: OpenDesk): BackupsStatus {
  const { copies, ...status } = desk.backups.status;
  return { ...status, folder: backupFolder(front.place), copies: copies.map(copyOf) };
}

function copyOf({ stem, createdAt, size, reason, seq, checkedWhole }: BackupManifest): Copy {
  return { stem, createdAt, size, reason, seq, checkedWhole };
}

/** Patients' names are for somebody who is signed in. */
function previewFor({ copy, against, staff, ...rest }: Preview, names: boolean): RestorePreview {
  const shown = (side: NonNullable<Preview['against']>['gained']) => ({
    ...side,
    named: side.named.map((one) => (names ? { ...one } : { ...one, patientName: null })),
  });
  return {
    ...rest,
    copy: copyOf(copy),
    staff: [...staff],
    against: against === null ? null : { ...against, gained: shown(against.gained), lost: shown(against.lost) },
  };
}
