import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { firstOpenQuestion, type Sheet } from '../../shared/questionnaires/sheets.ts';
import { questionnaires } from '../../shared/scales/questionnaires.ts';
import { wordings } from '../../shared/scales/wording.ts';
import { Button } from '../ui/button.tsx';
import styles from './questionnaires.module.css';

export interface SheetFormProps {
  readonly sheet: Sheet;
  /** Keeps one answer, null where it is skipped; true once it is kept. */
  readonly onAnswer: (question: string, answer: number | null) => Promise<boolean>;
  /** Closes it, whole or in part. */
  readonly onEnd: () => void;
}

/** One question at a time, asked by staff: read out, answered by a press or a digit, kept at once. */
export function SheetForm({ sheet, onAnswer, onEnd }: SheetFormProps): ReactElement {
  const { t } = useTranslation();
  const { lead, stem, questions: words, answers } = wordings[sheet.questionnaire];
  const { questions, licence } = questionnaires[sheet.questionnaire];
  const [at, setAt] = useState(() => firstOpenQuestion(sheet));
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  // Digits answer at once, without a press into the form.
  useEffect(() => form.current?.focus(), []);
  const question = questions[at];
  const give = async (answer: number | null): Promise<void> => {
    if (question === undefined || busy) return;
    setBusy(true);
    if (await onAnswer(question.id, answer)) setAt(at + 1);
    setBusy(false);
  };
  const key = (event: KeyboardEvent): void => {
    if (!/^\d$/.test(event.key) || Number(event.key) >= answers.length) return;
    event.preventDefault();
    void give(Number(event.key));
  };
  return (
    <div ref={form} tabIndex={-1} className={styles.form} onKeyDown={key}>
      <p className={styles.soft}>{at === 0 && lead !== null ? `${lead} ${stem}` : stem}</p>
      {question === undefined ? (
        <p className={styles.question} role="status">
          {t('questionnaires.through')}
        </p>
      ) : (
        <>
          <p className={styles.question} aria-live="polite">
            <span className={styles.soft}>{t('questionnaires.numberOf', { number: at + 1, count: words.length })}</span>{' '}
            {words[at]}
          </p>
          <div className={styles.answers} role="group" aria-label={words[at]}>
            {answers.map((label, points) => (
              <Button
                key={label}
                keyLabel={String(points)}
                pressed={sheet.answers[question.id] === points}
                onClick={() => void give(points)}
              >
                {label}
              </Button>
            ))}
          </div>
        </>
      )}
      <div className={styles.ways}>
        <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
          {t('questionnaires.back')}
        </Button>
        {question === undefined ? (
          <Button tone="primary" onClick={onEnd}>
            {t('questionnaires.finish')}
          </Button>
        ) : (
          <>
            <Button onClick={() => void give(null)}>{t('questionnaires.skip')}</Button>
            <Button onClick={onEnd}>{t('questionnaires.stop')}</Button>
          </>
        )}
      </div>
      <p className={styles.licence}>{licence}</p>
    </div>
  );
}
