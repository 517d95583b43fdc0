import type { ReactElement } from 'react';
import styles from './level.module.css';

export interface LevelProps {
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly disabled?: boolean;
  readonly lessLabel: string;
  readonly moreLabel: string;
  /** What one press of the buttons or an arrow key changes; 0 to 1. */
  readonly step: number;
}

const whole = (value: number) => Math.round(value * 100);
const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** A level in per cent: two buttons for a gloved finger, a slider between them. */
export function Level({
  label,
  value,
  onChange,
  disabled = false,
  lessLabel,
  moreLabel,
  step,
}: LevelProps): ReactElement {
  return (
    <div className={styles.level}>
      <button
        type="button"
        className={styles.step}
        aria-label={lessLabel}
        disabled={disabled || value <= 0}
        onClick={() => onChange(clamp(value - step))}
      >
        −
      </button>
      <input
        type="range"
        min={0}
        max={100}
        step={step * 100}
        value={whole(value)}
        disabled={disabled}
        aria-label={label}
        aria-valuetext={`${whole(value)} %`}
        className={styles.slider}
        ref={(element) => element?.style.setProperty('--share', `${whole(value)}%`)}
        onChange={(event) => onChange(clamp(Number(event.target.value) / 100))}
      />
      <button
        type="button"
        className={styles.step}
        aria-label={moreLabel}
        disabled={disabled || value >= 1}
        onClick={() => onChange(clamp(value + step))}
      >
        +
      </button>
    </div>
  );
}
