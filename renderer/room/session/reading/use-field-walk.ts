import { useRef, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';
import { measures, type Measure, type Typed } from '../../../../shared/vitals/measures.ts';
import { isWholeReading, readPasted } from '../../../../shared/vitals/paste.ts';
import { fieldAfter, fieldBefore, isFull } from './field-walk.ts';

export interface FieldWalk {
  readonly focusField: (field: Measure) => void;
  readonly onText: (field: Measure, text: string) => void;
  readonly onNext: (field: Measure) => void;
  readonly onKeyDown: (event: KeyboardEvent, field: Measure) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

export interface FieldWalkOptions {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly texts: Typed;
  readonly setText: (field: Measure, text: string) => void;
  readonly paste: (text: string) => void;
  /** After the last number. */
  readonly onEnd: () => void;
}

/**
 * The way through the fields by keyboard: a field that is full goes on by itself; Enter, `/` and Space go on as well, and
 * do nothing where the field has just gone on by itself, so that either habit works. Enter in the pulse, or after it,
 * asks for the echo. Backspace in an empty field goes back into the one before.
 */
export function useFieldWalk({ form, texts, setText, paste, onEnd }: FieldWalkOptions): FieldWalk {
  /** The field that was reached by itself, as long as nothing was typed into it. */
  const arrived = useRef<Measure | null>(null);
  const input = (field: Measure) =>
    form.current?.querySelectorAll<HTMLInputElement>('input[inputmode]').item(measures.indexOf(field));
  const focusField = (field: Measure) => input(field)?.focus();

  const onText = (field: Measure, text: string) => {
    const isTyped = text.length === texts[field].length + 1;
    setText(field, text);
    if (field === arrived.current) arrived.current = null;
    if (!isTyped || !isFull(field, text)) return;
    const next = fieldAfter(field);
    if (next === null) return onEnd();
    if (texts[next] !== '') return;
    arrived.current = next;
    focusField(next);
  };
  const submit = () => form.current?.requestSubmit();
  const goTo = (field: Measure) => {
    const next = fieldAfter(field);
    if (next === null || field === 'pulse') submit();
    else focusField(next);
  };
  const goOn = (field: Measure, isEnter: boolean) => {
    const wasArrived = arrived.current === field && texts[field] === '';
    arrived.current = null;
    // After the pulse, Enter means: that was all.
    if (wasArrived && !(isEnter && field === 'respirations')) return;
    if (isEnter) goTo(field);
    else if (field !== 'respirations') focusField(fieldAfter(field) ?? field);
  };
  const onKeyDown = (event: KeyboardEvent, field: Measure) => {
    if (event.key === 'Enter' || event.key === '/' || event.key === ' ') {
      event.preventDefault();
      if (!event.repeat) goOn(field, event.key === 'Enter');
    } else if (event.key === 'Backspace' && texts[field] === '') {
      const before = fieldBefore(field);
      if (before === null || event.repeat) return;
      event.preventDefault();
      setText(before, texts[before].slice(0, -1));
      focusField(before);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (!isWholeReading(text)) return;
    event.preventDefault();
    paste(text);
    if (readPasted(text) !== null) form.current?.querySelector<HTMLElement>('[data-part=save]')?.focus();
  };
  return { focusField, onText, onNext: (field) => goOn(field, true), onKeyDown, onPaste };
}
