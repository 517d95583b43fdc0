import type { ReactElement, ReactNode } from 'react';
import styles from './pick-row.module.css';

export interface PickRowProps {
  readonly title: string;
  readonly picked: boolean;
  readonly onPick: () => void;
  readonly disabled?: boolean;
  /** What is said of it below its title; null for nothing. */
  readonly children: ReactNode;
}

/** Rows of which one is picked. */
export function PickRows({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className={styles.rows} role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** One of a few that need more than a word. */
export function PickRow({ title, picked, onPick, disabled = false, children }: PickRowProps): ReactElement {
  return (
    <button type="button" className={styles.row} aria-pressed={picked} disabled={disabled} onClick={onPick}>
      <strong>
        {picked ? <span aria-hidden="true">✓ </span> : null}
        {title}
      </strong>
      {children === null ? null : <span className={styles.about}>{children}</span>}
    </button>
  );
}
