import * as z from 'zod/mini';
import { questionnaireIds } from '../scales/questionnaire.ts';
import { id } from '../session/body.ts';
import { command, reason } from '../session/command-parts.ts';
import { answerSchema, safetyDecisions, type sheetBodies } from './sheet-bodies.ts';
import { canHave, isSettled, type Sheets } from './sheets.ts';

/** What can be asked of questionnaires, in a session as in a course. Ids of new sheets are made by the window. */
export const sheetCommands = [
  command('beginQuestionnaire', {
    sheetId: id,
    questionnaire: z.enum(questionnaireIds),
    by: z.enum(['patient', 'staff']),
  }),
  command('answerQuestion', { sheetId: id, question: id, answer: answerSchema }),
  command('endQuestionnaire', { sheetId: id }),
  /** Somebody spoke with the patient about everything that is open. */
  command('speakOfSafety', {
    who: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
    decision: z.enum(safetyDecisions),
    words: reason,
  }),
] as const;
export type SheetCommand = z.infer<(typeof sheetCommands)[number]>;

type Said = z.infer<(typeof sheetBodies)[number]>;

/** Why not. */
export type SheetRefusal =
  | 'questionnaire.known'
  | 'questionnaire.unknown'
  | 'questionnaire.ended'
  | 'questionnaire.answer'
  | 'questionnaire.nothingOpen';

/** What a command makes of these questionnaires: nothing where it stands so already; or why not. */
export function decideSheets(sheets: Sheets, command: SheetCommand): readonly Said[] | SheetRefusal {
  switch (command.type) {
    case 'beginQuestionnaire': {
      const { sheetId, questionnaire, by } = command;
      if (sheets.sheets.some((sheet) => sheet.sheetId === sheetId)) return 'questionnaire.known';
      return [{ type: 'questionnaireAsked', sheetId, questionnaire, by }];
    }
    case 'answerQuestion':
      return decideAnswer(sheets, command);
    case 'endQuestionnaire': {
      const { sheetId } = command;
      const sheet = sheets.sheets.find((one) => one.sheetId === sheetId);
      if (sheet === undefined) return 'questionnaire.unknown';
      return sheet.ended ? [] : [{ type: 'questionnaireEnded', sheetId }];
    }
    case 'speakOfSafety': {
      const { who, decision, words } = command;
      const safetyIds = sheets.safety.filter((said) => !isSettled(said)).map(({ safetyId }) => safetyId);
      return safetyIds.length === 0
        ? 'questionnaire.nothingOpen'
        : [{ type: 'safetySpoken', safetyIds, who, decision, words }];
    }
  }
}

function decideAnswer(
  { sheets }: Sheets,
  { sheetId, question, answer }: Extract<SheetCommand, { type: 'answerQuestion' }>,
): readonly Said[] | SheetRefusal {
  const sheet = sheets.find((one) => one.sheetId === sheetId);
  if (sheet === undefined) return 'questionnaire.unknown';
  if (sheet.ended) return 'questionnaire.ended';
  if (!canHave(sheet, question, answer)) return 'questionnaire.answer';
  const same = answer === null ? sheet.skipped.includes(question) : sheet.answers[question] === answer;
  return same ? [] : [{ type: 'questionnaireAnswered', sheetId, question, answer }];
}
