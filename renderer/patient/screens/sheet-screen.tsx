import { useState, type ReactElement } from 'react';
import { firstOpenQuestion } from '../../../shared/questionnaires/sheets.ts';
import { questionnaires } from '../../../shared/scales/questionnaires.ts';
import { wordings } from '../../../shared/scales/wording.ts';
import { Answers } from '../answers.tsx';
import { Frame } from '../frame.tsx';
import type { PatientSheet } from '../intake-store.ts';
import { useAsking, usePatient } from '../patient-context.ts';
import { Press } from '../press.tsx';
import { usePatientText } from '../use-patient-text.ts';
import styles from './sheet-screen.module.css';

/** A questionnaire, one question a screen. Every answer looks the same, is kept at once, and leads to the next question. */
export function SheetScreen({ sheet }: { readonly sheet: PatientSheet }): ReactElement {
  const { questions } = questionnaires[sheet.questionnaire];
  const [at, setAt] = useState(() => firstOpenQuestion(sheet));
  const [given, setGiven] = useState(sheet.answers);
  const [paused, setPaused] = useState(false);
  if (paused) return <Paused sheetId={sheet.sheetId} onGoOn={() => setPaused(false)} />;
  const question = questions[at];
  if (question === undefined)
    return <Through sheetId={sheet.sheetId} onBack={() => setAt(Math.max(0, questions.length - 1))} />;
  return (
    <Question
      key={question.id}
      sheet={sheet}
      at={at}
      answer={given[question.id] ?? null}
      onBack={() => setAt(at - 1)}
      onPause={() => setPaused(true)}
      onKept={(answer) => {
        if (answer !== null) setGiven((old) => ({ ...old, [question.id]: answer }));
        setAt(at + 1);
      }}
    />
  );
}

interface QuestionProps {
  readonly sheet: PatientSheet;
  readonly at: number;
  readonly answer: number | null;
  readonly onBack: () => void;
  readonly onPause: () => void;
  readonly onKept: (answer: number | null) => void;
}

function Question({ sheet, at, answer, onBack, onPause, onKept }: QuestionProps): ReactElement {
  const { store } = usePatient();
  const { choice } = useAsking();
  const t = usePatientText();
  const wording = wordings[sheet.questionnaire];
  const question = questionnaires[sheet.questionnaire].questions[at]?.id ?? '';
  const [busy, setBusy] = useState(false);
  const give = async (given: number | null): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const kept = await store.answer(sheet.sheetId, question, given);
    setBusy(false);
    if (kept) onKept(given);
  };
  return (
    <Frame
      first={at === 0}
      onBack={onBack}
      sentence
      lang={wording.language}
      title={wording.questions[at] ?? ''}
      text={at === 0 && wording.lead !== null ? `${wording.lead} ${wording.stem}` : wording.stem}
      className={styles.question}
      foot={
        <>
          <Press tone="quiet" onClick={onPause}>
            {t('sheet.pause')}
          </Press>
          <Press tone="quiet" onClick={() => void give(null)}>
            {t('skip')}
          </Press>
        </>
      }
    >
      {choice.language === wording.language ? null : <p className={styles.note}>{t('sheet.english')}</p>}
      <div lang={wording.language}>
        <Answers
          label={wording.questions[at] ?? ''}
          className={styles.answers}
          options={wording.answers.map((label, value) => ({ value, label }))}
          value={answer}
          // The same answer again stands, and leads on.
          onChange={(value) => void give(value ?? answer)}
        />
      </div>
    </Frame>
  );
}

interface PausedProps {
  readonly sheetId: string;
  readonly onGoOn: () => void;
}

/** A rest within the questions, and the way out of them; what was answered is kept either way. */
function Paused({ sheetId, onGoOn }: PausedProps): ReactElement {
  const { store } = usePatient();
  const t = usePatientText();
  return (
    <Frame
      first
      title={t('sheet.pausedTitle')}
      text={t('sheet.pausedText')}
      foot={
        <>
          <Press tone="quiet" onClick={() => void store.endSheet(sheetId)}>
            {t('sheet.stop')}
          </Press>
          <Press tone="primary" onClick={onGoOn}>
            {t('sheet.goOn')}
          </Press>
        </>
      }
    />
  );
}

function Through({ sheetId, onBack }: { readonly sheetId: string; readonly onBack: () => void }): ReactElement {
  const { store } = usePatient();
  const t = usePatientText();
  return (
    <Frame
      onBack={onBack}
      title={t('sheet.throughTitle')}
      text={t('sheet.throughText')}
      foot={
        <Press tone="primary" onClick={() => void store.endSheet(sheetId)}>
          {t('next')}
        </Press>
      }
    />
  );
}
