import { useState, type ReactElement } from 'react';
import { STOP_SIGN_MAX } from '../../../shared/intake/choice.ts';
import { Answers } from '../answers.tsx';
import { Forward } from '../forward.tsx';
import { Frame } from '../frame.tsx';
import { usePatientText } from '../use-patient-text.ts';
import { WordsField } from '../words-field.tsx';
import styles from './few-answers.module.css';
import { keptSign, offeredSign, stopSigns, type StopSign } from './stop-signs.ts';
import { useComfort } from './use-comfort.ts';

/** What the patient will do to mean "stop": one of a few signs, or their own. */
export function StopScreen(): ReactElement {
  const { comfort, wish } = useComfort();
  const t = usePatientText();
  const sign = offeredSign(comfort.stopSign);
  const [other, setOther] = useState(comfort.stopSign !== null && sign === null);
  const choose = (next: StopSign | 'other' | null): void => {
    setOther(next === 'other');
    wish({ stopSign: next === null || next === 'other' ? null : keptSign(next) });
  };
  return (
    <Frame
      title={t('stop.title')}
      text={t('stop.text')}
      className={styles.few}
      foot={<Forward answered={comfort.stopSign !== null} />}
    >
      <Answers
        label={t('stop.label')}
        options={[
          ...stopSigns.map((value) => ({ value, label: t(`stop.${value}`) })),
          { value: 'other' as const, label: t('stop.other') },
        ]}
        value={other ? 'other' : sign}
        onChange={choose}
      />
      {other ? (
        <WordsField
          label={t('stop.label')}
          value={comfort.stopSign}
          max={STOP_SIGN_MAX}
          rows={2}
          autoFocus={comfort.stopSign === null}
          onChange={(stopSign) => wish({ stopSign })}
        />
      ) : null}
    </Frame>
  );
}
