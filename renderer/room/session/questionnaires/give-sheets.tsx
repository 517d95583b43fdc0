import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeLanguage } from '../../../../shared/intake/choice.ts';
import { questionnaireIds, type QuestionnaireId } from '../../../../shared/scales/questionnaire.ts';
import { wordings } from '../../../../shared/scales/wording.ts';
import type { Session } from '../../../../shared/session/state.ts';
import styles from '../../../questionnaires/questionnaires.module.css';
import { Button } from '../../../ui/button.tsx';

/** What the patient has begun and not finished goes on. */
export function sheetsToGive({ sheets }: Session): readonly QuestionnaireId[] {
  const open = sheets.filter(({ by, ended }) => by === 'patient' && !ended);
  return questionnaireIds.filter((id) => open.some(({ questionnaire }) => questionnaire === id));
}

export interface GiveSheetsProps {
  readonly chosen: readonly QuestionnaireId[];
  readonly language: IntakeLanguage;
  readonly onChoose: (chosen: readonly QuestionnaireId[]) => void;
}

/** Which questionnaires the patient is asked to fill in before they choose. */
export function GiveSheets({ chosen, language, onChoose }: GiveSheetsProps): ReactElement {
  const { t } = useTranslation();
  const foreign = chosen.some((id) => wordings[id].language !== language);
  return (
    <div className={styles.talk} role="group" aria-label={t('questionnaires.give')}>
      <p>{t('questionnaires.give')}</p>
      <div className={styles.ways}>
        {questionnaireIds.map((id) => {
          const isChosen = chosen.includes(id);
          return (
            <Button
              key={id}
              pressed={isChosen}
              onClick={() =>
                onChoose(questionnaireIds.filter((one) => (one === id ? !isChosen : chosen.includes(one))))
              }
            >
              {t(`questionnaires.title.${id}`)}
            </Button>
          );
        })}
      </div>
      <p className={styles.soft}>{t(foreign ? 'questionnaires.giveEnglish' : 'questionnaires.giveHint')}</p>
    </div>
  );
}
