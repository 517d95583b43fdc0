import * as z from 'zod/mini';

/** What a stream is about: the part of its name before the id. */
export const streamKinds = [
  'session',
  'patient',
  'course',
  'staff',
  'audit',
  'erasure',
  'retention',
  'protocol',
  'other',
] as const;
export type StreamKind = (typeof streamKinds)[number];

/** One thing that a check found: a code of the text catalogue (`finding.<code>`), with its times and numbers. */
export const foundSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Found = z.infer<typeof foundSchema>;

/** What a whole check of the clinic's record left. */
export const lastCheckSchema = z.object({
  /** When it ended, epoch ms. */
  at: z.number(),
  rows: z.int(),
  findings: z.array(foundSchema),
  firstBadSeq: z.nullable(z.int()),
  firstBad: z.nullable(z.object({ about: z.enum(streamKinds), at: z.nullable(z.number()) })),
});
export type LastCheck = z.infer<typeof lastCheckSchema>;

const noted = z.object({ at: z.number(), seq: z.int() });

/** How the clinic's record stands. Sizes in bytes, times epoch ms; null where it is not known. */
export const healthSchema = z.object({
  now: z.number(),
  backup: z.nullable(noted),
  /** Why the last copy failed, a code. */
  backupProblem: z.nullable(z.string()),
  verify: z.nullable(lastCheckSchema),
  sizeBytes: z.nullable(z.number()),
  freeBytes: z.nullable(z.number()),
  /** The first entry's time: how fast the record grows follows from it. */
  since: z.nullable(z.number()),
  entries: z.int(),
  sessions: z.int(),
  key: z.nullable(z.object({ keychain: z.boolean(), passphrase: z.boolean(), recoveryMadeAt: z.nullable(z.number()) })),
  anchor: z.nullable(noted),
  anchorProblem: z.nullable(z.string()),
  /** What the start-up check found. */
  found: z.array(foundSchema),
});
export type Health = z.infer<typeof healthSchema>;

const DAY_MS = 86_400_000;
/** Less than this free on the disk is little, bytes; or less than this many days of growth. */
export const LITTLE_BYTES = 1_000_000_000;
const LITTLE_DAYS = 10;

/** A check is made by itself after so long, ms, and missed after twice that. */
export const CHECK_EVERY_MS = 7 * DAY_MS;

/** What the start-up check says of a normal end that was missed: nothing is wrong with the record. */
const harmless: ReadonlySet<string> = new Set(['record.notClosedCleanly', 'record.anchorsMissing']);

/** Codes of the one line above everything, the gravest first. */
export type Overall =
  | 'changed'
  | 'spaceLow'
  | 'backupFailed'
  | 'backupNone'
  | 'backupOld'
  | 'recoveryNone'
  | 'anchors'
  | 'checkNone'
  | 'checkOld'
  | 'good';

/** Whether everything is in order, or what to see to first. */
export function overall(health: Health): Overall {
  const { backup, verify, now } = health;
  const found = [...health.found, ...(verify?.findings ?? [])];
  if (found.some(({ code }) => !harmless.has(code))) return 'changed';
  if (spaceIsLow(health)) return 'spaceLow';
  if (health.backupProblem !== null) return 'backupFailed';
  if (backup === null) return 'backupNone';
  if (now - backup.at > 2 * DAY_MS) return 'backupOld';
  if (health.key !== null && health.key.recoveryMadeAt === null) return 'recoveryNone';
  if (health.anchorProblem !== null) return 'anchors';
  if (verify === null) return 'checkNone';
  return now - verify.at > 2 * CHECK_EVERY_MS ? 'checkOld' : 'good';
}

/** Whether the disk is nearly full: under 1 GB, or under what ten average days of this record took. */
export function spaceIsLow({ freeBytes, sizeBytes, since, now }: Health): boolean {
  if (freeBytes === null) return false;
  const days = since === null ? 1 : Math.max(1, (now - since) / DAY_MS);
  return freeBytes < Math.max(LITTLE_BYTES, (LITTLE_DAYS * (sizeBytes ?? 0)) / days);
}
