import { useRef, type PointerEvent } from 'react';

/** How far a pointer went since it took hold, pixels; `gesture` names this one drag. */
export interface Dragged {
  readonly dx: number;
  readonly dy: number;
  readonly gesture: string;
}

export interface DragParts<S> {
  readonly onStart: () => void;
  /** `start`: what was given when the pointer took hold. */
  readonly onMove: (dragged: Dragged, start: S) => void;
}

let drags = 0;

/** Dragging by mouse, pen or finger; the pointer stays with what it took hold of until it is let go. */
export function useDrag<S>({ onStart, onMove }: DragParts<S>) {
  const held = useRef<{ readonly x: number; readonly y: number; readonly gesture: string; readonly start: S } | null>(
    null,
  );
  return (start: S) => ({
    onPointerDown: (event: PointerEvent<Element>): void => {
      if (event.button !== 0) return;
      drags += 1;
      held.current = { x: event.clientX, y: event.clientY, gesture: `drag ${drags}`, start };
      event.currentTarget.setPointerCapture(event.pointerId);
      onStart();
    },
    onPointerMove: (event: PointerEvent<Element>): void => {
      if (held.current === null) return;
      const { x, y, gesture, start: from } = held.current;
      onMove({ dx: event.clientX - x, dy: event.clientY - y, gesture }, from);
    },
    onPointerUp: (): void => {
      held.current = null;
    },
    onPointerCancel: (): void => {
      held.current = null;
    },
  });
}
