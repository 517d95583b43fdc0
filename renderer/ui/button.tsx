import type { ComponentProps, ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './button.module.css';

export type ButtonTone = 'plain' | 'primary' | 'quiet' | 'emergency';

export interface ButtonProps extends ComponentProps<'button'> {
  /** One primary a view: the thing to press next. */
  readonly tone?: ButtonTone;
  /** The key that does the same, shown small beside the label. */
  readonly keyLabel?: string | null;
  /** Stands pressed: a toggle's state, told to screen readers too. */
  readonly pressed?: boolean;
}

/** A button of at least 48 px. */
export function Button({
  tone = 'plain',
  keyLabel = null,
  pressed,
  className,
  children,
  ...rest
}: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-keyshortcuts={keyLabel ?? undefined}
      className={classes(styles.button, styles[tone], className)}
      {...rest}
    >
      <span className={styles.label}>{children}</span>
      {keyLabel === null ? null : (
        <kbd className={styles.key} aria-hidden="true">
          {keyLabel}
        </kbd>
      )}
    </button>
  );
}
