import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

/** A key of the sheet: `key` is `KeyboardEvent.key`, with `Ctrl+` or `Alt+` (and with those `Shift+`) before it where held ("?", "n", "Ctrl+Shift+Z"). */
export interface Shortcut {
  readonly key: string;
  /** What it does, as the sheet says it. */
  readonly label: string;
}

interface Entry extends Shortcut {
  readonly run: () => void;
}

let entries: readonly Entry[] = [];
const listeners = new Set<() => void>();

/** Registers a key while the calling component is on the screen; the last one registered wins. `label` is translated text. */
export function useShortcut(key: string, label: string, action: () => void): void {
  const run = useEffectEvent(action);
  useEffect(() => {
    const entry: Entry = { key, label, run: () => run() };
    setEntries([...entries, entry]);
    return () => setEntries(entries.filter((other) => other !== entry));
  }, [key, label]);
}

/** Every key that works on this screen, one row each. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => entries);
}

/**
 * Does what the key stands for. Plain keys typed into a field are the field's own, and a dialog keeps all keys to itself;
 * function keys (the emergency) always work.
 */
export function runShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat || event.metaKey) return;
  const key = nameOf(event);
  const always = /^F\d+$/.test(key);
  if (!always && (isInDialog() || (!event.ctrlKey && !event.altKey && isTyping(event.target)))) return;
  const entry = entries.findLast((other) => other.key.toLowerCase() === key.toLowerCase());
  if (entry === undefined) return;
  event.preventDefault();
  entry.run();
}

/** Does what a key stands for, asked for by a button; nothing where no such key is on the screen. */
export function pressShortcut(key: string): void {
  entries.findLast((other) => other.key === key)?.run();
}

function nameOf(event: KeyboardEvent): string {
  // Without Ctrl or Alt the key itself says that Shift is held ("?").
  const shift = event.shiftKey && (event.ctrlKey || event.altKey);
  return `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${event.key}`;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

function isInDialog(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

function setEntries(next: readonly Entry[]): void {
  entries = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
