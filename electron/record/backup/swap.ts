import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { syncFolder, writeWholeSync } from '../durable.ts';

/** The database and what lies beside it while it is open. */
const parts = ['', '-wal', '-shm'] as const;

/** What an exchange is about to do, kept on disk until it is done. Names are of files in the record's folder. */
const planSchema = z.object({
  schemaVersion: z.literal(1),
  /** What the record that goes is called from then on; nothing of it is deleted. */
  aside: z.string().check(z.regex(/^[\w.-]+$/)),
});

/** Where a copy waits to become the record. */
export function stagedFile(recordFile: string): string {
  return `${recordFile}.restoring`;
}

/** Where the plan of an exchange lies. */
export function planFile(recordFile: string): string {
  return `${recordFile}.restore.json`;
}

/**
 * Puts the staged copy, which is one file and checked, in the place of a record that nobody has open. The plan is on disk
 * first: whatever ends the exchange midway, `finishExchange` brings it to its end.
 * @returns the name under which the present record was set aside, null where there was none
 */
export function exchange(recordFile: string, wallMs: number): string | null {
  const aside = freeAside(recordFile, wallMs);
  const had = existsSync(recordFile);
  writeWholeSync(planFile(recordFile), Buffer.from(JSON.stringify({ schemaVersion: 1, aside }), 'utf8'));
  try {
    finishExchange(recordFile);
  } catch (error) {
    withdraw(recordFile, aside);
    throw error;
  }
  return had ? aside : null;
}

/**
 * Takes back an exchange that the system refused while the copy still waits: what was told as failed must not happen at the
 * next start. Where that is refused too, the plan stays, and nothing may open the record before it is finished.
 */
function withdraw(recordFile: string, aside: string): void {
  if (!existsSync(stagedFile(recordFile))) return;
  const folder = path.dirname(recordFile);
  for (const part of parts) {
    const gone = path.join(folder, aside + part);
    if (existsSync(gone) && !existsSync(recordFile + part)) renameSync(gone, recordFile + part);
  }
  syncFolder(folder);
  rmSync(planFile(recordFile), { force: true });
  syncFolder(folder);
}

/**
 * Brings an exchange that was begun to its end; nothing where none was. Every step may be repeated: while the staged copy
 * is there, what lies at the place is the record that goes.
 * @returns whether there was something to finish
 */
export function finishExchange(recordFile: string): boolean {
  const plan = planOf(recordFile);
  if (plan === null) return false;
  const folder = path.dirname(recordFile);
  const staged = stagedFile(recordFile);
  if (existsSync(staged)) {
    // The log goes before its file does: it must never be found beside the other one.
    for (const part of parts.toReversed()) {
      if (existsSync(recordFile + part)) renameSync(recordFile + part, path.join(folder, plan.aside + part));
    }
    syncFolder(folder);
    renameSync(staged, recordFile);
    syncFolder(folder);
  }
  rmSync(planFile(recordFile), { force: true });
  syncFolder(folder);
  return true;
}

/** The plan, or null where there is none. It is written whole: one that does not parse is not ours, and is left alone. */
function planOf(recordFile: string): z.infer<typeof planSchema> | null {
  if (!existsSync(planFile(recordFile))) return null;
  return planSchema.parse(JSON.parse(readFileSync(planFile(recordFile), 'utf8')));
}

function freeAside(recordFile: string, wallMs: number): string {
  const { dir, name } = path.parse(recordFile);
  const day = new Date(wallMs).toISOString().slice(0, 10);
  for (let number = 1; ; number += 1) {
    const aside = `${name}.before-restore-${day}-${number}.db`;
    if (parts.every((part) => !existsSync(path.join(dir, aside + part)))) return aside;
  }
}
