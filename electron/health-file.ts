import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { lastCheckSchema, type LastCheck } from '../shared/record/health.ts';
import { writeWhole } from './record/whole-file.ts';

const fileSchema = z.object({ schemaVersion: z.literal(1), clinic: z.nullable(lastCheckSchema) });

/** The last whole check, as this PC remembers it; null where there was none or the file does not say. Nothing clinical. */
export async function readLastCheck(file: string): Promise<LastCheck | null> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    const parsed = fileSchema.safeParse(value);
    return parsed.success ? parsed.data.clinic : null;
  } catch {
    return null;
  }
}

/** Remembers a check. Failing to is no failure of the check: it is then made again sooner. */
export async function writeLastCheck(file: string, clinic: LastCheck): Promise<void> {
  const text = JSON.stringify({ schemaVersion: 1, clinic }, null, 2);
  await writeWhole(file, async (handle) => handle.writeFile(text, 'utf8')).catch(() => undefined);
}
