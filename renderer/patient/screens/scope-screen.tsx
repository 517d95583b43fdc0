import type { ReactElement } from 'react';
import { Answers } from '../answers.tsx';
import { Forward } from '../forward.tsx';
import { Frame } from '../frame.tsx';
import { useAsking, usePatient } from '../patient-context.ts';
import { usePatientText } from '../use-patient-text.ts';
import styles from './few-answers.module.css';

/** Whether what was chosen is for today or for all visits. */
export function ScopeScreen(): ReactElement {
  const { store } = usePatient();
  const { choice } = useAsking();
  const t = usePatientText();
  return (
    <Frame
      title={t('scope.title')}
      text={t('scope.text')}
      className={styles.few}
      foot={<Forward answered={choice.scope !== null} />}
    >
      <Answers
        label={t('scope.title')}
        options={[
          { value: 'session', label: t('scope.session') },
          { value: 'course', label: t('scope.course') },
        ]}
        value={choice.scope}
        onChange={(scope) => store.change({ scope })}
      />
    </Frame>
  );
}
