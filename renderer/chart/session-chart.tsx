import { useMemo, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { layoutOf, type ChartPlace } from '../../shared/chart/layout.ts';
import type { ChartModel } from '../../shared/chart/model.ts';
import type { ChartPoint } from '../../shared/chart/points.ts';
import type { ChartRange } from '../../shared/chart/zoom.ts';
import type { Session } from '../../shared/session/state.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { chartWords } from './chart-words.ts';
import { ChartKey } from './chart-key.tsx';
import { pointText, readable } from './reading-text.ts';
import { useBrush } from './use-brush.ts';
import styles from './chart.module.css';

export interface SessionChartProps {
  readonly session: Session;
  readonly model: ChartModel;
  /** Where a stretch can be looked at alone: what was drawn over, and keys for it with the moment that is read out. */
  readonly zoom?: {
    readonly onBrush: (range: ChartRange) => void;
    /** Whether the key was one of its own. */
    readonly onKey: (key: string, aroundMs: number | null) => boolean;
    /** Buttons that stand beside what is read out. */
    readonly tools: ReactNode;
  };
}

/** Where the arrow keys and their kin lead from the reading at `place` of `count`; null for other keys. */
export function stepTo(key: string, place: number, count: number): number | null {
  const last = count - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: place - 1,
    ArrowDown: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place + 1,
    Home: 0,
    End: last,
  };
  const to = steps[key];
  return to === undefined || last < 0 ? null : Math.min(last, Math.max(0, to));
}

/**
 * The large chart: the arrow keys, or a finger, go from reading to reading, and the one that is chosen is read out below.
 * It takes the room that its box has.
 */
export function SessionChart({ session, model, zoom }: SessionChartProps): ReactElement {
  const { t } = useTranslation();
  const text = useMemo(() => chartWords(t, session), [t, session]);
  const points = readable(model);
  const [chosen, setChosen] = useState<string | null>(null);
  const found = points.findIndex(({ readingId }) => readingId === chosen);
  const place = found < 0 ? points.length - 1 : found;
  const point = points[place];
  const said = point === undefined ? t('chart.read.none') : pointText(t, session, model, point);
  const press = (event: KeyboardEvent): void => {
    if (zoom?.onKey(event.key, point?.atMs ?? null) === true) return event.preventDefault();
    const next = points[stepTo(event.key, place, points.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next.readingId);
  };
  const { drawn, handlers } = useBrush(model, zoom?.onBrush ?? null, (box, across) => {
    const next = nearest(points, model, box, across);
    if (next !== null) setChosen(next.readingId);
  });
  return (
    <figure className={styles.figure}>
      <ChartKey model={model} />
      <div
        className={styles.box}
        role="slider"
        tabIndex={0}
        aria-label={t('chart.read.label')}
        aria-valuemin={Math.min(1, points.length)}
        aria-valuemax={points.length}
        aria-valuenow={points.length === 0 ? 0 : place + 1}
        aria-valuetext={said}
        onKeyDown={press}
        {...handlers}
      >
        <ChartCanvas model={model} text={text} chosen={point?.readingId ?? null} />
        {drawn === null ? null : <div className={styles.drawn} style={{ left: drawn.left, width: drawn.width }} />}
      </div>
      <figcaption className={styles.caption}>
        <span className={styles.said}>{said}</span>
        {zoom?.tools}
      </figcaption>
    </figure>
  );
}

/** The reading whose column lies nearest to a place across the picture, px; null without readings. */
export function nearest(
  points: readonly ChartPoint[],
  model: ChartModel,
  place: ChartPlace,
  across: number,
): ChartPoint | null {
  const { x } = layoutOf(model, place);
  const byDistance = points.toSorted((a, b) => Math.abs(x(a.atMs) - across) - Math.abs(x(b.atMs) - across));
  return byDistance[0] ?? null;
}
