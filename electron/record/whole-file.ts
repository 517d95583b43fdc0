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

const ROOM = 1 << 14;
const encoder = new TextEncoder();

/**
 * Writes text (UTF-8) through one small buffer. As one long text it would be there three times, and for a file that is
 * written again and again every one of them would stay until it is cleared away. Throws what the file system throws.
 */
export async function writeParts(handle: FileHandle, parts: Iterable<string>): Promise<void> {
  const room = new Uint8Array(ROOM);
  let used = 0;
  const flush = async (): Promise<void> => {
    for (let at = 0; at < used;) at += (await handle.write(room, at, used - at)).bytesWritten;
    used = 0;
  };
  for (const part of parts)
    for (let at = 0; at < part.length;) {
      const { read, written } = encoder.encodeInto(part.slice(at), room.subarray(used));
      at += read;
      used += written;
      if (at < part.length) await flush();
    }
  await flush();
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
