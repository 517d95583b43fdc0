import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useClockStale, useNow } from '../../client/clock.ts';
import { timeWithSeconds } from '../../i18n/format.ts';
import { classes } from '../../ui/classes.ts';
import styles from './wall-clock.module.css';

/** The time of day, large where nothing else matters; says so when main's clock has not been heard for a while. */
export function WallClock({ small = false }: { readonly small?: boolean }): ReactElement {
  const { t } = useTranslation();
  const now = useNow();
  const stale = useClockStale();
  return (
    <p className={classes(styles.clock, small && styles.small)}>
      <time dateTime={new Date(now.wallMs).toISOString()}>{timeWithSeconds(now.wallMs)}</time>
      {stale ? <span className={styles.stale}>{t('shell.clockStale')}</span> : null}
    </p>
  );
}
