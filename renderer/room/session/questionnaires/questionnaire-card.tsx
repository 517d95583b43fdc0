import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { questionnaireIds, type QuestionnaireId } from '../../../../shared/scales/questionnaire.ts';
import { can } from '../../../../shared/session/can.ts';
import { SheetForm } from '../../../questionnaires/sheet-form.tsx';
import { sheetWords } from '../../../questionnaires/sheet-words.ts';
import styles from '../../../questionnaires/questionnaires.module.css';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ActProblem, useAct } from '../act.tsx';
import { SessionDialog } from '../session-dialog.tsx';
import { useView } from '../view.ts';

/** Questionnaires of today: how far each is, and the way to fill one in for the patient. */
export function QuestionnaireCard(): ReactElement {
  const { t } = useTranslation();
  const { session } = useView();
  const act = useAct();
  const [filling, setFilling] = useState<string | null>(null);
  const begin = async (questionnaire: QuestionnaireId): Promise<void> => {
    const begun = session.sheets.find(
      (sheet) => sheet.questionnaire === questionnaire && sheet.by === 'staff' && !sheet.ended,
    );
    const sheetId = begun?.sheetId ?? crypto.randomUUID();
    if (begun !== undefined || (await act.run({ type: 'beginQuestionnaire', sheetId, questionnaire, by: 'staff' })))
      setFilling(sheetId);
  };
  return (
    <Card title={t('questionnaires.card')}>
      {session.sheets.length === 0 ? null : (
        <ul className={styles.list}>
          {session.sheets.map((sheet) => (
            <li key={sheet.sheetId}>
              {sheetWords(sheet, t)} <span className={styles.soft}>{t(`questionnaires.by.${sheet.by}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <ActProblem act={act} />
      <p className={styles.soft}>{t('questionnaires.fillHint')}</p>
      <div className={styles.ways}>
        {questionnaireIds.map((id) => (
          <Button
            key={id}
            disabled={!can(session).beginQuestionnaire || act.busy}
            aria-label={t('questionnaires.fillIn', { title: t(`questionnaires.title.${id}`) })}
            onClick={() => void begin(id)}
          >
            {t(`questionnaires.title.${id}`)}
          </Button>
        ))}
      </div>
      {filling === null ? null : <FillIn sheetId={filling} onClose={() => setFilling(null)} />}
    </Card>
  );
}

/** Closing it is a pause: what was answered is kept, and the same one goes on later. */
function FillIn({ sheetId, onClose }: { readonly sheetId: string; readonly onClose: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const act = useAct();
  const sheet = session.sheets.find((one) => one.sheetId === sheetId);
  if (sheet === undefined) return null;
  const end = async (): Promise<void> => {
    if (await act.run({ type: 'endQuestionnaire', sheetId })) onClose();
  };
  return (
    <SessionDialog
      title={t(`questionnaires.title.${sheet.questionnaire}`)}
      wide
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('questionnaires.pause')}</Button>}
    >
      <SheetForm
        sheet={sheet}
        onAnswer={(question, answer) => act.run({ type: 'answerQuestion', sheetId, question, answer })}
        onEnd={() => void end()}
      />
      <ActProblem act={act} />
    </SessionDialog>
  );
}
