import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Brings a file's bytes to the disk. In workers only: it waits for the disk. */
export function syncFile(file: string): void {
  sync(file, 'r+');
}

/** Brings the names in a folder to the disk. Windows opens no folders and keeps renames by itself; some shares cannot. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    sync(folder, 'r');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'EINVAL' || error.code === 'ENOTSUP')))
      throw error;
  }
}

/**
 * Writes a file whole or not at all: under another name, synced, renamed, the folder synced. Waits for the disk itself, so
 * that a folder which hangs keeps only the thread that asked it, never those that all file work of the app shares.
 */
export function writeWholeSync(file: string, bytes: Uint8Array): void {
  const making = `${file}.new`;
  const opened = openSync(making, 'w', 0o600);
  try {
    writeFileSync(opened, bytes);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(making, file);
  syncFolder(path.dirname(file));
}

function sync(target: string, flags: 'r' | 'r+'): void {
  const opened = openSync(target, flags);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
