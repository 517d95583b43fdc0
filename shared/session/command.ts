import * as z from 'zod/mini';
import { choiceSchema, intakeLanguages, noneKinds } from '../intake/choice.ts';
import { sceneSchema } from '../lights/scene.ts';
import { practiceActs } from '../practice/acts.ts';
import { sheetCommands } from '../questionnaires/sheet-rules.ts';
import { emergencySteps, leavingWays, pauseReasons, stopReasons } from './event-bodies.ts';
import { adverseCommands } from './adverse-commands.ts';
import { attentionCommands } from './attention-commands.ts';
import { id } from './body.ts';
import { careCommands } from './care-commands.ts';
import { agoMs, command, note, reason, signature, text } from './command-parts.ts';
import { gateCommands } from './gate-commands.ts';
import { patientCopyCommands } from './patient-copy-commands.ts';
import { pumpCommands } from './pump-commands.ts';
import { preparationCommands } from './preparation-commands.ts';
import { readingCommands } from './reading-commands.ts';
import { signCommands } from './sign-commands.ts';

/**
 * What a window may ask of a session. Ids of new things (readings, marks, medicines) are made by the window, so that a
 * repeat is recognised. PINs are checked in main and never reach `decide` or the record.
 */
export const sessionCommandSchema = z.discriminatedUnion('type', [
  command('beginPreChecks', {}),
  command('noteWishes', { intention: note, wishes: note }),
  command('chooseMusic', { musicHash: z.string(), title: text(120) }),
  /** None of ours from now on: quiet, or the patient's own phone. */
  command('chooseNoMusic', { wish: z.enum(noneKinds) }),
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
  ...sheetCommands,
  ...preparationCommands,
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
    witness: z.nullable(signature),
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
  command('finish', { how: z.enum(leavingWays), escort: note, note, told: z.optional(note), agoMs }),

  ...readingCommands,
  ...attentionCommands,
  ...gateCommands,
  command('amendTime', { what: z.enum(['started', 'pumpStopped']), at: z.number(), reason }),

  ...careCommands,
  ...pumpCommands,
  ...patientCopyCommands,
  ...signCommands,
  ...adverseCommands,
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
  /** At the side of a simulated patient. */
  command('practise', { act: z.enum(practiceActs) }),
]);
export type SessionCommand = z.infer<typeof sessionCommandSchema>;
export type SessionCommandType = SessionCommand['type'];

/**
 * A command on its way: `commandId` makes a repeat recognisable, `seenSeq` is the last event its sender had seen. `as`:
 * somebody else than who is signed in enters this one (`signedEntries`), and says so with their own PIN.
 */
export const commandEnvelopeSchema = z.object({
  sessionId: id,
  commandId: id,
  seenSeq: z.int().check(z.gte(0)),
  command: sessionCommandSchema,
  as: z.optional(signature),
});
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>;
