import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartModel } from '../../shared/chart/model.ts';
import { fittedRange, movedRange, zoomedRange, type ChartRange } from '../../shared/chart/zoom.ts';
import type { PartKind } from '../../shared/session/timeline.ts';
import { minuteWords } from './chart-words.ts';
import styles from './chart.module.css';

const MINUTE = 60_000;
const colours: Readonly<Record<PartKind, string>> = {
  preChecks: '--segment-before',
  done: '--segment-done',
  planned: '--segment-plan',
  pause: '--soft',
  overtime: '--amber',
  recovery: '--segment-after',
  recoveryPlanned: '--segment-after',
};

export interface ZoomStripProps {
  /** All of the session. */
  readonly whole: ChartModel;
  readonly range: ChartRange;
  readonly onRange: (range: ChartRange) => void;
}

/**
 * The whole session in a narrow strip, with a frame around the stretch that is shown: it is dragged, or moved by the arrow
 * keys; plus and minus make it narrower and wider, Home shows everything.
 */
export function ZoomStrip({ whole, range, onRange }: ZoomStripProps): ReactElement {
  const { t } = useTranslation();
  const strip = useRef<HTMLDivElement>(null);
  const grabbed = useRef<{ readonly x: number; readonly range: ChartRange } | null>(null);
  const across = whole.toMs - whole.fromMs;
  const percent = (ms: number): string => `${((ms - whole.fromMs) / across) * 100}%`;
  const width = (ms: number): string => `${(ms / across) * 100}%`;
  const middle = (range.fromMs + range.toMs) / 2;
  const press = (event: KeyboardEvent): void => {
    const next = keyed(event.key, range, whole, middle);
    if (next === null) return;
    event.preventDefault();
    onRange(next);
  };
  const drag = (event: PointerEvent): void => {
    if (grabbed.current === null || strip.current === null) return;
    const by = ((event.clientX - grabbed.current.x) / strip.current.clientWidth) * across;
    const { fromMs, toMs } = grabbed.current.range;
    onRange(fittedRange({ fromMs: fromMs + by, toMs: toMs + by }, whole));
  };
  const minute = (ms: number): string => minuteWords(Math.round(ms / MINUTE));
  const shown = t('chart.zoom.shown', { from: minute(range.fromMs), to: minute(range.toMs) });
  return (
    <div
      ref={strip}
      className={styles.strip}
      role="slider"
      tabIndex={0}
      aria-label={t('chart.zoom.strip')}
      aria-valuemin={Math.round(whole.fromMs / MINUTE)}
      aria-valuemax={Math.round(whole.toMs / MINUTE)}
      aria-valuenow={Math.round(middle / MINUTE)}
      aria-valuetext={shown}
      title={shown}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grabbed.current = { x: event.clientX, range };
      }}
      onPointerMove={drag}
      onPointerUp={() => (grabbed.current = null)}
      onPointerCancel={() => (grabbed.current = null)}
    >
      {whole.parts.map(({ kind, fromMs, toMs }) => (
        <div
          key={`${kind} ${fromMs}`}
          className={styles.part}
          style={{ left: percent(fromMs), width: width(toMs - fromMs), background: `var(${colours[kind]})` }}
        />
      ))}
      {whole.points.map(({ readingId, atMs, state }) =>
        state === 'standing' ? <div key={readingId} className={styles.tick} style={{ left: percent(atMs) }} /> : null,
      )}
      <div className={styles.window} style={{ left: percent(range.fromMs), width: width(range.toMs - range.fromMs) }} />
    </div>
  );
}

/** Where a key leads the stretch that is shown; null for a key that is none of these. */
export function keyed(key: string, range: ChartRange, whole: ChartRange, aroundMs: number): ChartRange | null {
  switch (key) {
    case '+':
    case '=':
      return zoomedRange(range, whole, 0.5, aroundMs);
    case '-':
      return zoomedRange(range, whole, 2, aroundMs);
    case 'ArrowLeft':
      return movedRange(range, whole, -0.25);
    case 'ArrowRight':
      return movedRange(range, whole, 0.25);
    case 'Home':
      return { fromMs: whole.fromMs, toMs: whole.toMs };
    default:
      return null;
  }
}
