import { createHash } from 'node:crypto';
import { closeSync, fdatasyncSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Bytes written and synced at once: what the disk owes to us is never more, so that an entry's own sync hardly waits. */
const CHUNK = 512 * 1024;
/** How long the disk is left alone after a chunk, in lengths of the chunk's own writing. */
const rests = { calm: 3, brisk: 0.25 } as const;
/** `calm` beside a session, `brisk` where nobody writes. */
export type Pace = keyof typeof rests;

/** Told how many bytes were copied; a `false` ends the copy. */
export type CopyStep = (bytes: number) => boolean;

/**
 * Copies a file, as long as it is at the start, with pauses; on disk when it returns. Bytes that are appended meanwhile are
 * left out. Throws what the file system throws; a half copy is the caller's to remove.
 * @returns the bytes copied, or null where `step` ended it
 */
export async function pacedCopy(from: string, to: string, pace: Pace, step: CopyStep): Promise<number | null> {
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'w', 0o600);
    try {
      return await copyChunks(source, target, pace, step);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

async function copyChunks(source: number, target: number, pace: Pace, step: CopyStep): Promise<number | null> {
  const size = fstatSync(source).size;
  const chunk = Buffer.alloc(CHUNK);
  let place = 0;
  while (place < size) {
    const read = readSync(source, chunk, 0, Math.min(CHUNK, size - place), place);
    if (read === 0) throw new Error('The file became shorter while it was copied');
    const began = performance.now();
    writeWholly(target, chunk.subarray(0, read), place);
    fdatasyncSync(target);
    place += read;
    if (!step(place)) return null;
    await wait((performance.now() - began) * rests[pace]);
  }
  fsyncSync(target);
  return size;
}

/** Writes all of it; a file system may take less at once. */
function writeWholly(target: number, bytes: Uint8Array, at: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(target, bytes, written, bytes.length - written, at + written);
  }
}

/** The SHA-256 of a file, hex, and its size; null where `step` ended it. */
export async function sha256OfFile(
  file: string,
  step: CopyStep,
): Promise<{ readonly sha256: string; readonly size: number } | null> {
  const opened = openSync(file, 'r');
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(CHUNK);
    let size = 0;
    for (let read = readSync(opened, chunk); read > 0; read = readSync(opened, chunk)) {
      hash.update(chunk.subarray(0, read));
      size += read;
      if (!step(size)) return null;
      await wait(0);
    }
    return { sha256: hash.digest('hex'), size };
  } finally {
    closeSync(opened);
  }
}
