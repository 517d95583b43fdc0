import * as z from 'zod/mini';
import { choiceSchema, intakeLanguages } from '../intake/choice.ts';
import { sceneSchema } from '../lights/scene.ts';
import { readingPartsSchema } from '../vitals/reading.ts';
import {
  checkLists,
  emergencySteps,
  id,
  leavingWays,
  markKinds,
  orderSchema,
  pauseReasons,
  stopReasons,
} from './event-bodies.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const note = z.nullable(text(2000));
const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));
/** The pump is the truth and a press reports it: how long ago it happened, ms (now, 1, 2 or 5 minutes; at most 30). */
const agoMs = z.int().check(z.gte(0), z.lte(30 * 60_000));
const pin = z.string().check(z.regex(/^\d{4,8}$/));
const command = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

/**
 * What a window may ask of a session. Ids of new things (readings, marks, medicines) are made by the window, so that a
 * repeat is recognised. PINs are checked in main and never reach `decide` or the record.
 */
export const sessionCommandSchema = z.discriminatedUnion('type', [
  command('beginPreChecks', {}),
  command('answerCheck', {
    list: z.enum(checkLists),
    itemId: id,
    answer: z.nullable(z.enum(['done', 'yes', 'no', 'accepted', 'declined', 'notApplicable', 'value'])),
    value: note,
  }),
  command('noteWishes', { intention: note, wishes: note }),
  command('chooseMusic', { musicHash: z.string(), title: text(120) }),
  command('openIntake', { language: z.enum(intakeLanguages), ownFiles: z.nullable(text(128)) }),
  /** `music`: what the wish leads to, by content, where main knows it. */
  command('keepIntake', {
    by: z.enum(['patient', 'staff']),
    choice: choiceSchema,
    music: z.nullable(z.object({ musicHash: z.string(), title: text(120) })),
  }),
  command('askIntakeHelp', {}),
  command('answerIntakeHelp', {}),
  command('restIntake', {}),
  command('closeIntake', {}),
  command('enterOrder', { order: orderSchema }),
  command('checkOrder', { checkerId: id, pin }),
  command('acceptBaseline', { readingId: id }),
  command('override', {
    reason,
    by: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('prescriber'), staffId: id, pin }),
      z.object({
        kind: z.literal('telephone'),
        prescriber: z.string().check(z.minLength(1), z.maxLength(120)),
        at: z.number(),
        readBack: z.literal(true),
      }),
    ]),
  }),
  command('signTelephoneOrder', { staffId: id, pin }),
  command('settleIn', {}),
  command('start', { agoMs }),
  command('takeBackStart', { reason }),
  command('doNotGive', { reason, postponed: z.boolean() }),
  command('pausePump', { reason: z.enum(pauseReasons), pumpStands: z.boolean(), note, agoMs }),
  command('resumePump', { agoMs }),
  command('changeLength', { plannedMs: z.int(), reason: note }),
  command('stopPump', { reason: z.enum(stopReasons), note, agoMs }),
  command('recordDose', {
    mgGiven: z.number().check(z.gte(0), z.lte(2000)),
    mgDiscarded: z.number().check(z.gte(0), z.lte(2000)),
    witness: z.nullable(z.object({ staffId: id, pin })),
    note,
  }),
  command('beginRest', {}),
  command('endRest', {}),
  command('keepOwnWords', { text: reason }),
  command('score', {
    scale: z.enum(['aldrete', 'padss']),
    items: z.record(z.string(), z.int()),
    judgement: z.enum(['fit', 'notYet']),
  }),
  command('finish', { how: z.enum(leavingWays), escort: note, note, agoMs }),

  /** `confirmed`: codes of the unlikely values the nurse confirmed; `dueId` null lets the engine find the due reading. */
  command('takeReading', {
    readingId: id,
    parts: readingPartsSchema,
    takenAt: z.number(),
    confirmed: z.array(z.string()),
  }),
  command('readingNotObtained', { readingId: id, dueId: z.nullable(id), reason, takenAt: z.number() }),
  command('amendReading', {
    readingId: id,
    parts: readingPartsSchema,
    takenAt: z.number(),
    reason,
    confirmed: z.array(z.string()),
  }),
  command('withdrawReading', { readingId: id, reason }),
  command('amendTime', { what: z.enum(['started', 'pumpStopped']), at: z.number(), reason }),

  command('mark', { markId: id, kind: z.enum(markKinds), note, agoMs }),
  command('takeBackMark', { markId: id }),
  command('detailMark', {
    markId: id,
    severity: z.nullable(z.enum(['mild', 'moderate', 'severe'])),
    settled: z.boolean(),
    note,
  }),
  command('giveMedication', {
    medicationId: id,
    drug: z.string().check(z.minLength(1), z.maxLength(80)),
    dose: z.string().check(z.minLength(1), z.maxLength(40)),
    route: z.string().check(z.minLength(1), z.maxLength(20)),
    checkedBy: note,
    orderedBy: note,
    agoMs,
  }),
  command('note', { text: reason }),
  command('claim', { seqs: z.array(z.int()) }),
  command('disown', { seqs: z.array(z.int()), reason }),

  command('beginEmergency', {}),
  command('emergencyStep', { step: z.enum(emergencySteps), note }),
  command('endEmergency', {}),

  command('setLights', { scene: sceneSchema, fadeMs: z.int().check(z.gte(0), z.lte(600_000)) }),
  /** Every lamp full, at once, whatever is under way. */
  command('lightsFull', {}),
  /** Light cues wait, also that of the return and of recovery; released, the last one due comes, gently. */
  command('holdLights', {}),
  command('releaseLights', {}),
  command('comfort', { markId: id }),
  command('comfortBack', {}),
  command('backToSheet', {}),
  /** Before the start: the patient sees how dark it will get at most. */
  command('showDarkest', {}),
  command('endDarkest', {}),
  command('setVolume', { level: z.number().check(z.gte(0), z.lte(1)) }),
  /** Of wireless headphones, whose charge no browser tells: somebody looked. */
  command('confirmCharged', { label: z.string().check(z.maxLength(200)) }),
  command('soften', {}),
  command('softenBack', {}),
  command('lowerForVoice', {}),
  command('raiseAfterVoice', {}),
  command('nextTrack', {}),
  command('silence', {}),
  command('restoreSound', {}),
  command('tellGap', { gapMs: z.int().check(z.gte(0), z.lte(24 * 3_600_000)) }),
  command('goOn', {}),
]);
export type SessionCommand = z.infer<typeof sessionCommandSchema>;
export type SessionCommandType = SessionCommand['type'];

/** A command on its way: `commandId` makes a repeat recognisable, `seenSeq` is the last event its sender had seen. */
export const commandEnvelopeSchema = z.object({
  sessionId: id,
  commandId: id,
  seenSeq: z.int().check(z.gte(0)),
  command: sessionCommandSchema,
});
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>;
