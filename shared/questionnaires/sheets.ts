import * as z from 'zod/mini';
import { isAnswer, questionnaireIds, scored, type Scored } from '../scales/questionnaire.ts';
import { needsTalk, questionnaires } from '../scales/questionnaires.ts';
import { authorSchema } from '../session/event.ts';
import { safetyDecisions, type carriedBody, type sheetBodies } from './sheet-bodies.ts';

/** One questionnaire as somebody filled it in, whole or in part. Times epoch ms. */
export const sheetSchema = z.object({
  sheetId: z.string(),
  questionnaire: z.enum(questionnaireIds),
  by: z.enum(['patient', 'staff']),
  askedAt: z.number(),
  author: authorSchema,
  answers: z.record(z.string(), z.int()),
  skipped: z.array(z.string()),
  /** Of the last answer; null where there is none. */
  answeredAt: z.nullable(z.number()),
  ended: z.boolean(),
});
export type Sheet = z.infer<typeof sheetSchema>;

/** An answer about which somebody has to speak with the patient, and what was said since. */
export const safetyAnswerSchema = z.object({
  safetyId: z.string(),
  sheetId: z.string(),
  answer: z.int(),
  at: z.number(),
  talks: z.array(
    z.object({
      who: z.string(),
      decision: z.enum(safetyDecisions),
      words: z.string(),
      at: z.number(),
      by: authorSchema,
    }),
  ),
});
export type SafetyAnswer = z.infer<typeof safetyAnswerSchema>;

/** What a session, or a course, knows of questionnaires, oldest first. */
export interface Sheets {
  readonly sheets: readonly Sheet[];
  readonly safety: readonly SafetyAnswer[];
}

export const noSheets: Sheets = { sheets: [], safety: [] };

export type SheetBody = z.infer<(typeof sheetBodies)[number] | typeof carriedBody>;

/** When (epoch ms) and by whom an event was. */
export interface SheetMoment {
  readonly at: number;
  readonly author: z.infer<typeof authorSchema>;
}

/** Questionnaires after one more event. */
export function sheetsAfter<T extends Sheets>(before: T, body: SheetBody, moment: SheetMoment): T {
  switch (body.type) {
    case 'questionnaireAsked': {
      const { sheetId, questionnaire, by } = body;
      const { at: askedAt, author } = moment;
      const begun = { sheetId, questionnaire, by, askedAt, author };
      return {
        ...before,
        sheets: [...before.sheets, { ...begun, answers: {}, skipped: [], answeredAt: null, ended: false }],
      };
    }
    case 'questionnaireAnswered':
      return answered(before, body, moment);
    case 'questionnaireEnded':
      return {
        ...before,
        sheets: before.sheets.map((sheet) => (sheet.sheetId === body.sheetId ? { ...sheet, ended: true } : sheet)),
      };
    case 'safetyCarried': {
      const { safetyId, sheetId, answer, saidAt: at } = body;
      return { ...before, safety: [...before.safety, { safetyId, sheetId, answer, at, talks: [] }] };
    }
    case 'safetySpoken': {
      const { who, decision, words, safetyIds } = body;
      const talk = { who, decision, words, at: moment.at, by: moment.author };
      // One that was given elsewhere: only what was said about it is known here.
      const elsewhere = safetyIds.filter((id) => before.safety.every(({ safetyId }) => safetyId !== id));
      const unknown = elsewhere.map((safetyId) => ({
        ...{ safetyId, sheetId: safetyId, answer: 0, at: moment.at, talks: [talk] },
      }));
      return {
        ...before,
        safety: [
          ...before.safety.map((said) =>
            safetyIds.includes(said.safetyId) ? { ...said, talks: [...said.talks, talk] } : said,
          ),
          ...unknown,
        ],
      };
    }
  }
}

function answered<T extends Sheets>(
  before: T,
  { sheetId, question, answer }: Extract<SheetBody, { type: 'questionnaireAnswered' }>,
  { at }: SheetMoment,
): T {
  const found = before.sheets.find((sheet) => sheet.sheetId === sheetId);
  if (found === undefined) return before;
  const { [question]: _old, ...others } = found.answers;
  const skipped = found.skipped.filter((one) => one !== question);
  const after: Sheet = {
    ...found,
    answers: answer === null ? others : { ...others, [question]: answer },
    skipped: answer === null ? [...skipped, question] : skipped,
    answeredAt: at,
  };
  const sheets = before.sheets.map((sheet) => (sheet === found ? after : sheet));
  if (answer === null || !needsTalk(found.questionnaire, question, answer)) return { ...before, sheets };
  return { ...before, sheets, safety: withSaid(before.safety, sheetId, answer, at) };
}

/** One that is open already keeps the highest of what was answered; after it was settled, another answer is another one. */
function withSaid(safety: readonly SafetyAnswer[], sheetId: string, answer: number, at: number): SafetyAnswer[] {
  const ofSheet = safety.filter((said) => said.sheetId === sheetId);
  const open = ofSheet.find((said) => !isSettled(said));
  if (open !== undefined)
    return safety.map((said) => (said === open ? { ...said, answer: Math.max(said.answer, answer) } : said));
  return [...safety, { safetyId: `${sheetId}:${ofSheet.length + 1}`, sheetId, answer, at, talks: [] }];
}

/** Whether somebody spoke with the patient and decided; "wait" and "the prescriber is called" leave it open. */
export function isSettled({ talks }: Pick<SafetyAnswer, 'talks'>): boolean {
  const decision = talks.at(-1)?.decision;
  return decision === 'goOn' || decision === 'notToday';
}

/**
 * What is left to speak about, oldest first, of all that is known of one patient: sessions and courses in any order. The
 * same answer, carried from one to the other, is one; whoever settled it anywhere settled it.
 */
export function openSafetyAnswers(known: readonly Pick<Sheets, 'safety'>[]): readonly SafetyAnswer[] {
  const byId = new Map<string, SafetyAnswer>();
  for (const said of known.flatMap(({ safety }) => safety)) {
    const old = byId.get(said.safetyId);
    const talks = [...(old?.talks ?? []), ...said.talks].toSorted((a, b) => a.at - b.at);
    const at = Math.min(said.at, old?.at ?? said.at);
    byId.set(said.safetyId, { ...said, at, answer: Math.max(said.answer, old?.answer ?? 0), talks });
  }
  return [...byId.values()].filter((said) => !isSettled(said)).toSorted((a, b) => a.at - b.at);
}

/** What a sheet adds up to; a part of one has no total. */
export function scoreOfSheet({ questionnaire, answers }: Pick<Sheet, 'questionnaire' | 'answers'>): Scored | null {
  return scored(questionnaires[questionnaire], answers);
}

/** Whether a sheet of this questionnaire can have this answer; skipping is always possible. */
export function canHave(sheet: Pick<Sheet, 'questionnaire'>, question: string, answer: number | null): boolean {
  return isAnswer(questionnaires[sheet.questionnaire], question, answer ?? 0);
}

/** Place of the first question that has neither an answer nor was skipped, from 0; after the last one where there is none. */
export function firstOpenQuestion({
  questionnaire,
  answers,
  skipped,
}: Pick<Sheet, 'questionnaire' | 'answers' | 'skipped'>): number {
  const { questions } = questionnaires[questionnaire];
  const found = questions.findIndex(({ id }) => answers[id] === undefined && !skipped.includes(id));
  return found === -1 ? questions.length : found;
}
