import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './card.module.css';

export interface CardProps {
  /** Null: a card that needs no words; `label` then names it for screen readers. */
  readonly title: string | null;
  readonly label?: string;
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** One thing on the surface, with its name. */
export function Card({ title, label, aside, className, children }: CardProps): ReactElement {
  return (
    <section className={classes(styles.card, className)} aria-label={title ?? label}>
      {title === null ? null : (
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
