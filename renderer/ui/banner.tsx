import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './banner.module.css';

export type BannerTone = 'calm' | 'amber' | 'red' | 'done';
/** `amber` asks for a look or an answer. Its sign and colours are not those of an amber band. */
const signs = { calm: 'ℹ', amber: '!', red: '▲', done: '✓' } as const satisfies Record<BannerTone, string>;

export interface BannerProps {
  readonly tone: BannerTone;
  readonly children: ReactNode;
  /** Buttons that answer it. */
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
}

/** A message that takes its own place in the layout: it never lies over anything, least of all over the countdown. */
export function Banner({ tone, children, actions, className }: BannerProps): ReactElement {
  return (
    <div className={classes(styles.banner, styles[tone], className)} role={tone === 'red' ? 'alert' : 'status'}>
      <span className={styles.sign} aria-hidden="true">
        {signs[tone]}
      </span>
      <div className={styles.words}>{children}</div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
