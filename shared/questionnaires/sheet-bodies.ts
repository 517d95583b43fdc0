import * as z from 'zod/mini';
import { questionnaireIds } from '../scales/questionnaire.ts';
import { event, id, words } from '../session/body.ts';

/** What somebody decided after speaking with the patient. All but `goOn` and `notToday` leave the start where it was: blocked. */
export const safetyDecisions = ['goOn', 'wait', 'notToday', 'prescriberCalled'] as const;
export type SafetyDecision = (typeof safetyDecisions)[number];

/** Points of the highest answer that any questionnaire has. */
export const HIGHEST_ANSWER = 4;
export const answerSchema = z.nullable(z.int().check(z.gte(0), z.lte(HIGHEST_ANSWER)));

/** What was said after an answer that staff had to hear of: by whom, and what was decided. */
export const safetyTalkShape = {
  safetyIds: z.array(id).check(z.minLength(1)),
  /** Who spoke with the patient; the entry's author wrote it down. */
  who: z.string().check(z.minLength(1), z.maxLength(120)),
  decision: z.enum(safetyDecisions),
  words,
};

/** Events of questionnaires, the same in a session and, weeks later, in its course. Each answer is kept as it is given. */
export const sheetBodies = [
  /** `by`: who fills it in; the author of a patient's own is who handed the screen over. */
  event('questionnaireAsked', {
    sheetId: id,
    questionnaire: z.enum(questionnaireIds),
    by: z.enum(['patient', 'staff']),
  }),
  /** Null: skipped. A later answer to the same question takes its place. */
  event('questionnaireAnswered', { sheetId: id, question: id, answer: answerSchema }),
  event('questionnaireEnded', { sheetId: id }),
  event('safetySpoken', safetyTalkShape),
] as const;

/** An answer of another day that nobody has spoken about yet: it goes along into the next session of this patient. */
export const carriedBody = event('safetyCarried', {
  safetyId: id,
  sheetId: id,
  answer: z.int().check(z.gte(1), z.lte(HIGHEST_ANSWER)),
  /** Epoch ms of when it was given. */
  saidAt: z.number(),
});
