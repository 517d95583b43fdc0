import type { ReactElement } from 'react';
import { Frame } from '../frame.tsx';
import { useAsking, usePatient } from '../patient-context.ts';
import { Press } from '../press.tsx';
import { usePatientText } from '../use-patient-text.ts';
import { saidBack } from './said-back.ts';
import styles from './summary-screen.module.css';

/** All of it said back in plain words, each with a way to change it. */
export function SummaryScreen(): ReactElement {
  const { store } = usePatient();
  const { choice, sets, inCourse } = useAsking();
  const t = usePatientText();
  return (
    <Frame
      title={t('summary.title')}
      text={t('summary.text')}
      foot={
        <Press tone="primary" onClick={() => void store.finish()}>
          {t('summary.done')}
        </Press>
      }
    >
      <ul className={styles.lines}>
        {saidBack(choice, sets, inCourse, t).map(({ step, words, note }) => (
          <li key={step} className={styles.line}>
            <div className={styles.words}>
              <span className={styles.label}>{t(`summary.${step}`)}</span>
              <span dir="auto" className={words === null ? styles.open : styles.said}>
                {words ?? t('summary.open')}
              </span>
              {note === undefined ? null : <span className={styles.label}>{note}</span>}
            </div>
            <Press
              className={styles.change}
              aria-label={t('summary.change', { what: t(`summary.${step}`) })}
              onClick={() => store.revise(step)}
            >
              {t('summary.changeShort')}
            </Press>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
