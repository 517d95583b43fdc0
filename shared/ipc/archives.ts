import * as z from 'zod/mini';
import { archivePreviewSchema, archiveSelectionSchema } from '../people/archive.ts';
import { nothing, signedSchema, text } from './fields.ts';

const room = ['room'] as const;

/** Requests about archives. */
export const archiveRequests = {
  /** A generated passphrase for an archive. */
  'archive.words': { windows: room, args: nothing, data: z.object({ passphrase: text(200) }) },
  /** Asks for a place and begins `archiveExport`; `begun` false where that question was left. */
  'archive.export': {
    windows: room,
    args: z.object({
      selection: archiveSelectionSchema,
      passphrase: z.string().check(z.minLength(12), z.maxLength(200)),
      signed: signedSchema,
    }),
    data: z.object({
      begun: z.boolean(),
      /** Sessions that are not over. */
      leftOut: z.array(z.object({ patientName: z.nullable(z.string()), createdAt: z.number() })),
    }),
  },
  /** Asks for a file and begins `archiveLook`, whose finding `archive.seen` tells. */
  'archive.look': { windows: room, args: z.object({ passphrase: text(200) }), data: z.object({ begun: z.boolean() }) },
  'archive.seen': {
    windows: room,
    args: nothing,
    data: z.object({ preview: z.nullable(archivePreviewSchema), file: text(400) }),
  },
  /** Begins `archiveImport` of the archive that was looked at. */
  'archive.import': { windows: room, args: z.object({ signed: signedSchema }), data: nothing },
} as const;
