import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { symptomCodes, type SymptomCode } from '../../../../shared/vitals/reading.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from './panel.tsx';
import styles from './reading.module.css';

export interface SymptomChoiceProps {
  readonly value: readonly SymptomCode[] | null;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onChoose: (value: readonly SymptomCode[] | null) => void;
  /** None was said by key: nothing is left to ask. */
  readonly onNoneByKey: () => void;
}

/** What the patient feels: none, by one press or by `0`, or which. Enter goes on without an answer. */
export function SymptomChoice({ value, open, onOpen, onChoose, onNoneByKey }: SymptomChoiceProps): ReactElement {
  const { t } = useTranslation();
  const some = value ?? [];
  const toggle = (code: SymptomCode) => {
    const next = some.includes(code) ? some.filter((other) => other !== code) : [...some, code];
    onChoose(next.length === 0 ? null : next);
  };
  return (
    <div className={styles.symptoms}>
      <label className={styles.option}>
        <input
          type="checkbox"
          data-part="symptoms"
          className={styles.tick}
          checked={value !== null && value.length === 0}
          onChange={(event) => onChoose(event.target.checked ? [] : null)}
          onKeyDown={(event) => {
            if (event.key !== '0' || event.repeat) return;
            event.preventDefault();
            onNoneByKey();
          }}
        />
        <span className={styles.face}>{t('readingParts.none')}</span>
      </label>
      <Button aria-expanded={open} pressed={some.length > 0} onClick={() => onOpen(!open)}>
        {some.length === 0 ? t('readingParts.which') : t('readingParts.some', { count: some.length })}
      </Button>
      {open ? (
        <Panel label={t('readingParts.symptomsLabel')} onClose={() => onOpen(false)}>
          <div className={styles.levels}>
            {symptomCodes.map((code) => (
              <Button key={code} pressed={some.includes(code)} onClick={() => toggle(code)}>
                {t(`readingParts.symptoms.${code}`)}
              </Button>
            ))}
            <Button tone="primary" onClick={() => onOpen(false)}>
              {t('readingParts.done')}
            </Button>
          </div>
        </Panel>
      ) : null}
    </div>
  );
}
