import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { backupReasons } from '../../../shared/ipc/backups.ts';
import { canonicalJson } from '../canonical-json.ts';

const hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
/** Name of a copy without its endings; also what keeps a strange manifest from naming other files. */
export const stemSchema = z.string().check(z.regex(/^(clinic|practice)-\d{8}T\d{9}Z$/));

const factsSchema = z.object({
  schemaVersion: z.literal(1),
  stem: stemSchema,
  kind: z.enum(['clinic', 'practice']),
  /** The record it is a copy of. */
  fileId: hex(16),
  /** The PC that made it. */
  pc: z.string(),
  /** The last row of the chain in the copy. */
  seq: z.int().check(z.gte(0)),
  hash: hex(32),
  /** Of the file, bytes, and the SHA-256 of them. */
  size: z.int().check(z.gte(1)),
  sha256: hex(32),
  createdAt: z.number(),
  reason: z.enum(backupReasons),
  appVersion: z.string(),
  /** `user_version` of the file. */
  schema: z.int(),
  /** Rows of the chain that were checked in the copy, and whether these were all. */
  checkedRows: z.int(),
  checkedWhole: z.boolean(),
});
export type BackupFacts = z.infer<typeof factsSchema>;

/** What stands beside a copy. A copy without it does not count: it is written last. */
export const manifestSchema = z.extend(factsSchema, { mac: hex(32) });
export type BackupManifest = z.infer<typeof manifestSchema>;

/** Signs what is said of a copy under the record's chain key. */
export function signed(facts: BackupFacts, chainKey: Uint8Array): BackupManifest {
  return { ...facts, mac: macOf(facts, chainKey).toString('hex') };
}

/** Whether a manifest was signed under this chain key. */
export function isSigned({ mac, ...facts }: BackupManifest, chainKey: Uint8Array): boolean {
  return timingSafeEqual(Buffer.from(mac, 'hex'), macOf(facts, chainKey));
}

/** The name of a copy made at a moment, epoch ms; in order of time. */
export function stemOf(kind: BackupFacts['kind'], createdAt: number): string {
  return `${kind}-${new Date(createdAt).toISOString().replaceAll(/[-:.]/g, '')}`;
}

/** The files that make a copy. */
export function filesOf(stem: string): {
  readonly database: string;
  readonly manifest: string;
  readonly vault: string;
} {
  return { database: `${stem}.db`, manifest: `${stem}.json`, vault: `${stem}.vault.json` };
}

function macOf(facts: BackupFacts, chainKey: Uint8Array): Buffer {
  return createHmac('sha256', chainKey).update('stillroom backup 1\n').update(canonicalJson(facts)).digest();
}
