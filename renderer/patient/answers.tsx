import type { ReactElement, ReactNode } from 'react';
import { classes } from '../ui/classes.ts';
import { Press } from './press.tsx';
import styles from './answers.module.css';

export interface AnswersProps<T extends string | number> {
  readonly label: string;
  /** Whether the label is seen, or only heard because the title says the same. */
  readonly labelled?: boolean;
  readonly options: readonly { readonly value: T; readonly label: string; readonly sign?: ReactNode }[];
  readonly value: T | null;
  /** Null: pressed again, the answer is taken back. */
  readonly onChange: (value: T | null) => void;
  readonly className?: string | undefined;
}

/** A few large answers of which one may stand; pressing it again takes it back. */
export function Answers<T extends string | number>(props: AnswersProps<T>): ReactElement {
  const { label, labelled = false, options, value, onChange, className } = props;
  return (
    <div role="group" aria-label={label} className={classes(styles.group, className)}>
      {labelled ? (
        <p className={styles.label} aria-hidden="true">
          {label}
        </p>
      ) : null}
      <div className={styles.options}>
        {options.map((option) => (
          <Press
            key={option.value}
            pressed={value === option.value}
            className={styles.option}
            onClick={() => onChange(value === option.value ? null : option.value)}
          >
            {option.sign}
            <span>{option.label}</span>
          </Press>
        ))}
      </div>
    </div>
  );
}
