import { comfortWords, musicWords } from '../../i18n/choice-words.ts';
import type { Sentences } from './context.ts';

type IntakeType =
  | 'intakeOpened'
  | 'intakeKept'
  | 'intakeHelpAsked'
  | 'intakeHelpAnswered'
  | 'intakeRested'
  | 'intakeClosed';

/** Sentences of the patient's choice. An intention never stands in them: it has readers of its own. */
export const intakeSentences: Sentences<IntakeType> = {
  intakeOpened: ({ language }, { t }) => t('sentence.intakeOpened', { language: t(`intake.languages.${language}`) }),
  intakeKept: ({ by, choice }, { t }) => {
    // What a set is called stands in the entry after this one.
    const words = [...musicWords(choice, null, t), ...comfortWords(choice.comfort, t)];
    return words.length === 0
      ? t('sentence.intakeKept.nothing')
      : t(`sentence.intakeKept.${by}`, { text: words.join(', ') });
  },
  intakeHelpAsked: (_, { t }) => t('sentence.intakeHelpAsked'),
  intakeHelpAnswered: (_, { t }) => t('sentence.intakeHelpAnswered'),
  intakeRested: (_, { t }) => t('sentence.intakeRested'),
  intakeClosed: (_, { t }) => t('sentence.intakeClosed'),
};
