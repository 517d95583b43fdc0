import type { ReactElement } from 'react';
import { AVOID_MAX } from '../../../shared/intake/choice.ts';
import { Forward } from '../forward.tsx';
import { Frame } from '../frame.tsx';
import { usePatientText } from '../use-patient-text.ts';
import { WordsField } from '../words-field.tsx';
import styles from './few-answers.module.css';
import { useComfort } from './use-comfort.ts';

/** Sounds or words that should not be. */
export function AvoidScreen(): ReactElement {
  const { comfort, wish } = useComfort();
  const t = usePatientText();
  return (
    <Frame
      title={t('avoid.title')}
      text={t('avoid.text')}
      className={styles.few}
      foot={<Forward answered={comfort.avoid !== null} />}
    >
      <WordsField
        label={t('avoid.label')}
        value={comfort.avoid}
        max={AVOID_MAX}
        rows={3}
        onChange={(avoid) => wish({ avoid })}
      />
    </Frame>
  );
}
