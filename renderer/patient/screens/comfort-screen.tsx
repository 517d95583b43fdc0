import type { ReactElement } from 'react';
import { Answers } from '../answers.tsx';
import { Forward } from '../forward.tsx';
import { Frame } from '../frame.tsx';
import { usePatientText } from '../use-patient-text.ts';
import styles from './comfort-screen.module.css';
import { useComfort } from './use-comfort.ts';

/** A mask, a blanket, the door. */
export function ComfortScreen(): ReactElement {
  const { comfort, wish } = useComfort();
  const t = usePatientText();
  const { eyes, blanket, door } = comfort;
  return (
    <Frame
      title={t('comfort.title')}
      text={t('comfort.text')}
      className={styles.comfort}
      foot={<Forward answered={eyes !== null || blanket !== null || door !== null} />}
    >
      <Answers
        label={t('comfort.eyes')}
        labelled
        options={[
          { value: 'mask', label: t('comfort.mask') },
          { value: 'none', label: t('comfort.none') },
        ]}
        value={eyes}
        onChange={(next) => wish({ eyes: next })}
      />
      <Answers
        label={t('comfort.blanket')}
        labelled
        options={[
          { value: 'yes', label: t('comfort.yes') },
          { value: 'no', label: t('comfort.no') },
          { value: 'later', label: t('comfort.later') },
        ]}
        value={blanket}
        onChange={(next) => wish({ blanket: next })}
      />
      <Answers
        label={t('comfort.door')}
        labelled
        options={[
          { value: 'open', label: t('comfort.open') },
          { value: 'ajar', label: t('comfort.ajar') },
          { value: 'closed', label: t('comfort.closed') },
        ]}
        value={door}
        onChange={(next) => wish({ door: next })}
      />
    </Frame>
  );
}
