import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attentionLevels } from '../../../../shared/vitals/attention-levels.ts';
import type { Band } from '../../../../shared/vitals/bands.ts';
import styles from './figures.module.css';

/** Amber or red as a sign and a word; nothing where the value lies within the bands. */
export function BandSign({ band }: { readonly band: Band }): ReactElement | null {
  const { t } = useTranslation();
  if (band === 'ok') return null;
  return (
    <strong className={styles[`${band}Sign`]}>
      <span aria-hidden="true">{attentionLevels[band].sign}</span> {t(`readings.level.${band}`)}
    </strong>
  );
}
