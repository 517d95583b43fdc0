import { failure, success, type Answer } from '../shared/ipc/answer.ts';
import { lookAfterRoles } from '../shared/people/people.ts';
import type { Author } from '../shared/session/event.ts';
import type { ClockReading } from '../shared/time/clock.ts';
import type { PinLimiter } from './access/pin-limiter.ts';
import { createStaffAccess } from './access/staff.ts';
import { adoptVault } from './access/vault-adopt.ts';
import type { OpenVault, VaultContents } from './access/vault.ts';
import type { Signed } from './ipc/record-act.ts';
import { optionsOf, vaultPlace, type RecordPlace } from './opening.ts';
import { stagedFile } from './record/backup/swap.ts';
import { openRecord, type OpenOptions } from './record/client.ts';
import { runJob } from './record/jobs/run-job.ts';

/** Another PC's keys, and the folder of its copies. */
export interface Foreign {
  readonly vault: OpenVault;
  readonly folder: string;
}

/** Where no record is open, a PIN is checked against the staff of the staged copy. */
export async function signedByCopy(
  options: OpenOptions,
  { staffId, pin }: Signed,
  now: ClockReading,
  limiter: PinLimiter,
): Promise<Answer<Author>> {
  const staged = await openRecord({ ...options, file: stagedFile(options.file) });
  if ('ok' in staged) return staged;
  try {
    const checked = await createStaffAccess(staged, limiter).checkPin(staffId, pin, lookAfterRoles, now);
    return checked.ok ? success({ kind: 'staff', staffId: checked.data.staffId }) : checked;
  } finally {
    await staged.close();
  }
}

/**
 * First run: another PC's vault becomes this PC's own, the staged clinic's copy its record, and its newest practice copy, or
 * an empty record where there is none, its practice.
 */
export async function takeOver(
  place: RecordPlace,
  { vault, folder }: Foreign,
  passphrase: string | null,
  { by, now }: { readonly by: string; readonly now: ClockReading },
): Promise<Answer<VaultContents>> {
  const adopted = await adoptVault(vaultPlace(place), vault, passphrase);
  if (!adopted.ok) return adopted;
  const clinic = await runJob(optionsOf(place, vault, 'clinic'), 'restoreSwap', {
    by,
    wallMs: now.wallMs,
    author: { kind: 'app' },
    now,
  });
  if (!clinic.ok) return clinic;
  const practice = optionsOf(place, vault, 'practice');
  const listed = await runJob(practice, 'backupList', { folder });
  const newest = listed.ok ? listed.data.copies[0] : undefined;
  if (newest !== undefined) {
    const staged = await runJob(practice, 'restoreStage', { folder, stem: newest.stem });
    if (staged.ok) await runJob(practice, 'restoreSwap', { by, wallMs: now.wallMs, author: { kind: 'app' }, now });
  }
  const opened = await openRecord({ ...practice, mayCreate: true });
  if ('ok' in opened) return failure(opened.kind, opened.code, opened.params);
  await opened.close();
  return success(vault);
}
