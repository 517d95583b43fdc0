import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { RecordKind } from '../client-types.ts';
import { syncFolder } from '../durable.ts';
import { filesOf, manifestSchema, type BackupManifest } from './manifest.ts';
import { kept } from './rotation.ts';

/** What a copy is called until it has passed its check. */
export const PART = '.part';

/**
 * The copies that lie in a folder, newest first: those with a manifest that can be read and a file of the size it says.
 * Whether a manifest is signed is not looked at. Empty where there is no such folder; throws what the file system throws.
 */
export function copiesIn(folder: string): BackupManifest[] {
  const found = namesIn(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.vault.json'))
    .map((name) => manifestAt(folder, name))
    .filter((manifest) => manifest !== null);
  return found.toSorted((one, other) => other.createdAt - one.createdAt);
}

/** Removes what rotation does not keep of one record's copies in a folder. Foreign files are never touched. */
export function rotate(folder: string, of: Pick<BackupManifest, 'kind' | 'fileId'>, now: number): void {
  const ours = copiesIn(folder).filter(({ kind, fileId }) => kind === of.kind && fileId === of.fileId);
  const keep = kept(ours, now);
  for (const copy of ours) if (!keep.has(copy)) remove(folder, copy);
}

/** Removes half copies of a record that an earlier attempt left. */
export function clearParts(folder: string, kind: RecordKind): void {
  for (const name of namesIn(folder)) {
    if (name.startsWith(`${kind}-`) && name.includes(PART)) rmSync(path.join(folder, name), { force: true });
  }
}

/** The manifest first: without it the rest no longer counts. */
function remove(folder: string, { stem }: BackupManifest): void {
  const { manifest, database, vault } = filesOf(stem);
  for (const name of [manifest, database, vault]) {
    rmSync(path.join(folder, name), { force: true });
    syncFolder(folder);
  }
}

function manifestAt(folder: string, name: string): BackupManifest | null {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    if (!parsed.success || filesOf(parsed.data.stem).manifest !== name) return null;
    const { size } = statSync(path.join(folder, filesOf(parsed.data.stem).database));
    return size === parsed.data.size ? parsed.data : null;
  } catch {
    // Gone between two looks, unreadable, or no JSON: it does not count as a copy.
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
