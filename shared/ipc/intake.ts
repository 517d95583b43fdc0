import * as z from 'zod/mini';
import { choiceSchema, intakeLanguages, intentionSchema } from '../intake/choice.ts';
import { earlierChoiceSchema } from '../intake/earlier.ts';
import { offeredSetSchema } from '../intake/offered-set.ts';
import { answerSchema } from '../questionnaires/sheet-bodies.ts';
import { sheetSchema } from '../questionnaires/sheets.ts';
import { questionnaireIds } from '../scales/questionnaire.ts';
import { id, nothing, signedSchema } from './fields.ts';
import { request, room } from './request.ts';

const patient = ['patient'] as const;

/** What the patient window is to show: the resting screen, or the questions. */
export const intakeStateSchema = z.object({
  screen: z.enum(['resting', 'asking']),
  language: z.enum(intakeLanguages),
  /** Staff were asked to come and have not come yet. */
  helpAsked: z.boolean(),
});
export type IntakeState = z.infer<typeof intakeStateSchema>;

/**
 * All that the patient window may know of one session. Nobody's name but the staff's (whose PIN leads out), no date, no
 * other patient. While the screen rests `asks` is null.
 */
export const intakeViewSchema = z.object({
  ...intakeStateSchema.shape,
  /** Who can lead out, the one who handed over first. */
  staff: z.array(z.object({ staffId: id, name: z.string() })),
  asks: z.nullable(
    z.object({
      /** How far the patient has come in this session: to begin with, what they chose for the whole course. */
      choice: choiceSchema,
      /** What they chose earlier in this course, newest first. */
      earlier: z.array(z.pick(earlierChoiceSchema, { choice: true })),
      /** Whether there is a course that a choice could count for. */
      inCourse: z.boolean(),
      /** The set of the patient's own files, where staff brought some in; null otherwise. It is not among the sets. */
      ownFiles: z.nullable(offeredSetSchema),
      /** The volume a session begins with until the patient says otherwise, 0 to 1. */
      level: z.number(),
      /** Questionnaires that were given to the patient and are not closed yet, in their order. */
      sheets: z.array(z.pick(sheetSchema, { sheetId: true, questionnaire: true, answers: true, skipped: true })),
    }),
  ),
});
export type IntakeView = z.infer<typeof intakeViewSchema>;

/** Requests about the patient's choice: the room's, and all that the patient's own window may ask. */
export const intakeRequests = {
  /**
   * Hands the screen to the patient: opens the patient window for this session and takes the questions up where they
   * were. Before the start only. `ownFiles`: the set of their own music that staff brought in, by hash. `questionnaires`: what
   * they are asked to fill in first.
   */
  'intake.open': request(
    room,
    z.object({
      sessionId: id,
      language: z.enum(intakeLanguages),
      ownFiles: z.nullable(z.string()),
      questionnaires: z.optional(z.array(z.enum(questionnaireIds))),
    }),
    nothing,
  ),
  /** Takes the screen back. */
  'intake.close': request(room, z.object({ sessionId: id }), nothing),
  /** The intention of a session, for who may read it; `hidden`: there is one, for others. */
  'intake.intention': request(
    room,
    z.object({ sessionId: id }),
    z.object({ intention: z.nullable(intentionSchema), hidden: z.boolean() }),
  ),
  /** The set that a patient chose for their whole course, by hash; null where they chose none, or something else. */
  'intake.courseMusic': request(room, z.object({ courseId: id }), z.object({ musicHash: z.nullable(z.string()) })),

  'intake.read': request(patient, nothing, intakeViewSchema),
  /** The sets that are offered, page by page: `from` is the number of those already received. */
  'intake.sets': request(
    patient,
    z.object({ from: z.int().check(z.gte(0)) }),
    z.object({ sets: z.array(offeredSetSchema), total: z.int() }),
  ),
  /** Keeps the whole choice as it stands after a step. The same one again changes nothing. */
  'intake.keep': request(patient, z.object({ choice: choiceSchema }), nothing),
  /** Keeps one answer of a questionnaire, null where it was skipped. */
  'intake.answer': request(patient, z.object({ sheetId: id, question: id, answer: answerSchema }), nothing),
  /** The patient is through with a questionnaire, or leaves the rest of it out. */
  'intake.endSheet': request(patient, z.object({ sheetId: id }), nothing),
  /** Asks for staff to come. */
  'intake.help': request(patient, nothing, nothing),
  /** The patient is done or leaves: the screen rests, and shows nothing of them. */
  'intake.rest': request(patient, nothing, nothing),
  /** A staff member's PIN closes the window. */
  'intake.leave': request(patient, signedSchema, nothing),
} as const;
