import { readFile, rename } from 'node:fs/promises';
import * as z from 'zod/mini';
import { writeWhole } from '../record/whole-file.ts';
import { base64, deriveSchema, sealedSchema } from './seal.ts';

/** Form of the vault file written today. */
export const VAULT_SCHEMA_VERSION = 2;

/** One way to the vault key: wrapped by the operating system, or sealed under a passphrase or a printed recovery key. */
const wrappingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keychain'), wrapped: z.string().check(z.minLength(1), z.maxLength(10_000)) }),
  z.object({ kind: z.literal('passphrase'), derive: deriveSchema, sealed: sealedSchema }),
  /** `madeAt`: epoch ms. */
  z.object({ kind: z.literal('recovery'), madeAt: z.number(), salt: base64, sealed: sealedSchema }),
]);
export type Wrapping = z.infer<typeof wrappingSchema>;

/**
 * `inUse`: records were opened with these keys, so missing ones are lost and never made anew. `nextKeys`: keys that are
 * taking over from `keys`; while they stand there, each record opens with one of the two, and which one it is is found
 * by trying.
 */
const vaultFileSchema = z.object({
  schemaVersion: z.literal(VAULT_SCHEMA_VERSION),
  inUse: z.boolean(),
  wrappings: z.array(wrappingSchema).check(z.minLength(1)),
  keys: sealedSchema,
  nextKeys: z.nullable(sealedSchema),
});
export type VaultFile = z.infer<typeof vaultFileSchema>;

/** The first form: neither recovery key nor next keys. Read for ever, written as today's at the next change. */
const firstVaultSchema = z.object({
  schemaVersion: z.literal(1),
  inUse: z.boolean(),
  wrappings: z.array(wrappingSchema).check(z.minLength(1)),
  keys: sealedSchema,
});

export type VaultRead =
  | { readonly kind: 'vault'; readonly vault: VaultFile }
  | { readonly kind: 'missing' | 'damaged' }
  | { readonly kind: 'newer'; readonly version: number };

/** Reads a vault file; throws what the file system throws, a missing file excepted. */
export async function readVaultFile(file: string): Promise<VaultRead> {
  const text = await textOf(file);
  if (text === null) return { kind: 'missing' };
  const value = jsonOf(text);
  const versioned = z.object({ schemaVersion: z.int() }).safeParse(value);
  if (versioned.success && versioned.data.schemaVersion > VAULT_SCHEMA_VERSION) {
    return { kind: 'newer', version: versioned.data.schemaVersion };
  }
  const first = firstVaultSchema.safeParse(value);
  if (first.success)
    return { kind: 'vault', vault: { ...first.data, schemaVersion: VAULT_SCHEMA_VERSION, nextKeys: null } };
  const parsed = vaultFileSchema.safeParse(value);
  return parsed.success ? { kind: 'vault', vault: parsed.data } : { kind: 'damaged' };
}

/** Writes a vault file and its copy, each whole or not at all: beside it, synced, renamed, the folder synced. */
export async function writeVaultFile(file: string, vault: VaultFile): Promise<void> {
  const text = JSON.stringify(vaultFileSchema.parse(vault), null, 2);
  for (const place of [file, copyOf(file)]) await writeWhole(place, (handle) => handle.writeFile(text, 'utf8'));
}

/** Where the copy of a vault file lies. */
export function copyOf(file: string): string {
  return `${file}.copy`;
}

/** Moves a damaged file aside under a name that is free; nothing is deleted. */
export async function setAside(file: string): Promise<void> {
  for (let number = 1; ; number += 1) {
    const place = `${file}.damaged-${number}`;
    if ((await textOf(place)) === null) return rename(file, place);
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
