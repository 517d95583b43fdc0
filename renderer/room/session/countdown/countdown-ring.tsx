import type { ReactElement, ReactNode } from 'react';
import type { ClockReading } from '../../../../shared/time/clock.ts';
import { useSecond } from '../../../client/clock.ts';
import { classes } from '../../../ui/classes.ts';
import styles from './countdown.module.css';

const RADIUS = 96;
const AROUND = 2 * Math.PI * RADIUS;
/** Half degrees: the arc moves about every four seconds of 50 minutes; drawn every second, it is the dearest of the screen. */
const STEPS = 720;

/** What follows the clock. */
export interface RingFigures {
  /** Part of the infusion that is over, 0 to 1. */
  readonly share: number;
  readonly over: string;
  /** The digits, as large as the ring lets them be. */
  readonly digits: string;
}

export interface CountdownRingProps {
  readonly read: (now: ClockReading) => RingFigures;
  readonly tone: 'running' | 'paused' | 'overtime' | 'recovery';
  readonly under: ReactNode;
}

/** The ring and the digits in it. Digits are text, so a screen reader and a magnifier find them. */
export function CountdownRing({ read, tone, under }: CountdownRingProps): ReactElement {
  const done = useSecond((now) => Math.round(Math.min(1, Math.max(0, read(now).share)) * STEPS) / STEPS);
  const over = useSecond((now) => read(now).over);
  return (
    <div className={styles.place}>
      <div className={classes(styles.ring, styles[tone])}>
        <svg viewBox="0 0 200 200" aria-hidden="true" className={styles.picture}>
          <circle cx="100" cy="100" r={RADIUS} className={styles.track} />
          {done === 0 ? null : (
            <circle
              cx="100"
              cy="100"
              r={RADIUS}
              className={styles.done}
              strokeDasharray={`${done * AROUND} ${AROUND}`}
              transform="rotate(-90 100 100)"
            />
          )}
        </svg>
        <div className={styles.words} role="timer" aria-label={over}>
          <span className={styles.over}>{over}</span>
          <Digits read={read} />
          <span className={styles.under}>{under}</span>
        </div>
      </div>
    </div>
  );
}

function Digits({ read }: Pick<CountdownRingProps, 'read'>): ReactElement {
  const digits = useSecond((now) => read(now).digits);
  return (
    <span className={styles.digits} data-long={digits.length > 5}>
      {digits}
    </span>
  );
}
