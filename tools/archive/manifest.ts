import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import type { OpenOptions } from '../../electron/record/client.ts';

const key = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Lies beside an archive once it is whole: what it is made of and the keys of its file. */
export const manifestSchema = z.object({
  /** Of the code that made it; another one may make other events. */
  code: z.string(),
  seed: z.int(),
  sessions: z.int(),
  events: z.int(),
  madeInMs: z.number(),
  file: z.string(),
  dataKey: key,
  chainKey: key,
  pc: z.string(),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST = 'archive.json';

/** The manifest of a folder, or null where no whole archive lies in it. */
export function readManifest(folder: string): Manifest | null {
  const file = path.join(folder, MANIFEST);
  if (!existsSync(file)) return null;
  const read = manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return read.success && existsSync(path.join(folder, read.data.file)) ? read.data : null;
}

/** What a made-up archive is opened with. */
export function optionsOf(folder: string, manifest: Manifest): OpenOptions {
  return {
    file: path.join(folder, manifest.file),
    dataKey: Buffer.from(manifest.dataKey, 'hex'),
    chainKey: Buffer.from(manifest.chainKey, 'hex'),
    pc: manifest.pc,
    kind: 'clinic',
    mayCreate: false,
  };
}

/** A hash over the generator's own sources. A file of an older schema is brought up to date when it is opened. */
export function codeOf(): string {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).toSorted()) hash.update(readFileSync(path.join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}
