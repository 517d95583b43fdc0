import * as z from 'zod/mini';
import { leavingKinds } from '../export/kinds.ts';
import { roles } from './people.ts';

/** Version of the audit bodies written today. */
export const AUDIT_BODY_VERSION = 1;
/** The one stream of who came, who was turned away and who changed what about people. */
export const AUDIT_STREAM = 'audit';

export const pinRefusals = ['wrongPin', 'mustWait', 'unknown', 'left', 'roleMissing'] as const;
export type PinRefusal = (typeof pinRefusals)[number];

/** Bodies of the stream `audit`. Staff and patients by id only; no digit of a PIN, right or wrong. */
export const auditBodySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('signedIn'), staffId: z.string() }),
  z.object({ type: z.literal('signedOut'), staffId: z.string() }),
  z.object({ type: z.literal('signInFailed'), staffId: z.string(), why: z.enum(pinRefusals) }),
  /** A PIN asked for one act (a second check, an override) was refused. */
  z.object({ type: z.literal('pinRefused'), staffId: z.string(), why: z.enum(pinRefusals) }),
  z.object({ type: z.literal('staffAdded'), staffId: z.string(), role: z.enum(roles) }),
  z.object({ type: z.literal('staffEdited'), staffId: z.string(), role: z.enum(roles), active: z.boolean() }),
  z.object({ type: z.literal('staffPinChanged'), staffId: z.string() }),
  z.object({ type: z.literal('recoveryKeyMade') }),
  z.object({ type: z.literal('openedByRecoveryKey') }),
  z.object({ type: z.literal('passphraseChanged') }),
  z.object({ type: z.literal('dataKeysReplaced') }),
  /** A session was written to another disk; `unsaved` of its entries were not in the record then. */
  z.object({ type: z.literal('emergencyCopyMade'), sessionId: z.string(), entries: z.int(), unsaved: z.int() }),
  z.object({ type: z.literal('emergencyCopyOpened'), sessionId: z.string() }),
  z.object({ type: z.literal('retentionSet'), years: z.nullable(z.int()) }),
  z.object({ type: z.literal('holdPlaced'), patientId: z.string() }),
  z.object({ type: z.literal('holdLifted'), patientId: z.string() }),
  /** A copy took the record's place: which one, and what the record that went is called now. */
  z.object({
    type: z.literal('restored'),
    stem: z.string(),
    copySeq: z.int(),
    entriesLeftBehind: z.nullable(z.int()),
    aside: z.nullable(z.string()),
  }),
  z.object({
    type: z.literal('archiveExportBegun'),
    archiveId: z.string(),
    what: z.enum(['everything', 'patient', 'course', 'days']),
  }),
  /**
   * Sessions were about to be written out of the app, or printed: what of them, and which. A long selection stands in several
   * of these, `part` of `parts`, under one `exportId`.
   */
  z.object({
    type: z.literal('exportBegun'),
    exportId: z.string(),
    what: z.enum(leavingKinds),
    practice: z.boolean(),
    sessions: z.int(),
    sessionIds: z.array(z.string()),
    part: z.int(),
    parts: z.int(),
  }),
  /** What the clinic's FHIR server said to a session that was sent: where it is there and in which version, or why not. */
  z.object({
    type: z.literal('serverAnswered'),
    sessionId: z.string(),
    accepted: z.boolean(),
    code: z.nullable(z.string()),
    location: z.nullable(z.string()),
    versionId: z.nullable(z.string()),
  }),
  /** The owner's word on the clinic's FHIR server: whether it is on, and whether sessions go by themselves once they are signed. */
  z.object({ type: z.literal('sendingSet'), on: z.boolean(), whenSigned: z.boolean(), server: z.nullable(z.string()) }),
  /** Somebody had a session's record open for a while, which is no signature: once a day and person. */
  z.object({ type: z.literal('recordRead'), sessionId: z.string(), practice: z.boolean() }),
  /** `pc` is the one that the archive comes from. */
  z.object({ type: z.literal('archiveImportBegun'), archiveId: z.string(), pc: z.string() }),
]);
export type AuditBody = z.infer<typeof auditBodySchema>;
