import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { writeWholeSync } from '../durable.ts';
import { stemSchema, type BackupManifest } from './manifest.ts';

const sentSchema = z.object({ to: z.string(), stem: stemSchema, createdAt: z.number() });
/** The last copy that arrived in the clinic's folder, kept beside the copies: the folder itself may be away. */
export type LastSent = z.infer<typeof sentSchema>;

const NAME = 'sent';

/** What was sent last from a folder of copies, or null. */
export function lastSent(folder: string): LastSent | null {
  try {
    const parsed = sentSchema.safeParse(JSON.parse(readFileSync(path.join(folder, NAME), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Notes it. */
export function noteSent(folder: string, to: string, { stem, createdAt }: BackupManifest): void {
  const sent: LastSent = { to, stem, createdAt };
  writeWholeSync(path.join(folder, NAME), Buffer.from(JSON.stringify(sent), 'utf8'));
}
