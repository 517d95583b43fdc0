import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { classes } from './classes.ts';
import styles from './button.module.css';

/** How long a deliberate press lasts, ms. */
export const HOLD_MS = 1500;

export interface HoldButtonProps {
  readonly children: ReactNode;
  readonly onHeld: () => void;
  readonly disabled?: boolean;
  readonly tone?: 'primary' | 'emergency' | 'plain';
  readonly keyLabel?: string | null;
  readonly className?: string | undefined;
}

/**
 * A button that asks for a deliberate act: pressed and held for 1.5 s with a finger, the mouse, Space or Enter.
 * Letting go, leaving it or losing focus before that does nothing.
 */
export function HoldButton(props: HoldButtonProps): ReactElement {
  const { children, onHeld, disabled = false, tone = 'primary', keyLabel = null, className } = props;
  const hold = useHold(onHeld, disabled);
  return (
    <button
      type="button"
      disabled={disabled}
      data-holding={hold.holding}
      className={classes(styles.button, styles[tone], styles.hold, className)}
      ref={(element) => element?.style.setProperty('--hold-ms', `${HOLD_MS}ms`)}
      onContextMenu={(event) => event.preventDefault()}
      {...hold.handlers}
    >
      <span className={styles.fill} aria-hidden="true" />
      <span className={styles.label}>{children}</span>
      {keyLabel === null ? null : (
        <kbd className={styles.key} aria-hidden="true">
          {keyLabel}
        </kbd>
      )}
    </button>
  );
}

function useHold(onHeld: () => void, disabled: boolean) {
  const [holding, setHolding] = useState(false);
  const timer = useRef<number | null>(null);
  const act = useRef(onHeld);
  useEffect(() => {
    act.current = onHeld;
  }, [onHeld]);
  const release = () => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    setHolding(false);
  };
  const press = () => {
    if (disabled || timer.current !== null) return;
    setHolding(true);
    timer.current = window.setTimeout(() => {
      release();
      act.current();
    }, HOLD_MS);
  };
  useEffect(() => release, []);
  const isHoldKey = (event: KeyboardEvent) => event.key === ' ' || event.key === 'Enter';
  return {
    holding,
    handlers: {
      onPointerDown: (event: PointerEvent) => (event.button === 0 ? press() : undefined),
      onPointerUp: release,
      onPointerLeave: release,
      onPointerCancel: release,
      onBlur: release,
      onKeyDown: (event: KeyboardEvent) => {
        if (!isHoldKey(event)) return;
        event.preventDefault();
        if (!event.repeat) press();
      },
      onKeyUp: (event: KeyboardEvent) => (isHoldKey(event) ? release() : undefined),
    },
  };
}
