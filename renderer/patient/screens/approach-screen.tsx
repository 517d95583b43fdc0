import type { ReactElement } from 'react';
import { approachWishes } from '../../../shared/intake/choice.ts';
import { Answers } from '../answers.tsx';
import { Forward } from '../forward.tsx';
import { Frame } from '../frame.tsx';
import { usePatientText } from '../use-patient-text.ts';
import styles from './few-answers.module.css';
import { useComfort } from './use-comfort.ts';

/** How staff may come near. */
export function ApproachScreen(): ReactElement {
  const { comfort, wish } = useComfort();
  const t = usePatientText();
  return (
    <Frame
      title={t('approach.title')}
      text={t('approach.text')}
      className={styles.few}
      foot={<Forward answered={comfort.approach !== null} />}
    >
      <Answers
        label={t('approach.label')}
        options={approachWishes.map((value) => ({ value, label: t(`approach.${value}`) }))}
        value={comfort.approach}
        onChange={(approach) => wish({ approach })}
      />
    </Frame>
  );
}
