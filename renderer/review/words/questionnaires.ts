import { scoreOfSheet, type Sheet } from '../../../shared/questionnaires/sheets.ts';
import { questionnaires } from '../../../shared/scales/questionnaires.ts';
import { wordings } from '../../../shared/scales/wording.ts';
import { dayOf } from '../../i18n/format.ts';
import type { SentenceContext, Sentences } from './context.ts';

type SheetType =
  | 'questionnaireAsked'
  | 'questionnaireAnswered'
  | 'questionnaireEnded'
  | 'safetyCarried'
  | 'safetySpoken';

function sheetOf({ session }: SentenceContext, sheetId: string): Sheet | undefined {
  return session.sheets.find((sheet) => sheet.sheetId === sheetId);
}

/** Sentences of questionnaires. */
export const questionnaireSentences: Sentences<SheetType> = {
  questionnaireAsked: ({ questionnaire, by }, { t }) =>
    t(`sentence.questionnaireAsked.${by}`, { title: t(`questionnaires.title.${questionnaire}`) }),
  questionnaireAnswered: ({ sheetId, question, answer }, context) => {
    const { t } = context;
    const id = sheetOf(context, sheetId)?.questionnaire ?? 'phq9';
    const number = questionnaires[id].questions.findIndex((one) => one.id === question) + 1;
    const title = t(`questionnaires.title.${id}`);
    if (answer === null) return t('sentence.questionnaireSkipped', { title, number });
    return t('sentence.questionnaireAnswered', { title, number, answer: wordings[id].answers[answer] ?? answer });
  },
  questionnaireEnded: ({ sheetId }, context) => {
    const { t } = context;
    const sheet = sheetOf(context, sheetId);
    const id = sheet?.questionnaire ?? 'phq9';
    const title = t(`questionnaires.title.${id}`);
    const score = sheet === undefined ? null : scoreOfSheet(sheet);
    if (score?.kind === 'whole')
      return t('sentence.questionnaireEnded.whole', { title, total: score.total, max: questionnaires[id].max });
    const count = questionnaires[id].questions.length;
    return t('sentence.questionnaireEnded.partial', { title, answered: score?.answered ?? 0, count });
  },
  safetyCarried: ({ saidAt, answer }, { t, session }) =>
    t('sentence.safetyCarried', {
      day: dayOf(saidAt, session.created.timeZone),
      answer: wordings.phq9.answers[answer] ?? answer,
    }),
  safetySpoken: ({ who, decision, words }, { t }) =>
    t('sentence.safetySpoken', { who, decision: t(`questionnaires.decision.${decision}`), words }),
};
