import type { ComponentProps, ReactElement } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './press.module.css';

export interface PressProps extends ComponentProps<'button'> {
  /** One primary a screen: the way on. */
  readonly tone?: 'plain' | 'primary' | 'quiet';
  /** Stands chosen. */
  readonly pressed?: boolean;
}

/** A large soft button. */
export function Press({ tone = 'plain', pressed, className, ...rest }: PressProps): ReactElement {
  return (
    <button type="button" aria-pressed={pressed} className={classes(styles.press, styles[tone], className)} {...rest} />
  );
}
