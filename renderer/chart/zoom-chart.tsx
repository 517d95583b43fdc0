import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fittedRange, isWhole, zoomedModel, zoomedRange, type ChartRange } from '../../shared/chart/zoom.ts';
import { Button } from '../ui/button.tsx';
import { SessionChart, type SessionChartProps } from './session-chart.tsx';
import { keyed, ZoomStrip } from './zoom-strip.tsx';
import styles from './chart.module.css';

/**
 * The large chart of which a stretch can be looked at alone: drawn over with mouse or finger, by the strip below it, or by
 * keys (plus and minus around the reading that is read out, 0 for everything).
 */
export function ZoomChart({ session, model }: Pick<SessionChartProps, 'session' | 'model'>): ReactElement {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<ChartRange | null>(null);
  const range = useMemo(
    () => (wanted === null ? { fromMs: model.fromMs, toMs: model.toMs } : fittedRange(wanted, model)),
    [wanted, model],
  );
  const show = (next: ChartRange): void => setWanted(isWhole(next, model) ? null : next);
  const shown = useMemo(() => (isWhole(range, model) ? model : zoomedModel(model, range)), [model, range]);
  const middle = (range.fromMs + range.toMs) / 2;
  const key = (pressed: string, aroundMs: number | null): boolean => {
    const next =
      pressed === '0'
        ? model
        : ['+', '=', '-'].includes(pressed)
          ? keyed(pressed, range, model, aroundMs ?? middle)
          : null;
    if (next !== null) show(next);
    return next !== null;
  };
  const tools = (
    <span className={styles.tools}>
      <Button aria-label={t('chart.zoom.nearer')} onClick={() => show(zoomedRange(range, model, 0.5, middle))}>
        +
      </Button>
      <Button aria-label={t('chart.zoom.further')} onClick={() => show(zoomedRange(range, model, 2, middle))}>
        −
      </Button>
      <Button disabled={wanted === null} onClick={() => setWanted(null)}>
        {t('chart.zoom.all')}
      </Button>
    </span>
  );
  return (
    <div className={styles.zoomed}>
      <SessionChart
        session={session}
        model={shown}
        zoom={{ onBrush: (brushed) => show(fittedRange(brushed, model)), onKey: key, tools }}
      />
      <ZoomStrip whole={model} range={range} onRange={show} />
    </div>
  );
}
