import { useId, type ComponentProps, type ReactElement, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './field.module.css';

/** What a control inside a field needs to be named and described. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldProps {
  readonly label: string;
  readonly hint?: string | null;
  /** What is wrong and what was expected; null where all is well. */
  readonly error?: string | null;
  readonly className?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, its control, a hint and what is wrong with it. */
export function Field({ label, hint = null, error = null, className, children }: FieldProps): ReactElement {
  const id = useId();
  const described = [hint === null ? null : `${id}-hint`, error === null ? null : `${id}-error`].filter(
    (part) => part !== null,
  );
  return (
    <div className={classes(styles.field, className)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({ id, 'aria-invalid': error !== null, 'aria-describedby': described.join(' ') || undefined })}
      {hint === null ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error === null ? null : (
        <p id={`${id}-error`} className={styles.error} role="alert">
          <span aria-hidden="true">▲ </span>
          {error}
        </p>
      )}
    </div>
  );
}

/** A one-line text input in the house's form. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>): ReactElement {
  return (
    <input type="text" autoComplete="off" spellCheck={false} className={classes(styles.input, className)} {...rest} />
  );
}

/** A text input of several lines in the house's form. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>): ReactElement {
  return <textarea rows={3} className={classes(styles.input, styles.area, className)} {...rest} />;
}

/** A choice from a list in the house's form. */
export function Select({ className, ...rest }: ComponentProps<'select'>): ReactElement {
  return <select className={classes(styles.input, className)} {...rest} />;
}
