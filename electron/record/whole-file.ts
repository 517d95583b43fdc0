import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file whole or not at all: under another name beside it first, synced, renamed, the folder synced. Where
 * `fill` throws, or the process dies, nothing lies at the place that did not lie there before. Replaces what is there.
 * Throws what `fill` and the file system throw.
 */
export async function writeWhole(file: string, fill: (handle: FileHandle) => Promise<void>): Promise<void> {
  const making = `${file}.new`;
  const opened = await open(making, 'w', 0o600);
  try {
    try {
      await fill(opened);
      await opened.sync();
    } finally {
      await opened.close();
    }
    await rename(making, file);
  } catch (error) {
    await rm(making, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Puts a new or renamed name in a folder on disk. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders and keeps renames by itself.
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } catch (error) {
    // Some shares and sticks cannot.
    if (!(error instanceof Error && 'code' in error && (error.code === 'EINVAL' || error.code === 'ENOTSUP')))
      throw error;
  } finally {
    await opened.close();
  }
}
