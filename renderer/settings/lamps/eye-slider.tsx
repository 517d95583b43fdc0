import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import level from '../../ui/level.module.css';
import styles from './lamps.module.css';

export interface EyeSliderProps {
  readonly label: string;
  readonly hint?: string;
  /** The value in words, also for screen readers. */
  readonly words: string;
  readonly range: { readonly min: number; readonly max: number; readonly step: number };
  readonly value: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A slider with a button on each side, for what is set by eye; every step is one of `range.step`. */
export function EyeSlider({
  label,
  hint,
  words,
  range,
  value,
  disabled = false,
  onChange,
}: EyeSliderProps): ReactElement {
  const { t } = useTranslation();
  const { min, max, step } = range;
  const to = (next: number): void => onChange(Math.min(max, Math.max(min, Math.round(next / step) * step)));
  return (
    <div className={styles.slider} role="group" aria-label={label}>
      <div className={styles.sliderHead}>
        <span>{label}</span>
        <strong>{words}</strong>
      </div>
      {hint === undefined ? null : <p className={styles.soft}>{hint}</p>}
      <div className={level.level}>
        <button
          type="button"
          className={level.step}
          aria-label={`${label} ${t('lamps.lamp.less')}`}
          disabled={disabled || value <= min}
          onClick={() => to(value - step)}
        >
          −
        </button>
        <input
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          disabled={disabled}
          aria-label={label}
          aria-valuetext={words}
          className={level.slider}
          ref={(element) => element?.style.setProperty('--share', `${((value - min) / (max - min)) * 100}%`)}
          onChange={(event) => to(Number(event.target.value))}
        />
        <button
          type="button"
          className={level.step}
          aria-label={`${label} ${t('lamps.lamp.more')}`}
          disabled={disabled || value >= max}
          onClick={() => to(value + step)}
        >
          +
        </button>
      </div>
    </div>
  );
}
