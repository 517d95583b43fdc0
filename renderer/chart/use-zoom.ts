import { useMemo, useState } from 'react';
import type { ChartModel } from '../../shared/chart/model.ts';
import { fittedRange, isWhole, zoomedModel, type ChartRange } from '../../shared/chart/zoom.ts';

/** A chart and the stretch of it that is looked at. */
export interface Zoom {
  /** All of the session. */
  readonly whole: ChartModel;
  readonly range: ChartRange;
  /** What of the model lies in the stretch. */
  readonly shown: ChartModel;
  /** Whether everything is shown, and stays so where the session goes on. */
  readonly all: boolean;
  /** Shows this stretch, or as much of it as there is. */
  readonly show: (range: ChartRange) => void;
}

/** The stretch of a chart that is looked at alone; everything at first. */
export function useZoom(whole: ChartModel): Zoom {
  const [wanted, setWanted] = useState<ChartRange | null>(null);
  const range = useMemo(
    () => (wanted === null ? { fromMs: whole.fromMs, toMs: whole.toMs } : fittedRange(wanted, whole)),
    [wanted, whole],
  );
  const shown = useMemo(() => (isWhole(range, whole) ? whole : zoomedModel(whole, range)), [whole, range]);
  return { whole, range, shown, all: wanted === null, show: (next) => setWanted(isWhole(next, whole) ? null : next) };
}
