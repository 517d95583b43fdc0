import { gad7 } from './gad7.ts';
import { pcl5 } from './pcl5.ts';
import { phq9, SAFETY } from './phq9.ts';
import type { Questionnaire, QuestionnaireId } from './questionnaire.ts';

/** Every questionnaire that can be asked, by its id. */
export const questionnaires: Readonly<Record<QuestionnaireId, Questionnaire>> = { phq9, gad7, pcl5 };

/** Whether staff have to hear of an answer at once: item 9 of PHQ-9 above zero, also where nothing else is answered. */
export function needsTalk(questionnaire: QuestionnaireId, question: string, answer: number | null): boolean {
  return questionnaire === 'phq9' && question === SAFETY && answer !== null && answer > 0;
}
