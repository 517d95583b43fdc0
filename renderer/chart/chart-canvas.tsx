import { useEffect, useLayoutEffect, useRef, type ReactElement } from 'react';
import type { ChartWords } from '../../shared/chart/chart-words.ts';
import type { ChartModel } from '../../shared/chart/model.ts';
import { pictureOf } from '../../shared/chart/picture.ts';
import { coloursAt } from './colours.ts';
import { paint } from './paint.ts';
import { watchCanvas, type CanvasSize } from './watch-canvas.ts';
import styles from './chart.module.css';

export interface ChartCanvasProps {
  readonly model: ChartModel;
  readonly text: ChartWords;
  /** The reading that a frame is drawn around, by id. */
  readonly chosen: string | null;
}

/**
 * The picture alone, as large as its box; a table beside it says the same. It is painted when something changed, in the
 * same frame as the rest of the window, and otherwise never.
 */
export function ChartCanvas({ model, text, chosen }: ChartCanvasProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useRef<CanvasSize | null>(null);
  const redraw = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    redraw.current = () => {
      if (canvas.current !== null && size.current !== null) {
        draw(canvas.current, size.current, { model, text, chosen });
      }
    };
    redraw.current();
  }, [model, text, chosen]);
  useEffect(() => {
    const { current: drawn } = canvas;
    if (drawn === null) return undefined;
    const end = watchCanvas(drawn, (now) => {
      size.current = now;
      redraw.current();
    });
    return () => {
      end();
      // Its pixels go at once: records are leafed through faster than they are collected, at 2 MB each.
      drawn.width = 0;
    };
  }, []);
  return <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />;
}

function draw(canvas: HTMLCanvasElement, { width, height, ratio }: CanvasSize, props: ChartCanvasProps): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const style = getComputedStyle(canvas);
  const { fontSize, fontFamily } = style;
  const place = { width, height, font: Number.parseFloat(fontSize) };
  const shapes = pictureOf(props.model, place, props.text, props.chosen);
  paint({ context, colours: coloursAt(style), family: fontFamily, ratio }, shapes);
}
