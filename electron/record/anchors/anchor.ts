import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { canonicalJson } from '../canonical-json.ts';

/** Why the head of the chain was noted outside the record. */
export const anchorReasons = [
  'start',
  'minute',
  'sessionEnd',
  'backup',
  'print',
  'export',
  'keyChange',
  'close',
  'restored',
] as const;
export type AnchorReason = (typeof anchorReasons)[number];

const DOMAIN = 'stillroom anchor 1\n';
const hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));
const head = { seq: z.int().check(z.gte(0)), hash: hex(32) };

/**
 * The head of the chain at a moment. `n` counts the notes of a record and never goes back; `file` is the record's
 * 16-byte id, `seq` 0 stands for an empty record, `at` is epoch ms. A note of a restore says from which head the record
 * went to the one it carries, up to which entry (`fork`) the two are the same, and by whose hand; `from` and `fork` are
 * missing where the record that went could not be read.
 */
export const anchorSchema = z.object({
  n: z.int().check(z.gte(1)),
  file: hex(16),
  ...head,
  at: z.number(),
  reason: z.enum(anchorReasons),
  from: z.optional(z.object(head)),
  fork: z.optional(head.seq),
  by: z.optional(z.string().check(z.maxLength(100))),
});
export type Anchor = z.infer<typeof anchorSchema>;

const lineSchema = z.extend(anchorSchema, { mac: hex(32) });

/** One line of the file, without its line break: the note and its HMAC-SHA-256 under the chain key. */
export function anchorLine(anchor: Anchor, chainKey: Uint8Array): string {
  const body = anchorSchema.parse(anchor);
  return canonicalJson({ ...body, mac: macOf(body, chainKey).toString('hex') });
}

/** The note of a line, or null where it is not whole or was not signed with the chain key. */
export function anchorOf(line: string, chainKey: Uint8Array): Anchor | null {
  const parsed = lineSchema.safeParse(jsonOf(line));
  if (!parsed.success) return null;
  const { mac, ...anchor } = parsed.data;
  return timingSafeEqual(Buffer.from(mac, 'hex'), macOf(anchor, chainKey)) ? anchor : null;
}

function macOf(anchor: Anchor, chainKey: Uint8Array): Buffer {
  return createHmac('sha256', chainKey)
    .update(DOMAIN + canonicalJson(anchor))
    .digest();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
