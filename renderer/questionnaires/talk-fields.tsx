import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { safetyDecisions, type SafetyDecision } from '../../shared/questionnaires/sheet-bodies.ts';
import type { SheetCommand } from '../../shared/questionnaires/sheet-rules.ts';
import { wordings } from '../../shared/scales/wording.ts';
import { Field, TextArea, TextInput } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import styles from './questionnaires.module.css';

/** What is being written down of a talk with the patient. */
export interface Talk {
  readonly who: string;
  readonly decision: SafetyDecision | null;
  readonly words: string;
}

/** The command that keeps a talk; null while something of it is missing. */
export function talkCommand({ who, decision, words }: Talk): Extract<SheetCommand, { type: 'speakOfSafety' }> | null {
  if (who.trim() === '' || words.trim() === '' || decision === null) return null;
  return { type: 'speakOfSafety', who: who.trim(), decision, words: words.trim() };
}

export interface TalkFieldsProps {
  readonly talk: Talk;
  readonly onChange: (talk: Talk) => void;
  /** What a decision leads to, where it is written down. */
  readonly hint: string;
}

/** Who spoke with the patient, what was decided, and a line about it. */
export function TalkFields({ talk, onChange, hint }: TalkFieldsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.talk}>
      <p className={styles.soft}>{t('questionnaires.talk.about', { question: wordings.phq9.questions.at(-1) })}</p>
      <Field label={t('questionnaires.talk.who')}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={120}
            value={talk.who}
            onChange={({ target }) => onChange({ ...talk, who: target.value })}
          />
        )}
      </Field>
      <Segmented
        label={t('questionnaires.talk.decision')}
        wrap
        options={safetyDecisions.map((value) => ({ value, label: t(`questionnaires.talk.decide.${value}`) }))}
        value={talk.decision}
        onChange={(decision) => onChange({ ...talk, decision })}
      />
      <Field label={t('questionnaires.talk.words')} hint={hint}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={2000}
            value={talk.words}
            onChange={({ target }) => onChange({ ...talk, words: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
