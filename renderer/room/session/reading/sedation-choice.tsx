import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sedation, SedationScale } from '../../../../shared/vitals/reading.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from './panel.tsx';
import { sedationByKey, sedationOptions } from './sedation-scale.ts';
import { levelWords, scaleWords } from './words.ts';
import styles from './reading.module.css';

export interface SedationChoiceProps {
  readonly scale: SedationScale;
  readonly value: Sedation | null;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** `byKey`: given by its key, so that the next part may take the focus. */
  readonly onChoose: (value: Sedation | null, byKey: boolean) => void;
}

const isSame = (one: Sedation | null, other: Sedation) =>
  one !== null &&
  one.kind === other.kind &&
  (one.kind === 'notRoused' || other.kind === 'notRoused' || one.value === other.value);

/** How deep the patient is, on the clinic's scale, with its words in sight; by key it is one press without opening anything. */
export function SedationChoice({ scale, value, open, onOpen, onChoose }: SedationChoiceProps): ReactElement {
  const { t } = useTranslation();
  const plus = useRef('');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.key === '+' || event.key === '-') {
      plus.current = event.key;
      return;
    }
    const chosen = sedationByKey(scale, plus.current, event.key);
    if (event.key.length === 1) plus.current = '';
    if (chosen === null) return;
    event.preventDefault();
    onOpen(false);
    onChoose(chosen, true);
  };
  return (
    <div className={styles.choice} onKeyDown={onKeyDown}>
      <Button
        data-part="sedation"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
        onKeyDown={(event) => {
          // Enter goes on, as in every field; Space opens.
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (!event.repeat) event.currentTarget.form?.requestSubmit();
        }}
      >
        <span className={styles.part}>{t('readings.field.sedation')}</span>
        {value === null ? null : <span className={styles.partValue}>{scaleWords(t, value)}</span>}
      </Button>
      {open ? (
        <Panel label={t('readings.field.sedation')} onClose={() => onOpen(false)}>
          <div className={styles.levels}>
            {sedationOptions(scale).map((option) => (
              <Button
                key={option.key}
                keyLabel={option.key}
                pressed={isSame(value, option.value)}
                onClick={() => {
                  onOpen(false);
                  onChoose(isSame(value, option.value) ? null : option.value, false);
                }}
              >
                {option.value.kind === 'notRoused' ? null : `${levelWords(option.value.value)} `}
                {t(`readingParts.level.${option.words}` as 'readingParts.level.notRoused')}
              </Button>
            ))}
          </div>
        </Panel>
      ) : null}
    </div>
  );
}
