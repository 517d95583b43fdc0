import { useId, type ComponentProps, type ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './number-field.module.css';

export interface NumberFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'size'> {
  readonly label: string;
  readonly unit: string | null;
  /** What was typed, as typed: never clipped, never corrected. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly invalid: boolean;
  /** Id of the sentence that says what is wrong. */
  readonly errorId?: string | undefined;
  /** One line high, the label at the right. */
  readonly compact?: boolean;
}

/** A large field for a whole number. It shows every key pressed; what cannot be a number is said, not swallowed. */
export function NumberField(props: NumberFieldProps): ReactElement {
  const { label, unit, text, onText, invalid, errorId, compact = false, className, ...rest } = props;
  const id = useId();
  return (
    <label htmlFor={id} className={classes(styles.field, compact && styles.compact, className)} data-invalid={invalid}>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={(event) => onText(event.target.value)}
        aria-invalid={invalid}
        aria-describedby={invalid ? errorId : undefined}
        className={styles.input}
        {...rest}
      />
      <span className={styles.label}>
        {label} {unit === null ? null : <span className={styles.unit}>{unit}</span>}
      </span>
    </label>
  );
}
