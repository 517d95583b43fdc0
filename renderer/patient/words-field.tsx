import { useId, useState, type ReactElement } from 'react';
import { usePatient } from './patient-context.ts';
import styles from './words-field.module.css';

export interface WordsFieldProps {
  readonly label: string;
  /** What stands kept; null: nothing. */
  readonly value: string | null;
  /** Longest text, UTF-16 units. */
  readonly max: number;
  readonly rows: number;
  /** Null for a text of blanks alone. */
  readonly onChange: (value: string | null) => void;
  readonly autoFocus?: boolean;
}

/** A field for the patient's own words; kept when it is left. */
export function WordsField({ label, value, max, rows, onChange, autoFocus = false }: WordsFieldProps): ReactElement {
  const { store } = usePatient();
  const id = useId();
  // As it is typed: what is kept has no blanks at its ends.
  const [text, setText] = useState(value ?? '');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={rows}
        maxLength={max}
        value={text}
        autoFocus={autoFocus}
        autoComplete="off"
        className={styles.words}
        onChange={(event) => {
          const typed = event.target.value;
          setText(typed);
          onChange(typed.trim() === '' ? null : typed.trim());
        }}
        onBlur={() => store.keep()}
      />
    </div>
  );
}
