import type { KeyboardEvent } from 'react';

/** Arrow keys, Home and End go from one button of a list to the next. */
export function stepThrough(event: KeyboardEvent, list: HTMLElement | null): void {
  if (list === null) return;
  const buttons = [...list.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  const at = buttons.findIndex((button) => button === event.target);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const button = at < 0 || next === undefined ? undefined : buttons[next];
  if (button === undefined) return;
  event.preventDefault();
  button.focus();
}
