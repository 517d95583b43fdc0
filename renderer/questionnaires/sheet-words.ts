import type { TFunction } from 'i18next';
import { scoreOfSheet, type Sheet } from '../../shared/questionnaires/sheets.ts';
import { questionnaires } from '../../shared/scales/questionnaires.ts';

/** `PHQ-9: 12 of 27 (moderate)`; of a part only how much of it is answered. */
export function sheetWords(sheet: Sheet, t: TFunction): string {
  const { questionnaire } = sheet;
  const title = t(`questionnaires.title.${questionnaire}`);
  const score = scoreOfSheet(sheet);
  if (score?.kind !== 'whole') {
    const count = questionnaires[questionnaire].questions.length;
    return t('questionnaires.part', { title, answered: score?.answered ?? 0, count });
  }
  const { total, band } = score;
  const { max } = questionnaires[questionnaire];
  return t('questionnaires.whole', { title, total, max, band: band === null ? '' : t(`questionnaires.band.${band}`) });
}
