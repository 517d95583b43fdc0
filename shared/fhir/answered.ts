import { scoreOfSheet, type Sheet } from '../questionnaires/sheets.ts';
import { questionnaires } from '../scales/questionnaires.ts';
import { wordings } from '../scales/wording.ts';
import type { AnsweredQuestionnaire } from './questionnaire-response.ts';

/**
 * Questionnaires in which anything was answered, each question in its authors' words.
 * @param inSession filled in at the visit, not between two of them
 */
export function answeredQuestionnaires(sheets: readonly Sheet[], inSession: boolean): AnsweredQuestionnaire[] {
  return sheets.flatMap((sheet) => {
    if (sheet.answeredAt === null || Object.keys(sheet.answers).length === 0) return [];
    const { sheetId, questionnaire, by, author, ended, answeredAt: at } = sheet;
    const { title, questions, loinc } = questionnaires[questionnaire];
    const score = scoreOfSheet(sheet);
    const answers = questions.flatMap(({ id }, place) => {
      const value = sheet.answers[id];
      return value === undefined
        ? []
        : [{ question: questions[place]?.loinc ?? id, text: wordings[questionnaire].questions[place] ?? id, value }];
    });
    return {
      ...{ responseId: sheetId, questionnaire, title, at, author: by === 'patient' ? null : author, answers },
      total: score?.kind === 'whole' ? score.total : null,
      ...{ totalLoinc: loinc.total, ended, inSession },
    };
  });
}
