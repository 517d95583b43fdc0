import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const count = z.int().check(z.gte(0));

/** What an archive holds. Sessions go whole or not at all; a session brings its patient and its course along. */
export const archiveSelectionSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('everything') }),
  z.object({ what: z.literal('patient'), patientId: id }),
  z.object({ what: z.literal('course'), courseId: id }),
  /** Sessions made in [from, to), epoch ms. */
  z.object({ what: z.literal('days'), from: z.number(), to: z.number() }),
]);
export type ArchiveSelection = z.infer<typeof archiveSelectionSchema>;

/** How much an archive holds. */
export const archiveCountsSchema = z.object({
  events: count,
  sessions: count,
  patients: count,
  courses: count,
  staff: count,
  contents: count,
});
export type ArchiveCounts = z.infer<typeof archiveCountsSchema>;

/** How many of something an import would add, and how many are here already. */
const mergedSchema = z.object({ fresh: count, known: count });

/** What an import would do, before it does it. */
export const archivePreviewSchema = z.object({
  archiveId: id,
  /** Random id of the PC that wrote it; `samePc` where it is this one. */
  pc: id,
  samePc: z.boolean(),
  /** Epoch ms. */
  createdAt: z.number(),
  selection: archiveSelectionSchema,
  counts: archiveCountsSchema,
  events: mergedSchema,
  /** A session, patient or staff member is fresh where nothing of it is here. */
  sessions: mergedSchema,
  patients: mergedSchema,
  staff: mergedSchema,
  /** Sessions known here that the archive continues. */
  continued: count,
  /** Sessions that went different ways on two PCs: left as they are here. */
  conflicts: count,
  /** Entries of patients erased here: their content is not taken back. */
  erasedHere: count,
  /** Entries erased elsewhere and still here: they stay. */
  erasedThere: count,
});
export type ArchivePreview = z.infer<typeof archivePreviewSchema>;
