import { type ReactElement, type ReactNode } from 'react';
import styles from './reading.module.css';

export interface PanelProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What a button of the second row opens below it, over the figures; Escape or a press elsewhere closes it. */
export function Panel({ label, onClose, children }: PanelProps): ReactElement {
  return (
    <div
      className={styles.panel}
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Of a dialog that the form stands in, this closes only the panel.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
