import * as z from 'zod/mini';
import { nothing, passphrase, signedSchema, text } from './fields.ts';
import { staffSchema } from '../people/people.ts';

/** Where copies to restore from lie: on this PC, in the clinic's own folder, or in one that somebody picks. */
export const copyPlaces = ['here', 'outside', 'pick'] as const;
export type CopyPlace = (typeof copyPlaces)[number];

/** Why a copy was made. */
export const backupReasons = ['sessionEnd', 'daily', 'quit', 'upgrade', 'restore', 'keys', 'asked'] as const;
export type BackupReason = (typeof backupReasons)[number];

/** One copy as a window sees it. Nothing of a patient. */
export const copySchema = z.object({
  stem: z.string(),
  /** Epoch ms. */
  createdAt: z.number(),
  /** Bytes. */
  size: z.number(),
  reason: z.enum(backupReasons),
  /** The last entry of the record that it holds. */
  seq: z.int(),
  checkedWhole: z.boolean(),
});
export type Copy = z.infer<typeof copySchema>;

/** How the copies of this PC's clinic record stand. Times are epoch ms, problems are codes of the text catalogue. */
export const backupsStatusSchema = z.object({
  busy: z.boolean(),
  folder: z.string(),
  /** Newest first. */
  copies: z.array(copySchema),
  problem: z.nullable(z.string()),
  outside: z.object({
    folder: z.nullable(z.string()),
    lastGood: z.nullable(z.number()),
    problem: z.nullable(z.string()),
    nextTry: z.nullable(z.number()),
    busy: z.boolean(),
  }),
});
export type BackupsStatus = z.infer<typeof backupsStatusSchema>;

/** The ways into a copy's keys. */
export const vaultWaysSchema = z.object({ passphrase: z.boolean(), recovery: z.boolean() });

const differenceSchema = z.object({
  entries: z.int(),
  sessions: z.int(),
  patients: z.int(),
  erasures: z.int(),
  named: z.array(z.object({ createdAt: z.number(), patientName: z.nullable(z.string()) })),
});
export type RestoreDifference = z.infer<typeof differenceSchema>;

/** What a restore would change. */
export const restorePreviewSchema = z.object({
  copy: copySchema,
  newestInCopy: z.nullable(z.number()),
  /** Null where the present record cannot be read, or there is none. */
  against: z.nullable(
    z.object({ newestHere: z.nullable(z.number()), gained: differenceSchema, lost: differenceSchema }),
  ),
  /** What was noted beside the record since the copy was made. */
  noted: z.object({ entries: z.int(), sessionsEnded: z.int() }),
  /** Who may sign the restore, as the copy knows them. */
  staff: z.array(staffSchema),
});
export type RestorePreview = z.infer<typeof restorePreviewSchema>;

/** Of the room's window only. */
const request = <A extends z.ZodMiniType, D extends z.ZodMiniType>(args: A, data: D) => ({
  windows: ['room'] as const,
  args,
  data,
});

/** What a window may ask about copies and restoring. */
export const backupRequests = {
  'backups.status': request(nothing, backupsStatusSchema),
  /** Begins the long work `backup`. */
  'backups.now': request(nothing, nothing),
  /** Begins the long work `backupFolder`: asks for a folder, tries it, and sends copies there from then on. */
  'backups.chooseFolder': request(nothing, nothing),
  'backups.tryFolder': request(nothing, z.object({ freeBytes: z.number(), tookMs: z.number() })),
  'backups.leaveFolder': request(nothing, nothing),
  /** Begins the long work `restorePick`: asks for a folder to look for copies in. */
  'restore.pick': request(nothing, nothing),
  /** Copies that could be restored, with or without an open record; `pick`: those in the folder that was picked. */
  'restore.list': request(
    z.object({ where: z.enum(copyPlaces) }),
    z.object({ folder: z.nullable(z.string()), copies: z.array(copySchema), ways: z.nullable(vaultWaysSchema) }),
  ),
  /** A copy of another PC: its keys are opened by its passphrase or recovery key. */
  'restore.open': request(
    z.object({ stem: text(60), kind: z.enum(['passphrase', 'recovery']), secret: text(200) }),
    nothing,
  ),
  /** Begins the long work `restoreStage`: brings a copy beside the record, checks and compares it. */
  'restore.stage': request(z.object({ where: z.enum(copyPlaces), stem: text(60) }), nothing),
  /** What the staged copy would change. Names only for somebody who is signed in. */
  'restore.preview': request(nothing, restorePreviewSchema),
  /** Begins the long work `restore`. `passphrase`: for this PC, where it takes over another one's record and has no key chain. */
  'restore.do': request(
    z.object({ stem: text(60), signed: signedSchema, passphrase: z.nullable(passphrase) }),
    nothing,
  ),
} as const;
