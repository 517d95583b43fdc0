import { useId, useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** `side` leaves the countdown at the left in view: the one to use during an infusion. */
  readonly place?: 'middle' | 'side';
  readonly wide?: boolean;
  /** As large as the window, but for the countdown where it stands at the side. */
  readonly large?: boolean;
  /** Stands at the right of the title. */
  readonly corner?: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot, the act last. */
  readonly foot?: ReactNode;
}

/** A native modal dialog: focus stays inside, Escape leaves without doing anything, focus goes back where it was. */
export function Dialog({
  title,
  onClose,
  place = 'middle',
  wide = false,
  large = false,
  corner,
  children,
  foot,
}: DialogProps): ReactElement {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed while it still stands in the document: only then does the focus go back.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby={titleId}
      className={classes(styles.dialog, styles[place], wide && styles.wide, large && styles.large)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {corner}
      </div>
      <div className={styles.body}>{children}</div>
      {foot === undefined ? null : <div className={styles.foot}>{foot}</div>}
    </dialog>
  );
}
