import type { ReactElement } from 'react';
import styles from './keypad.module.css';

export type KeypadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'back' | 'next';
const keys: readonly KeypadKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'back', '0', 'next'];

export interface KeypadProps {
  readonly label: string;
  /** Words of the two keys that are not digits. */
  readonly backLabel: string;
  readonly nextLabel: string;
  readonly onKey: (key: KeypadKey) => void;
}

/** Digits for a gloved hand. A press leaves the focus where it is: in the field that is being filled. */
export function Keypad({ label, backLabel, nextLabel, onKey }: KeypadProps): ReactElement {
  const words = (key: KeypadKey) => (key === 'back' ? backLabel : key === 'next' ? nextLabel : key);
  const face = (key: KeypadKey) => (key === 'back' ? '⌫' : key === 'next' ? '⏎' : key);
  return (
    <div className={styles.pad} role="group" aria-label={label}>
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          tabIndex={-1}
          className={styles.key}
          aria-label={words(key)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onKey(key)}
        >
          {face(key)}
        </button>
      ))}
    </div>
  );
}

/** The text after a digit or a step back. */
export function typed(text: string, key: Exclude<KeypadKey, 'next'>): string {
  return key === 'back' ? text.slice(0, -1) : text + key;
}
