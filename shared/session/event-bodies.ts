import * as z from 'zod/mini';
import { choiceSchema, intakeLanguages, noneKinds } from '../intake/choice.ts';
import { clockReadingSchema } from '../time/clock.ts';
import { cueActionSchema } from '../cues/cue.ts';
import { musicPhases } from '../music/set.ts';
import { sceneSchema } from '../lights/scene.ts';
import { practiceActs } from '../practice/acts.ts';
import { event, id, note, words } from './body.ts';
import { carriedBody, sheetBodies } from '../questionnaires/sheet-bodies.ts';
import { adverseBodies } from './adverse-bodies.ts';
import { attentionBodies } from './attention-bodies.ts';
import { careBodies } from './care-bodies.ts';
import { gateBodies } from './gate-bodies.ts';
import { lightBodies, lightReasons } from './light-bodies.ts';
import { patientCopyBodies } from './patient-copy-bodies.ts';
import { pumpBodies } from './pump-bodies.ts';
import { preparationBodies } from './preparation-bodies.ts';
import { readingBodies } from './reading-bodies.ts';
import { signBodies } from './sign-bodies.ts';

const milligrams = z.number().check(z.gte(0), z.lte(2000));

export const pauseReasons = [
  'occlusion',
  'air',
  'bathroom',
  'bloodPressure',
  'patientAsks',
  'patientUp',
  'other',
] as const;
export const stopReasons = [
  'complete',
  'patientAsks',
  'bloodPressure',
  'oxygen',
  'distress',
  'vomiting',
  'line',
  'emergency',
  'other',
] as const;
export const leavingWays = ['fit', 'againstAdvice', 'hospital', 'noEscort'] as const;
export const emergencySteps = ['oxygen', 'ambulance', 'doctor', 'drug'] as const;

/** What the patient wants of the hour, as told to the nurse. */
export const wishesSchema = z.object({
  intention: note,
  wishes: note,
});

/** A scenario by name, and the number that makes this patient. */
export const simulationSchema = z.object({
  scenario: z.string().check(z.minLength(1), z.maxLength(40)),
  seed: z.int().check(z.gte(0), z.lte(999_999)),
});

/**
 * Bodies of a session's events, version 1. A body that was ever written is never changed: a new form is a new version
 * with an upcaster. Times ending in `At` are epoch ms; the envelope's `occurredAt` is the moment the event is about.
 */
export const sessionBodySchema = z.discriminatedUnion('type', [
  event('created', {
    patientId: z.nullable(id),
    courseId: z.nullable(id),
    infusionNumber: z.nullable(z.int()),
    plannedInfusions: z.nullable(z.int()),
    practice: z.boolean(),
    protocolHash: z.string(),
    musicHash: z.nullable(z.string()),
    plannedMs: z.int(),
    room: z.string(),
    timeZone: z.string(),
    /** Of a practice with a simulated patient: which one. */
    simulation: z.optional(simulationSchema),
  }),
  event('preChecksBegun', {}),
  event('wishesNoted', { ...wishesSchema.shape }),
  event('musicChosen', { musicHash: z.string(), title: z.string() }),
  /** None of ours from now on, by a word of the patient: what sounds fades out, and none begins by itself. */
  event('noMusicChosen', { wish: z.enum(noneKinds) }),
  /** The screen was handed to the patient; `ownFiles`: the set of their own music, by hash. */
  event('intakeOpened', { language: z.enum(intakeLanguages), ownFiles: z.nullable(z.string()) }),
  /** The choice as it stands; the author of the patient's own is who handed the screen over. */
  event('intakeKept', { by: z.enum(['patient', 'staff']), choice: choiceSchema }),
  event('intakeHelpAsked', {}),
  event('intakeHelpAnswered', {}),
  /** The patient is done: the screen rests. */
  event('intakeRested', {}),
  event('intakeClosed', {}),
  ...sheetBodies,
  carriedBody,
  ...preparationBodies,
  event('settledIn', {}),
  event('started', { plannedMs: z.int() }),
  event('startTakenBack', { reason: words }),
  event('notGiven', { reason: words, postponed: z.boolean() }),
  /** `pumpStands` false: the nurse reports trouble but the pump runs on; session time then runs on as well. */
  event('pumpPaused', { reason: z.enum(pauseReasons), pumpStands: z.boolean(), note }),
  event('pumpResumed', {}),
  event('lengthChanged', { plannedMs: z.int(), reason: note }),
  event('zeroReached', {}),
  event('pumpStopped', { reason: z.enum(stopReasons), early: z.boolean(), note }),
  event('doseRecorded', { mgGiven: milligrams, mgDiscarded: milligrams, witnessId: z.nullable(id), note }),
  event('restBegun', {}),
  event('restEnded', {}),
  event('ownWordsKept', { text: words }),
  event('scored', {
    scale: z.enum(['aldrete', 'padss']),
    items: z.record(z.string(), z.int()),
    total: z.int(),
    judgement: z.enum(['fit', 'notYet']),
  }),
  /** `note`: the reason of leaving otherwise than fit; `told`: who was told of that. */
  event('finished', { how: z.enum(leavingWays), escort: note, note, told: z.optional(note) }),

  ...readingBodies,
  ...attentionBodies,
  ...gateBodies,
  event('timeAmended', { what: z.enum(['started', 'pumpStopped']), at: z.number(), reason: words }),

  ...careBodies,
  ...pumpBodies,
  ...patientCopyBodies,
  ...signBodies,
  ...adverseBodies,
  event('claimed', { seqs: z.array(z.int()) }),
  event('disowned', { seqs: z.array(z.int()), reason: words }),

  event('emergencyBegun', {}),
  event('emergencyStep', { step: z.enum(emergencySteps), note }),
  event('emergencyEnded', {}),

  /** A cue came due and is being carried out; its outcome follows as `cueSent` or `cueFailed`. */
  event('cueFired', { cueId: id, action: cueActionSchema }),
  event('cueSent', { cueId: id }),
  event('cueFailed', { cueId: id, code: z.string() }),
  event('cuePassed', { cueId: id, why: z.enum(['superseded', 'stopped', 'taken back']) }),
  event('lightsSet', {
    scene: sceneSchema,
    fadeMs: z.int(),
    why: z.enum(lightReasons),
  }),
  ...lightBodies,

  event('trackStarted', {
    trackId: id,
    title: z.string(),
    phase: z.enum(musicPhases),
    positionMs: z.number(),
    why: z.enum(['plan', 'next', 'chosen', 'restore']),
    /** Tracks that were asked away before they could begin, in order. */
    passedOver: z.optional(z.array(id)),
    /** The phase of the hour in which it began, and over how long it came in (ms). */
    inPhase: z.optional(z.enum(musicPhases)),
    fadeInMs: z.optional(z.number().check(z.gte(0))),
  }),
  event('trackFailed', { trackId: id, code: z.string(), title: z.optional(z.string()) }),
  /** 0 to 1, what the nurse set; `softer` remembers the level before it. */
  event('volumeSet', { level: z.number().check(z.gte(0), z.lte(1)) }),
  event('softened', {}),
  event('softenedBack', {}),
  /** "Speak": the music sinks under a voice until the next press. */
  event('loweredForVoice', {}),
  event('raisedAfterVoice', {}),
  event('nextAsked', {}),
  event('silenced', {}),
  event('soundRestored', {}),
  event('playerLost', {}),
  event('playerBack', {}),
  /** Wireless headphones were looked at before the start: charged. */
  event('chargeConfirmed', { label: z.string() }),
  /** The headphones are gone, and the music is heard nowhere until they, or others, are there. */
  event('outputLost', {
    label: z.string(),
    /** They were paused on themselves, and stay gone until they play again. */
    paused: z.optional(z.literal(true)),
  }),
  event('outputReturned', { label: z.string() }),
  /** Other headphones, by hand; null: where the system plays. */
  event('outputChosen', { label: z.nullable(z.string()) }),
  /** The loudest that the headphones in use may play from now on, 0 to 1 of what they can. */
  event('capSet', { label: z.string(), cap: z.number() }),

  event('slept', { byMs: z.number() }),
  event('stalled', { byMs: z.number() }),
  event('clockJumped', { byMs: z.number() }),
  /** The app was away. `heartbeat` is the last sign of life; `wallBehind`: after a reboot the wall stands before it, so the gap is unknown. */
  event('restarted', {
    heartbeat: clockReadingSchema,
    sameBoot: z.boolean(),
    gapMs: z.number(),
    wallBehind: z.boolean(),
  }),
  /** Something done at the side of a simulated patient: practice only. */
  event('practised', { act: z.enum(practiceActs) }),
  /** The nurse said how long a gap of unknown length was, ms. */
  event('gapTold', { gapMs: z.number().check(z.gte(0)) }),
  /** The one press after a long gap: cues and music go on. */
  event('wentOn', {}),
]);
export type SessionBody = z.infer<typeof sessionBodySchema>;
export type SessionBodyOf<T extends SessionBody['type']> = Extract<SessionBody, { type: T }>;
