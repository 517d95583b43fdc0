import { useState, type PointerEvent } from 'react';
import { layoutOf, type ChartPlace } from '../../shared/chart/layout.ts';
import type { ChartModel } from '../../shared/chart/model.ts';
import type { ChartRange } from '../../shared/chart/zoom.ts';

/** Less than this across is a press, px, and chooses a reading. */
const PRESS_PX = 8;

/** What is being drawn over, px across from the picture's left edge. */
interface Drawn {
  readonly fromX: number;
  readonly toX: number;
}

/** The moment that lies at a place across, ms from the start. */
export function momentAt(model: ChartModel, place: ChartPlace, across: number): number {
  const { left, right } = layoutOf(model, place);
  const share = Math.min(1, Math.max(0, (across - left) / Math.max(1, right - left)));
  return model.fromMs + share * (model.toMs - model.fromMs);
}

/** The place of an element whose words are as large as its own style says. */
export function placeOf(element: HTMLElement): ChartPlace {
  const { width, height } = element.getBoundingClientRect();
  return { width, height, font: Number.parseFloat(getComputedStyle(element).fontSize) };
}

/** Drawing over a stretch of the chart with a finger or the mouse; `onPress` where it was a press. Null: nothing is brushed. */
export function useBrush(
  model: ChartModel,
  onBrush: ((range: ChartRange) => void) | null,
  onPress: (place: ChartPlace, across: number) => void,
) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const across = (event: PointerEvent<HTMLElement>): number =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;
  const isBrush = drawn !== null && Math.abs(drawn.toX - drawn.fromX) >= PRESS_PX;
  return {
    drawn: isBrush ? { left: Math.min(drawn.fromX, drawn.toX), width: Math.abs(drawn.toX - drawn.fromX) } : null,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>): void => {
        const at = across(event);
        if (onBrush === null) return onPress(placeOf(event.currentTarget), at);
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrawn({ fromX: at, toX: at });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>): void => {
        if (drawn === null) return;
        const toX = across(event);
        setDrawn({ ...drawn, toX });
      },
      onPointerUp: (event: PointerEvent<HTMLElement>): void => {
        if (drawn === null || onBrush === null) return;
        setDrawn(null);
        const place = placeOf(event.currentTarget);
        const toX = across(event);
        if (Math.abs(toX - drawn.fromX) < PRESS_PX) return onPress(place, toX);
        const [one, other] = [momentAt(model, place, drawn.fromX), momentAt(model, place, toX)];
        onBrush({ fromMs: Math.min(one, other), toMs: Math.max(one, other) });
      },
      onPointerCancel: (): void => setDrawn(null),
    },
  };
}
