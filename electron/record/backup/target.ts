import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { writeWholeSync } from '../durable.ts';

/** Lies in a folder that a clinic chose. Where a share or stick is not connected, its empty place has none. */
const MARK = 'stillroom-backups.json';
const markSchema = z.object({ schemaVersion: z.literal(1) });

/** Whether a folder is one that was chosen for copies and is connected now. */
export function isTarget(folder: string): boolean {
  try {
    return markSchema.safeParse(JSON.parse(readFileSync(path.join(folder, MARK), 'utf8'))).success;
  } catch {
    return false;
  }
}

/** Marks a folder as chosen for copies. Throws what the file system throws. */
export function markTarget(folder: string): void {
  if (!isTarget(folder)) writeWholeSync(path.join(folder, MARK), Buffer.from(JSON.stringify({ schemaVersion: 1 })));
}
