import * as z from 'zod/mini';
import { archiveCountsSchema, archiveSelectionSchema } from '../../../shared/people/archive.ts';
import { roles } from '../../../shared/people/people.ts';
import { clockReadingSchema } from '../../../shared/time/clock.ts';

/** The lines of an archive, described in docs/ARCHIVE.md. A change of their form is a new version. */
export const ARCHIVE_FORMAT = 'stillroom archive';
export const ARCHIVE_VERSION = 1;

const count = z.int().check(z.gte(0));
const place = z.int().check(z.gte(1));
const text = z.string().check(z.minLength(1), z.maxLength(200));
const hex = z.string().check(z.regex(/^(?:[0-9a-f]{2})+$/), z.maxLength(200));
/** Bytes in base64, by their number. */
const bytes = (length: number) =>
  z.string().check(z.length(Math.ceil(length / 3) * 4), z.regex(/^[A-Za-z0-9+/]+={0,2}$/));

/** First of all, and the only part that is read before it is known whether the rest can be. */
export const formSchema = z.object({ line: z.literal('header'), format: z.string(), version: place });

export const headerSchema = z.object({
  line: z.literal('header'),
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  /** Random. */
  archiveId: text,
  kind: z.enum(['clinic', 'practice']),
  /** Random id of the record file, 16 bytes. */
  record: hex,
  pc: text,
  /** Epoch ms. */
  createdAt: z.number(),
  selection: archiveSelectionSchema,
  /** The end of the record's chain when the archive was made. */
  head: z.object({ seq: count, hash: hex }),
  counts: archiveCountsSchema,
  /** Ids of sessions that were not over and so were left out. */
  leftOut: z.array(text),
});
export type HeaderLine = z.infer<typeof headerSchema>;

/** A version of a protocol or of music; `hash` is the SHA-256, hex, of the bytes of `body`. */
export const contentSchema = z.object({
  line: z.literal('content'),
  hash: hex,
  kind: z.enum(['protocol', 'music']),
  body: z.string(),
});
export type ContentLine = z.infer<typeof contentSchema>;

/** Who is behind a staff id: for readers of an archive of less than everything, which holds no staff stream. */
export const staffLineSchema = z.object({
  line: z.literal('staff'),
  staffId: text,
  name: text,
  role: z.enum(roles),
});
export type StaffLine = z.infer<typeof staffLineSchema>;

/** One event: every column of the record, and its body as the text that lies there. */
export const eventLineSchema = z.object({
  line: z.literal('event'),
  /** Place in the record it comes from. */
  seq: place,
  stream: text,
  streamSeq: place,
  recordedAt: clockReadingSchema,
  occurredAt: z.number(),
  sessionMs: z.nullable(z.number()),
  author: text,
  pc: text,
  commandId: z.nullable(text),
  version: place,
  commitment: bytes(32),
  prevHash: bytes(32),
  hash: bytes(32),
  /** Both null where the body was erased; `erasure` then names the stream of the proof. */
  salt: z.nullable(bytes(16)),
  body: z.nullable(z.string()),
  erasure: z.nullable(text),
});
export type EventLine = z.infer<typeof eventLineSchema>;

/** The last line: how many came before it and the SHA-256, hex, of their bytes, line feeds included. */
export const endSchema = z.object({ line: z.literal('end'), lines: count, events: count, sha256: hex });
export type EndLine = z.infer<typeof endSchema>;
