import type { ReactElement, ReactNode } from 'react';
import { fittedRange } from '../../shared/chart/zoom.ts';
import type { Session } from '../../shared/session/state.ts';
import { SessionChart } from './session-chart.tsx';
import type { Zoom } from './use-zoom.ts';
import { keyed, ZoomStrip } from './zoom-strip.tsx';
import styles from './chart.module.css';

export interface ZoomChartProps {
  readonly session: Session;
  readonly zoom: Zoom;
  /** What stands beside the reading that is read out. */
  readonly tools?: ReactNode;
}

/**
 * The large chart of which a stretch can be looked at alone: drawn over with mouse or finger, by the strip below it, or by
 * keys (plus and minus around the reading that is read out, 0 for everything).
 */
export function ZoomChart({ session, zoom, tools = null }: ZoomChartProps): ReactElement {
  const { whole, range, shown, show } = zoom;
  const middle = (range.fromMs + range.toMs) / 2;
  const key = (pressed: string, aroundMs: number | null): boolean => {
    const next =
      pressed === '0'
        ? whole
        : ['+', '=', '-'].includes(pressed)
          ? keyed(pressed, range, whole, aroundMs ?? middle)
          : null;
    if (next !== null) show(next);
    return next !== null;
  };
  return (
    <div className={styles.zoomed}>
      <SessionChart
        session={session}
        model={shown}
        zoom={{ onBrush: (brushed) => show(fittedRange(brushed, whole)), onKey: key, tools }}
      />
      <ZoomStrip whole={whole} range={range} onRange={show} />
    </div>
  );
}
