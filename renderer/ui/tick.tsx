import type { ReactElement, ReactNode } from 'react';
import styles from './tick.module.css';

export interface TickProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** A box to tick, with its words as part of the target. */
export function Tick({ checked, onChange, children }: TickProps): ReactElement {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {children}
    </label>
  );
}
