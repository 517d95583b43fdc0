import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { noComfort } from '../../../../shared/intake/choice.ts';
import { comfortWords } from '../../../i18n/choice-words.ts';
import { useLocked, useView } from '../view.ts';
import styles from './intake.module.css';

/**
 * How the patient wants to be met, in one line for the whole session; nothing where nothing was said. On the locked
 * screen what they wrote in their own words is left out, but for their sign for "stop".
 */
export function WishesLine(): ReactElement | null {
  const { t } = useTranslation();
  const { session } = useView();
  const locked = useLocked();
  const comfort = session.intake.choice?.comfort ?? noComfort;
  const shown = comfortWords(locked ? { ...comfort, avoid: null } : comfort, t);
  const noted = locked || session.wishes === null ? [] : [t('intake.comfort.noted', { text: session.wishes })];
  const words = [...shown, ...noted].join(' · ');
  if (words === '') return null;
  return (
    <section className={styles.line} aria-label={t('intake.comfort.label')} title={words}>
      <span className={styles.soft}>{t('intake.comfort.label')}</span> <span className={styles.lineWords}>{words}</span>
    </section>
  );
}
