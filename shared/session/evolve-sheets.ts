import { sheetsAfter, type SheetBody } from '../questionnaires/sheets.ts';
import type { Fold, Folds } from './fold.ts';

const fold: Fold<SheetBody> = (session, body, moment) => sheetsAfter(session, body, moment);

/** Questionnaires of this session; what they do is the same in a course. */
export const sheetFolds: Folds<SheetBody['type']> = {
  questionnaireAsked: fold,
  questionnaireAnswered: fold,
  questionnaireEnded: fold,
  safetyCarried: fold,
  safetySpoken: fold,
};
