import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { scenarioIds, type ScenarioId } from '../../../shared/practice/scenario.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import styles from './new-session.module.css';

const MOST = 999_999;

/** The typed number of a simulated patient; null where it is none. */
export function seedOf(text: string): number | null {
  return /^\d{1,6}$/u.test(text.trim()) ? Math.min(MOST, Number(text)) : null;
}

export interface ScenarioChoiceProps {
  readonly scenario: ScenarioId;
  readonly seed: string;
  readonly onScenario: (scenario: ScenarioId) => void;
  readonly onSeed: (seed: string) => void;
}

/** What to practise, and with which of the simulated patients. */
export function ScenarioChoice({ scenario, seed, onScenario, onSeed }: ScenarioChoiceProps): ReactElement {
  const { t } = useTranslation();
  const name = useId();
  return (
    <>
      <fieldset className={styles.courses}>
        <legend className={styles.legend}>{t('practice.choose')}</legend>
        <div className={styles.scenarios}>
          {scenarioIds.map((id) => (
            <label key={id} className={styles.set}>
              <input type="radio" name={name} checked={id === scenario} onChange={() => onScenario(id)} />
              <strong>{t(`practice.scenario.${id}.title`)}</strong>
              <span className={styles.soft}>{t(`practice.scenario.${id}.text`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        label={t('practice.number')}
        hint={t('practice.numberHint')}
        error={seedOf(seed) === null ? t('practice.numberWrong') : null}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            maxLength={6}
            value={seed}
            onChange={(event) => onSeed(event.target.value)}
            className={styles.minutes}
          />
        )}
      </Field>
    </>
  );
}
