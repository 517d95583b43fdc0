import { useId, type ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './segmented.module.css';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** Null: nothing chosen yet. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly labelHidden?: boolean;
  readonly wrap?: boolean;
}

/** One of a few, by one press; arrow keys move, as in every radio group. */
export function Segmented<T extends string>(props: SegmentedProps<T>): ReactElement {
  const { label, options, value, onChange, labelHidden = false, wrap = false } = props;
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={labelHidden ? 'heard' : styles.legend}>{label}</legend>
      <div className={classes(styles.options, wrap && styles.wrap)}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className={styles.radio}
            />
            <span className={styles.face}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
