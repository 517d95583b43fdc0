import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../client/use-request.ts';
import styles from './headphones.module.css';

/** What this computer does with the sound in the moment in which headphones are pulled out, where that is not nothing. */
export function Moves(): ReactElement | null {
  const { t } = useTranslation();
  const moves = useRequest('output.moves', {}).data?.moves ?? 'no';
  return moves === 'no' ? null : <p className={styles.soft}>{t(`headphones.moves.${moves}`)}</p>;
}
